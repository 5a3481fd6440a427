import type { OutputFolder } from '../world.ts';
import { type FileRecord, interpretLine, manifestPath } from './manifest.ts';
import { readLines } from './read-lines.ts';
import { sha256 } from './sha256.ts';
import { sharedKindOf } from './shared-mark.ts';

/** The pictures and enclosures that letters had: the hashes of each, by its name. It is small for any number of letters. */
export type EarlierFiles = Map<string, Set<string>>;

/** Adds the pictures and enclosures among the files of letters. */
export function addEarlierFiles(earlierFiles: EarlierFiles, files: readonly FileRecord[]): void {
  for (const file of files) {
    if (sharedKindOf(file) === undefined) continue;
    const hashes = earlierFiles.get(file.name) ?? new Set();
    earlierFiles.set(file.name, hashes.add(file.bytes));
  }
}

/**
 * Deletes pictures and enclosures that no letter has any more. `earlierFiles`: those of the records that the run
 * replaced or removed. A file that a letter in the manifest still has is kept, and so is one that was changed since. It must be
 * called only after a run for all recipients. A file that cannot be deleted stays, and does no harm.
 */
export async function removeObsoleteFiles(
  output: OutputFolder,
  letter: string,
  earlierFiles: EarlierFiles,
): Promise<void> {
  if (earlierFiles.size === 0) return;
  const obsoleteFiles = new Map(earlierFiles);
  let lineNumber = 0;
  for await (const line of readLines(output, manifestPath(letter))) {
    if (line === 'in-the-way') return;
    lineNumber += 1;
    const record = interpretLine(line.text, lineNumber);
    if (record === 'unreadable') return;
    if (typeof record !== 'string') for (const { name } of record.files) obsoleteFiles.delete(name);
  }
  for (const [name, hashes] of obsoleteFiles) {
    const path = `${letter}/${name}`;
    const fileOnDisk = await output.read(path);
    if (fileOnDisk instanceof Uint8Array && hashes.has(sha256(fileOnDisk))) await output.remove(path);
  }
}
