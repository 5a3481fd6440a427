import { type Format, havePages } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** The inputs that the letters of a run have in common, as far as they can change the bytes of a letter. */
export interface SharedInputs {
  /** The version of demarche. */
  readonly tool: string;
  readonly job: Job;
  /** Digest of the files that all letters share; see `RecordedWorld`. */
  readonly files: string;
  /** Hash of the fonts, see `identifyFonts`; null if no format of the job has pages. */
  readonly fonts: string | null;
}

/** Returns the hash over everything that the file of a letter in this format is made from. */
export type InputHashOf = (format: Format) => string;

/**
 * Hashes the shared inputs and the profile of a letter; the fonts only for formats with pages. The formats and editions
 * of the job are left out: they decide which files are made, not their bytes.
 */
export function hashInputs(shared: SharedInputs, profile: Data): InputHashOf {
  const { letter, date, attachSource } = shared.job;
  const textInputs = sha256(
    JSON.stringify([shared.tool, letter, date ?? null, attachSource, shared.files, contentOnly(profile)]),
  );
  const pageInputs = sha256(`${textInputs} ${shared.fonts}`);
  return (format) => (havePages([format]) ? pageInputs : textInputs);
}

/** Returns data without locations, so that moving a profile in its file or editing a comment makes no letter stale. */
function contentOnly(data: Data): unknown {
  switch (data.kind) {
    case 'scalar':
      return data.text;
    case 'list':
      return data.items.map(contentOnly);
    case 'fields':
      return Object.fromEntries(data.entries.map(({ key, value }) => [key, contentOnly(value)]));
  }
}

/** Bytes; more than the table directory that begins an OpenType font, which has a checksum of each table. */
const DIRECTORY_SIZE = 1024;

/**
 * Returns one hash over all fonts, which changes with any of them. Only the table directories are read, because many
 * runs set no page and need no more of the fonts.
 */
export function identifyFonts({ readResource }: World): string {
  const files = Object.values(FONT_FILES).map((file) => readResource(file, DIRECTORY_SIZE));
  return sha256(JSON.stringify(files.map((bytes) => sha256(bytes))));
}
