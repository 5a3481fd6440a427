import { type FilePath, readFilePath } from './file-path.ts';
import type { Outcome } from './outcome.ts';

/** A file that is sent with letters, read and checked. One object stands for it in all letters of a run. */
export interface EnclosedFile {
  /** Its path in the letter's folder: `annexes/survey.pdf`. */
  readonly path: string;
  /** Its name, which recipients see: `survey.pdf`. */
  readonly name: string;
  /** Its media type (RFC 6838): `application/pdf`. */
  readonly mediaType: string;
  /** The bytes of the file. */
  readonly bytes: Uint8Array;
  /** The SHA-256 hash of the bytes, in hexadecimal. */
  readonly hash: string;
}

/**
 * The files that a letter encloses, by their path in its folder: each checked, with the warnings of the check, or the
 * faults of the file. Both are reported where the file is named (`enclosures` of `letter.yaml`).
 */
export type EnclosedFiles = ReadonlyMap<string, Outcome<EnclosedFile>>;

/** No enclosed files, as most letters have. */
export const NO_ENCLOSED_FILES: EnclosedFiles = new Map();

/**
 * The maximum size of one enclosed file, in bytes. It is read in chunks, so that a larger one is never in memory.
 * Those of a run are kept until its end.
 */
export const MAX_ENCLOSED_BYTES = 50_000_000;

/** The folder beside the letters into which enclosures are copied. */
export const ENCLOSURES_FOLDER = 'enclosures';

/** Returns the path of the copy of an enclosure, relative to the folder of the letters: `enclosures/survey.pdf`. */
export function copyOfEnclosure({ name }: Pick<EnclosedFile, 'name'>): string {
  return `${ENCLOSURES_FOLDER}/${name}`;
}

/** Reads the path of an enclosure as `letter.yaml` has it (`readFilePath`). */
export function readEnclosurePath(written: string): FilePath {
  return readFilePath(written, { noun: 'enclosure', example: 'annexes/survey.pdf' });
}

/** Returns the checked file of a path as `letter.yaml` has it; undefined if there is none that can be sent. */
export function findEnclosedFile(files: EnclosedFiles, written: string): EnclosedFile | undefined {
  const path = readEnclosurePath(written);
  const file = path.ok ? files.get(path.path) : undefined;
  return file?.ok === true ? file.value : undefined;
}
