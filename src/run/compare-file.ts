import type { Artifact } from '../model/artifact.ts';
import { equalBytes } from './equal-bytes.ts';
import type { FileRecord } from './manifest.ts';
import { sha256 } from './sha256.ts';

/**
 * The result of comparing a file in the output folder with the file that would be written now. The first three need no
 * action:
 *
 * - `fresh`: the file has the same bytes.
 * - `equivalent`: the file is a PDF with other bytes that has the same objects once its streams are inflated. Another
 *   version of zlib causes this.
 * - `recorded`: there is no file, because files of its format are not kept. The words and the pages in the manifest's
 *   record are those of the letter as it would be written.
 * - `stale`: a run wrote the file, or its record, but would now write another.
 * - `misrecorded`: the manifest says that demarche wrote the file from the current texts and profiles, but it would
 *   write another. `generate` would trust the manifest and leave the file as it is.
 * - `edited`: no run wrote the file, and none would.
 * - `missing`: there is no file, and either files of its format are kept or the manifest has no record of it.
 * - `in-the-way`: something other than a readable file is at its path.
 */
export type ComparedState =
  'fresh' | 'equivalent' | 'recorded' | 'stale' | 'misrecorded' | 'edited' | 'missing' | 'in-the-way';

/** The states of a file that may be sent and committed as it is. */
export type UpToDateState = Extract<ComparedState, 'fresh' | 'equivalent' | 'recorded'>;

/** Whether a file in this state may be sent and committed as it is. */
export function isUpToDate(state: string): state is UpToDateState {
  return state === 'fresh' || state === 'equivalent' || state === 'recorded';
}

/** What the manifest says of a file, and how the file is kept. */
export interface RecordedFile {
  /** The record of the file; undefined if the manifest has none. */
  readonly record: FileRecord | undefined;
  /** The hash of the inputs from which the file would be made now. */
  readonly inputs: string;
  /** Whether files of this format are kept after a run. If not, the record of an absent file is compared instead. */
  readonly isKept: boolean;
}

/**
 * Compares a file with `artifact`, the file as it would be written now. This is the only rule by which a file is fresh.
 * Whether a file that is there is up to date depends on its content alone, because the manifest is a file that anyone
 * can edit. The manifest only distinguishes what a run wrote earlier from what a user wrote.
 */
export function compareFile(
  artifact: Artifact,
  fileOnDisk: Uint8Array | 'in-the-way' | undefined,
  { record, inputs, isKept }: RecordedFile,
): ComparedState {
  if (fileOnDisk === 'in-the-way') return 'in-the-way';
  if (fileOnDisk === undefined) {
    if (isKept || record === undefined) return 'missing';
    return isRecordOf(artifact, record) ? 'recorded' : 'stale';
  }
  if (equalBytes(fileOnDisk, artifact.bytes)) return 'fresh';
  if (artifact.hasSameContent?.(fileOnDisk) === true) return 'equivalent';
  if (record?.bytes !== sha256(fileOnDisk)) return 'edited';
  return record.inputs === inputs ? 'misrecorded' : 'stale';
}

/**
 * Whether a record describes the artifact. The bytes of a format without compression are compared; those of one with
 * compression depend on the version of zlib, so its words and pages are.
 */
function isRecordOf({ bytes, words, layout, hasSameContent }: Artifact, record: FileRecord): boolean {
  if (layout === undefined || hasSameContent === undefined) return sha256(bytes) === record.bytes;
  return sha256(words()) === record.words && sha256(layout()) === record.layout;
}
