import type { Artifact } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFolder } from '../world.ts';
import { type ReplacePolicy, judgeExistingFile } from './existing-file.ts';
import { interpretLine } from './manifest.ts';
import { readLines } from './read-lines.ts';
import { saveArtifact } from './save-artifact.ts';
import { sha256 } from './sha256.ts';
import { sharedKindOf } from './shared-mark.ts';

/**
 * The files beside the letters of a run that several letters share: their pictures and enclosures. Each is compared and
 * written once for all of them. Paths are relative to the output folder.
 */
export interface SharedFiles {
  /** Decides whether a file may be written, as `judgeExistingFile` does. */
  readonly judge: (
    path: string,
    artifact: Artifact,
    policy: ReplacePolicy,
  ) => Promise<'free' | 'unchanged' | Diagnostic>;
  /** Writes a file that may be written, unless this run has done so. */
  readonly write: (path: string, artifact: Artifact) => Promise<'written' | Diagnostic>;
  /** Returns the SHA-256 of the bytes of a file. */
  readonly hashOf: (artifact: Artifact) => string;
  /** Returns the SHA-256 of the file at a path when it was first asked for; undefined if there is no readable file. */
  readonly hashOnDisk: (path: string) => Promise<string | undefined>;
}

/** Opens the shared files of a run. `manifests`: the paths of the manifests whose letters may have the same files. */
export function openSharedFiles(output: OutputFolder, manifests: readonly string[]): SharedFiles {
  const judged = new Map<string, Promise<'free' | 'unchanged' | Diagnostic>>();
  const written = new Map<string, Promise<'written' | Diagnostic>>();
  const hashes = new Map<Uint8Array, string>();
  const diskHashes = new Map<string, Promise<string | undefined>>();

  const judge = async (path: string, artifact: Artifact, policy: ReplacePolicy) => {
    const state = await judgeExistingFile(output, path, artifact, policy);
    if (typeof state === 'string') return state;
    // A letter that is new may have a file that another letter had, and that has changed since.
    const recordedHashes = await recordedSharedHashes(output, manifests, artifact.name);
    return judgeExistingFile(output, path, artifact, { ...policy, recordedHashes });
  };
  const hashOf = ({ bytes }: Artifact): string => {
    const hash = hashes.get(bytes) ?? sha256(bytes);
    hashes.set(bytes, hash);
    return hash;
  };
  return {
    judge: (path, artifact, policy) => once(judged, path, () => judge(path, artifact, policy)),
    write: (path, artifact) => once(written, path, () => saveArtifact(output, path, artifact)),
    hashOf,
    hashOnDisk: (path) => once(diskHashes, path, () => hashFile(output, path)),
  };
}

/** Returns the result for a path, which is computed for the first that asks. */
function once<T>(results: Map<string, Promise<T>>, path: string, compute: () => Promise<T>): Promise<T> {
  const result = results.get(path) ?? compute();
  results.set(path, result);
  return result;
}

async function hashFile(output: OutputFolder, path: string): Promise<string | undefined> {
  const bytes = await output.read(path);
  return bytes instanceof Uint8Array ? sha256(bytes) : undefined;
}

/** Returns the hashes that any letter in the manifests records of a shared file. */
async function recordedSharedHashes(
  output: OutputFolder,
  manifests: readonly string[],
  name: string,
): Promise<readonly string[]> {
  const recordedHashes = new Set<string>();
  for (const manifest of manifests) {
    let lineNumber = 0;
    for await (const line of readLines(output, manifest)) {
      if (line === 'in-the-way') break;
      lineNumber += 1;
      const record = interpretLine(line.text, lineNumber);
      if (typeof record === 'string') continue;
      for (const file of record.files)
        if (sharedKindOf(file) !== undefined && file.name === name) recordedHashes.add(file.bytes);
    }
  }
  return [...recordedHashes];
}
