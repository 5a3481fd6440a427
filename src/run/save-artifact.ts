import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';

/** Writes an artifact, replacing any file at the path. Returns a fault if it cannot be written. */
export async function saveArtifact(
  output: OutputFolder,
  path: string,
  { bytes }: Pick<Artifact, 'bytes'>,
): Promise<'written' | Diagnostic> {
  const writeResult = await output.write(path, bytes);
  if (writeResult.ok) return 'written';
  return fault(
    'output/failed',
    fileStart(`${output.name}/${path}`),
    say`the file could not be written: ${writeResult.reason}`,
  );
}
