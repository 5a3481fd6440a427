import type { Job } from '../model/job.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import { type FileRecord, type LetterRecord, letterKey } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** How a file in the output folder stands to its record in the manifest; see `standingOf`. */
export type FileStatus = 'current' | 'other-inputs' | 'other-bytes' | 'missing';

/** What is asked of a file and its record. */
export interface Expectation {
  /** The hash of what the file would be made from now. Undefined: not compared; only the bytes are asked about. */
  readonly inputs: string | undefined;
  /** Must the file be there? False: files of its kind are not kept, and the record stands for one that is absent. */
  readonly isKept: boolean;
}

/**
 * Is a file still what a run would write? The manifest decides, without the letter being made:
 *
 * - `current`: the bytes hash as recorded, and the record has these inputs. The tool's version, the job, the shared
 *   files, the profile and, for pages, the fonts are all in the one hash of the inputs (`hashInputs`).
 * - `other-inputs`: the bytes hash as recorded, but were made from something else. A letter that is made now may turn
 *   out the same all the same.
 * - `other-bytes`: the bytes are not those of the record, or there is no record: changed by hand, or not ours.
 * - `missing`: no file. If files of its kind are not kept, a record stands for the file, and its inputs decide.
 *
 * What is not a plain file counts as no file. The record's words, layout and trace do not count: they are compared with
 * those of a letter that was made.
 */
export function fileStatus(
  record: FileRecord | undefined,
  { inputs, isKept }: Expectation,
  present: Uint8Array | 'in-the-way' | undefined,
): FileStatus {
  const absent = isKept ? undefined : record?.bytes;
  const bytes = present instanceof Uint8Array ? sha256(present) : absent;
  if (bytes === undefined) return 'missing';
  if (bytes !== record?.bytes) return 'other-bytes';
  return isMadeFrom(record, inputs) ? 'current' : 'other-inputs';
}

/**
 * Are the files of a letter current, in every format of the job, so that a run leaves them? A run keeps all formats, so
 * each file must be there. Inputs that are undefined are not compared: the caller knows that none has changed.
 */
export async function isLetterCurrent(
  output: OutputFolder,
  { letter, formats }: Pick<Job, 'letter' | 'formats'>,
  record: LetterRecord | undefined,
  inputs: InputHashOf | undefined,
): Promise<boolean> {
  for (const format of formats) {
    const file = record?.files.find(({ name }) => name === `${letterKey(record)}.${format}`);
    const terms: Expectation = { inputs: inputs?.(format), isKept: true };
    // Not worth reading the file for.
    if (file === undefined || !isMadeFrom(file, terms.inputs)) return false;
    const present = await output.read(`${letter}/${file.name}`);
    if (fileStatus(file, terms, present) !== 'current') return false;
  }
  return true;
}

function isMadeFrom(record: FileRecord, inputs: string | undefined): boolean {
  return inputs === undefined || record.inputs === inputs;
}
