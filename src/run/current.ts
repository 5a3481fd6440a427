import type { Job } from '../model/job.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import { type FileRecord, type LetterRecord, letterKey } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** The status of a file in the output folder compared with its record in the manifest; see `fileStatus`. */
export type FileStatus = 'current' | 'other-inputs' | 'other-bytes' | 'missing';

/** What a file and its record must satisfy to be current. */
export interface Expectation {
  /** Hash of the inputs that the file would be made from now; undefined if only the bytes are compared. */
  readonly inputs: string | undefined;
  /** Whether files of this format are kept. If not, a missing file counts as one with the recorded bytes. */
  readonly isKept: boolean;
}

/**
 * Returns whether a file is still what a run would write, by its record in the manifest and without making the letter:
 *
 * - `current`: the file has the recorded bytes and was made from these inputs. The hash of the inputs covers the
 *   version of demarche, the job, the shared files, the profile and, for formats with pages, the fonts (`hashInputs`).
 * - `other-inputs`: the file has the recorded bytes but was made from other inputs. Making the letter again may still
 *   give the same bytes.
 * - `other-bytes`: the file differs from its record or has none: it was changed by hand, or no run wrote it.
 * - `missing`: there is no file. If files of its format are not kept, only a file without a record is missing.
 *
 * `present`: the bytes on the disk. Anything other than a plain file (`in-the-way`) counts as no file. The record's
 * words, layout and trace are not compared: that needs the letter to be made.
 */
export function fileStatus(
  record: FileRecord | undefined,
  { inputs, isKept }: Expectation,
  present: Uint8Array | 'in-the-way' | undefined,
): FileStatus {
  const bytesIfAbsent = isKept ? undefined : record?.bytes;
  const bytes = present instanceof Uint8Array ? sha256(present) : bytesIfAbsent;
  if (bytes === undefined) return 'missing';
  if (bytes !== record?.bytes) return 'other-bytes';
  return isMadeFrom(record, inputs) ? 'current' : 'other-inputs';
}

/**
 * Whether the files of a letter exist and are current in every format of the job, so that a run leaves them as they
 * are. If `inputs` is undefined, only the bytes are compared: the caller knows that no input has changed.
 */
export async function isLetterCurrent(
  output: OutputFolder,
  { letter, formats }: Pick<Job, 'letter' | 'formats'>,
  record: LetterRecord | undefined,
  inputs: InputHashOf | undefined,
): Promise<boolean> {
  for (const format of formats) {
    const file = record?.files.find(({ name }) => name === `${letterKey(record)}.${format}`);
    const expectation: Expectation = { inputs: inputs?.(format), isKept: true };
    // The record alone decides; the file need not be read.
    if (file === undefined || !isMadeFrom(file, expectation.inputs)) return false;
    const present = await output.read(`${letter}/${file.name}`);
    if (fileStatus(file, expectation, present) !== 'current') return false;
  }
  return true;
}

function isMadeFrom(record: FileRecord, inputs: string | undefined): boolean {
  return inputs === undefined || record.inputs === inputs;
}
