/** The output formats, in the order in which the files of a letter are written. */
export const FORMATS = ['md', 'pdf'] as const;

/** An output format; also the extension of its files. */
export type Format = (typeof FORMATS)[number];

/** Formats that consist of pages, for which a letter has to be typeset. */
const PAGED: ReadonlySet<Format> = new Set(['pdf']);

/** Whether any of these formats consists of pages. */
export function havePages(formats: readonly Format[]): boolean {
  return formats.some((format) => PAGED.has(format));
}

/** A finished file of a letter. */
export interface Artifact {
  readonly format: Format;
  /** The file name: recipient, language and format, as `eu-be.en.md`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Returns the words of the letter in reading order. A function, because most runs do not need them. */
  readonly words: () => string;
  /** Returns the position of every line as text; undefined for formats without pages. */
  readonly layout: (() => string) | undefined;
}
