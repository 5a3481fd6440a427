import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { equalBytes } from './equal-bytes.ts';
import { notAFileFault } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** What may be replaced at a path: files with one of these SHA-256 hashes, which a run wrote, or with `force` any. */
export interface ReplacePolicy {
  readonly recordedHashes: readonly string[];
  readonly force: boolean;
}

/**
 * Decides whether an artifact may be written to this path of an output folder. Returns `free` if it may, `unchanged` if
 * the file already has its bytes, or a fault if it may not. A file with other bytes is replaced only as the policy says,
 * so that no file that a user edited or created is lost.
 */
export async function judgeExistingFile(
  output: OutputFolder,
  path: string,
  { bytes, hasSameContent }: Pick<Artifact, 'bytes' | 'hasSameContent'>,
  { recordedHashes, force }: ReplacePolicy,
): Promise<'free' | 'unchanged' | Diagnostic> {
  const existingFile = await output.read(path);
  if (existingFile === undefined) return 'free';
  if (existingFile === 'in-the-way') return notAFileFault(output, path);
  if (equalBytes(existingFile, bytes)) return 'unchanged';
  // A file that differs only in its compression has nothing that would be lost.
  if (force || recordedHashes.includes(sha256(existingFile)) || hasSameContent?.(existingFile) === true) return 'free';
  const message = say`this file was changed by hand, or was not written by demarche; it was left as it is`;
  return fault('output/foreign-file', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away, or overwrite it with --force`,
  });
}
