import type { Artifact } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OutputFolder } from '../world.ts';
import { type ReplacePolicy, judgeExistingFile } from './existing-file.ts';
import { interpretLine } from './manifest.ts';
import { readLines } from './read-lines.ts';
import { saveArtifact } from './save-artifact.ts';
import { sha256 } from './sha256.ts';

/**
 * The pictures beside the letters of a run. Several letters share one file, which is compared and written once for all
 * of them. Paths are relative to the output folder.
 */
export interface SharedPictures {
  /** Decides whether a picture may be written, as `judgeExistingFile` does. */
  readonly judge: (
    path: string,
    picture: Artifact,
    policy: ReplacePolicy,
  ) => Promise<'free' | 'unchanged' | Diagnostic>;
  /** Writes a picture that may be written, unless this run has done so. */
  readonly write: (path: string, picture: Artifact) => Promise<'written' | Diagnostic>;
  /** Returns the SHA-256 of the bytes of a picture. */
  readonly hashOf: (picture: Artifact) => string;
  /** Returns the SHA-256 of the file at a path when it was first asked for; undefined if there is no readable file. */
  readonly hashOnDisk: (path: string) => Promise<string | undefined>;
}

/** Opens the pictures of a run. `manifests`: the paths of the manifests whose letters may have the same pictures. */
export function openSharedPictures(output: OutputFolder, manifests: readonly string[]): SharedPictures {
  const judged = new Map<string, Promise<'free' | 'unchanged' | Diagnostic>>();
  const written = new Map<string, Promise<'written' | Diagnostic>>();
  const hashes = new Map<Uint8Array, string>();
  const diskHashes = new Map<string, Promise<string | undefined>>();

  const judge = async (path: string, picture: Artifact, policy: ReplacePolicy) => {
    const state = await judgeExistingFile(output, path, picture, policy);
    if (typeof state === 'string') return state;
    // A letter that is new may have a picture that another letter had, and that has changed since.
    const recordedHashes = await recordedPictureHashes(output, manifests, picture.name);
    return judgeExistingFile(output, path, picture, { ...policy, recordedHashes });
  };
  const hashOf = ({ bytes }: Artifact): string => {
    const hash = hashes.get(bytes) ?? sha256(bytes);
    hashes.set(bytes, hash);
    return hash;
  };
  return {
    judge: (path, picture, policy) => once(judged, path, () => judge(path, picture, policy)),
    write: (path, picture) => once(written, path, () => saveArtifact(output, path, picture)),
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

/** Returns the hashes that any letter in the manifests records of a picture. */
async function recordedPictureHashes(
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
      for (const file of record.files) if (file.picture === true && file.name === name) recordedHashes.add(file.bytes);
    }
  }
  return [...recordedHashes];
}
