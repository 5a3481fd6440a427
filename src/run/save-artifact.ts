import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { startOf } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { equalBytes, inTheWay } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** What became of an artifact on its way to the disk. */
export type Saved = 'written' | 'unchanged' | Diagnostic;

/**
 * Saves an artifact unless the same bytes are there already. A file that is there with other bytes is replaced only if
 * it is what we wrote last (`lastWritten`: the hash in the manifest) or if `force` says so: what somebody changed by
 * hand, or put there, is not ours to lose.
 */
export async function saveArtifact(
  output: OutputFolder,
  path: string,
  artifact: Artifact,
  { lastWritten, force }: { readonly lastWritten: string | undefined; readonly force: boolean },
): Promise<Saved> {
  const span = startOf(`${output.name}/${path}`);
  const present = await output.read(path);
  if (present === 'in-the-way') return inTheWay(output, path);
  if (present !== undefined) {
    if (equalBytes(present, artifact.bytes)) return 'unchanged';
    if (!force && sha256(present) !== lastWritten) {
      return fault(
        'output/foreign-file',
        span,
        say`this file was changed by hand, or is not one of ours; it was left as it is`,
        {
          hint: say`move it away, or overwrite it with --force`,
        },
      );
    }
  }
  const written = await output.write(path, artifact.bytes);
  return written.ok ? 'written' : fault('output/failed', span, say`the file could not be written: ${written.reason}`);
}
