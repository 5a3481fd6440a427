import type { Job } from '../model/job.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import { coverLetter, recordedFilesIn } from './letter-files.ts';
import { type FileRecord, type LetterRecord, recordedSharedFiles } from './manifest.ts';
import { sha256 } from './sha256.ts';
import type { SharedFiles } from './shared-files.ts';

/**
 * Whether the files of a letter are current in every format of the job, so that a run need not make the letter: each
 * file exists, has the bytes that the manifest records, and was made from the same inputs; and the pictures and
 * enclosures beside it are as recorded. The hash of the inputs covers the version of demarche, the job, the shared files, the
 * profile, its pictures and enclosures and, for formats with pages, the fonts (`hashInputs`). If `inputHashOf` is undefined, the inputs are not
 * compared: the caller has found that none has changed.
 *
 * The manifest is trusted here, as only `generate` does. `compareFile` is the rule that does not trust it.
 */
export async function isLetterCurrent(
  output: OutputFolder,
  { letter, formats }: Pick<Job, 'letter' | 'formats'>,
  record: LetterRecord | undefined,
  inputHashOf: InputHashOf | undefined,
  sharedFiles: Pick<SharedFiles, 'hashOnDisk'>,
): Promise<boolean> {
  for (const format of formats) {
    const fileRecords = record === undefined ? [] : recordedFilesIn(record, format);
    // Without matching records of all files the letter cannot be current, so that none is read.
    if (!coverLetter(fileRecords, format)) return false;
    for (const fileRecord of fileRecords) {
      if ((inputHashOf?.(format) ?? fileRecord.inputs) !== fileRecord.inputs) return false;
      if (!hasRecordedBytes(fileRecord, await output.read(`${letter}/${fileRecord.name}`))) return false;
    }
  }
  for (const { name, bytes } of recordedSharedFiles(record, formats))
    if ((await sharedFiles.hashOnDisk(`${letter}/${name}`)) !== bytes) return false;
  return true;
}

/** Whether a file in the output folder is there and has the bytes that the manifest records. */
export function hasRecordedBytes(record: FileRecord, fileOnDisk: Uint8Array | 'in-the-way' | undefined): boolean {
  return fileOnDisk instanceof Uint8Array && sha256(fileOnDisk) === record.bytes;
}
