/** The output formats, in the order in which the files of a letter are written. */
export const FORMATS = ['md', 'html', 'txt', 'pdf', 'svg'] as const;

/** An output format; also the extension of its files. */
export type Format = (typeof FORMATS)[number];

/** The formats that are written unless others are requested. */
export const DEFAULT_FORMATS: readonly Format[] = ['md', 'pdf'];

/** The formats that consist of pages. A letter has to be typeset for them. */
const PAGED_FORMATS: ReadonlySet<Format> = new Set(['pdf', 'svg']);

/** Whether at least one of the formats consists of pages. */
export function includePagedFormat(formats: readonly Format[]): boolean {
  return formats.some((format) => PAGED_FORMATS.has(format));
}

/** The formats of which each page of a letter is a file. */
const PAGE_FILE_FORMATS: ReadonlySet<Format> = new Set(['svg']);

/** Whether at least one of the formats has a file for each page of a letter. */
export function includePageFiles(formats: readonly Format[]): boolean {
  return formats.some((format) => PAGE_FILE_FORMATS.has(format));
}

/** The formats whose letters name their pictures, which are copied beside them. */
const PICTURED_FORMATS: ReadonlySet<Format> = new Set(['md']);

/** Whether letters in at least one of the formats have their pictures beside them. */
function includePicturedFormat(formats: readonly Format[]): boolean {
  return formats.some((format) => PICTURED_FORMATS.has(format));
}

/**
 * What a file is that is beside letters, of which several share it: a picture that a letter names, or an enclosure that is
 * sent with it.
 */
export type SharedKind = 'picture' | 'enclosure';

/** Whether letters in at least one of the formats need the files of a kind beside them. */
export function needSharedFiles(formats: readonly (Format | undefined)[], kind: SharedKind): boolean {
  const letterFormats = formats.filter((format) => format !== undefined);
  return kind === 'picture' ? includePicturedFormat(letterFormats) : letterFormats.length > 0;
}

/** A finished file of a letter. */
export interface Artifact {
  /** The format of the letter or, of a picture, of the letter that names it; undefined for an enclosure. */
  readonly format: Format | undefined;
  /**
   * The file name, which consists of the recipient's id, the language and the format: `eu-be.en.md`. That of a page has
   * its number before the format: `eu-be.en.2.svg`. That of a picture is its path in the folder of the letter's texts:
   * `maps/north.png`; that of an enclosure `enclosures/survey.pdf`.
   */
  readonly name: string;
  /** What it is if several letters share it; undefined for the letter itself. */
  readonly shared: SharedKind | undefined;
  readonly bytes: Uint8Array;
  /** Which page of how many the file shows; undefined if it has the whole letter. Both count from 1. */
  readonly page?: { readonly number: number; readonly total: number };
  /** Returns the text of the letter in reading order. It is computed on demand, because most runs do not need it. */
  readonly words: () => string;
  /** Returns a description of the position of every line on the pages of the file; undefined for formats without pages. */
  readonly layout: (() => string) | undefined;
  /**
   * Returns whether a file with other bytes has the same content, because only its compression differs, as that of two
   * versions of zlib does. A format without compression has no such function.
   */
  readonly hasSameContent?: (other: Uint8Array) => boolean;
}
