import { type Format, includePagedFormat } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import { FONT_FILES } from '../model/font-files.ts';
import type { FontFile } from '../model/font-settings.ts';
import type { Job } from '../model/job.ts';
import type { World } from '../world.ts';
import { sha256 } from './sha256.ts';

/** The inputs that all letters of a run share, as far as they can affect the bytes of a letter. */
export interface SharedInputs {
  /** The version of demarche. */
  readonly tool: string;
  readonly job: Job;
  /** The digest of the files that all letters share; see `RecordedWorld`. */
  readonly files: string;
  /** The hash of the fonts (`identifyFonts`); null if no format of the job has pages. */
  readonly fonts: string | null;
  /** The hash of the font files of the campaign (`identifyFontFiles`); null if it has none. */
  readonly ownFonts: string | null;
}

/**
 * Returns the hash of all inputs from which the file of a letter in this format is made, or an enclosure of it, which has
 * no format.
 */
export type InputHashOf = (format: Format | undefined) => string;

/**
 * Hashes the shared inputs, the profile of a letter, and the files that are its own (the result of `Plan.hashOwnFiles`).
 * The fonts are included only for formats with pages. The formats and editions of the job are not included: they determine which
 * files are made, but not the bytes of a file.
 */
export function hashInputs(shared: SharedInputs, profile: Data, ownFiles: string): InputHashOf {
  const { letter, date, attachSource, embed = false } = shared.job;
  const textHash = sha256(
    JSON.stringify([
      shared.tool,
      letter,
      date ?? null,
      attachSource,
      shared.files,
      stripSpans(profile),
      // Left out if there are none, so that letters without such files keep their hashes.
      ...(ownFiles === '' ? [] : [ownFiles, embed]),
    ]),
  );
  const pageHash = sha256([textHash, shared.fonts, ...(shared.ownFonts === null ? [] : [shared.ownFonts])].join(' '));
  return (format) => (format !== undefined && includePagedFormat([format]) ? pageHash : textHash);
}

/**
 * Returns data without its spans, so that the hash stays the same when a profile is moved in its file or a comment is
 * edited.
 */
function stripSpans(data: Data): unknown {
  switch (data.kind) {
    case 'scalar':
      return data.text;
    case 'list':
      return data.items.map(stripSpans);
    case 'fields':
      return Object.fromEntries(data.entries.map(({ key, value }) => [key, stripSpans(value)]));
  }
}

/**
 * The number of bytes that are read of a font. An OpenType font begins with its table directory, which has a checksum
 * of each table and is shorter than this.
 */
const TABLE_DIRECTORY_BYTES = 1024;

/**
 * Returns one hash that changes if any of the fonts changes. Only the table directories of the fonts are read, because
 * many runs set no page and need nothing else of the fonts.
 */
export function identifyFonts({ readResource }: World): string {
  const directories = Object.values(FONT_FILES).map((file) => readResource(file, TABLE_DIRECTORY_BYTES));
  return sha256(JSON.stringify(directories.map((bytes) => sha256(bytes))));
}

/** Returns one hash over the font files of a campaign and the faces that they are for; null if there are none. */
export function identifyFontFiles(files: readonly FontFile[]): string | null {
  if (files.length === 0) return null;
  return sha256(JSON.stringify(files.map(({ face, bytes }) => [face, sha256(bytes)])));
}
