import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { startOf } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { inTheWay } from './manifest.ts';
import { sha256 } from './sha256.ts';

/**
 * May an artifact be saved under this path? 'unchanged': the same bytes are there already. A file that is there with
 * other bytes is replaced only if a run wrote it (`ours`: the hashes in the manifest) or if `force` says so: what somebody
 * changed by hand, or put there, must not be lost.
 */
export async function judgePlace(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
  { ours, force }: { readonly ours: readonly string[]; readonly force: boolean },
): Promise<'free' | 'unchanged' | Diagnostic> {
  const present = await output.read(path);
  if (present === undefined) return 'free';
  if (present === 'in-the-way') return inTheWay(output, path);
  if (equalBytes(present, bytes)) return 'unchanged';
  if (force || ours.includes(sha256(present))) return 'free';
  const message = say`this file was changed by hand, or is not one of ours; it was left as it is`;
  return fault('output/foreign-file', startOf(`${output.name}/${path}`), message, {
    hint: say`move it away, or overwrite it with --force`,
  });
}

/** Saves an artifact under a path that was found free. */
export async function saveArtifact(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
): Promise<'written' | Diagnostic> {
  const written = await output.write(path, bytes);
  if (written.ok) return 'written';
  return fault(
    'output/failed',
    startOf(`${output.name}/${path}`),
    say`the file could not be written: ${written.reason}`,
  );
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
