import type { Job } from '../model/job.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import { type FileRecord, type LetterRecord, letterKey } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** The status of a file in the output folder in comparison with its record in the manifest; see `fileStatus`. */
export type FileStatus = 'current' | 'other-inputs' | 'other-bytes' | 'missing';

/** The conditions under which a file is current, that is, as a run would write it now. */
export interface Expectation {
  /** The hash of the inputs from which the file would be made now; undefined if only the bytes are to be compared. */
  readonly inputs: string | undefined;
  /**
   * Whether files of this format are kept after a run. If not, a missing file is treated as if it had the recorded
   * bytes.
   */
  readonly isKept: boolean;
}

/**
 * Compares a file with its record in the manifest, without making the letter. `fileOnDisk` is its content. A path with
 * something other than a plain file (`in-the-way`) is treated as one without a file. Returns one of:
 *
 * - `current`: the file has the recorded bytes and was made from the same inputs. Their hash covers the version of
 *   demarche, the job, the shared files, the profile and, for formats with pages, the fonts (`hashInputs`).
 * - `other-inputs`: the file has the recorded bytes but was made from other inputs. Making the letter again may still
 *   result in the same bytes.
 * - `other-bytes`: the file differs from its record, or has none: a user changed it, or no run wrote it.
 * - `missing`: there is no file. If files of its format are not kept, this also requires that there is no record.
 *
 * The recorded words, layout and trace are not compared, because the letter would have to be made for that.
 */
export function fileStatus(
  record: FileRecord | undefined,
  { inputs, isKept }: Expectation,
  fileOnDisk: Uint8Array | 'in-the-way' | undefined,
): FileStatus {
  const hashIfAbsent = isKept ? undefined : record?.bytes;
  const hash = fileOnDisk instanceof Uint8Array ? sha256(fileOnDisk) : hashIfAbsent;
  if (hash === undefined) return 'missing';
  if (hash !== record?.bytes) return 'other-bytes';
  return wasMadeFrom(record, inputs) ? 'current' : 'other-inputs';
}

/**
 * Whether the files of a letter exist and are current in every format of the job, so that a run need not write them. If
 * `inputHashOf` is undefined, only the bytes are compared: the caller has found that no input has changed.
 */
export async function isLetterCurrent(
  output: OutputFolder,
  { letter, formats }: Pick<Job, 'letter' | 'formats'>,
  record: LetterRecord | undefined,
  inputHashOf: InputHashOf | undefined,
): Promise<boolean> {
  for (const format of formats) {
    const fileRecord = record?.files.find(({ name }) => name === `${letterKey(record)}.${format}`);
    const expectation: Expectation = { inputs: inputHashOf?.(format), isKept: true };
    // Without a matching record the file cannot be current, so it is not read.
    if (fileRecord === undefined || !wasMadeFrom(fileRecord, expectation.inputs)) return false;
    const fileOnDisk = await output.read(`${letter}/${fileRecord.name}`);
    if (fileStatus(fileRecord, expectation, fileOnDisk) !== 'current') return false;
  }
  return true;
}

/** Whether the recorded inputs are these; always true if `inputs` is undefined. */
function wasMadeFrom(record: FileRecord, inputs: string | undefined): boolean {
  return inputs === undefined || record.inputs === inputs;
}
