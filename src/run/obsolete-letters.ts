import type { OutputFolder } from '../world.ts';
import type { FileRecord } from './manifest.ts';
import { sharedKindOf } from './shared-mark.ts';
import type { ManifestWriter } from './manifest-writer.ts';

/**
 * Removes the letters that are not settled and have no files from a manifest. It must be called only after a run for
 * all recipients, because other runs do not know whether a letter still has a recipient. Returns the records of the files of these
 * letters.
 */
export async function removeObsoleteLetters(
  output: OutputFolder,
  letter: string,
  manifest: ManifestWriter,
): Promise<readonly FileRecord[]> {
  const removedFiles: FileRecord[] = [];
  for (const key of manifest.unsettledKeys()) {
    const records = await manifest.recordsOf(key);
    if (!records.ok) return removedFiles;
    // A picture or an enclosure may be that of other letters too.
    const letterFiles = records.value.flatMap(({ files }) => files.filter((file) => sharedKindOf(file) === undefined));
    const fileNames = new Set(letterFiles.map(({ name }) => name));
    const filesOnDisk = await Promise.all([...fileNames].map((name) => output.read(`${letter}/${name}`)));
    if (filesOnDisk.some((bytes) => bytes !== undefined)) continue;
    manifest.remove(key);
    removedFiles.push(...records.value.flatMap(({ files }) => files));
  }
  return removedFiles;
}
