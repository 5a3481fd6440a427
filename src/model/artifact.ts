/** What a letter can be written as, in the order in which its files are written. */
export const FORMATS = ['md', 'pdf'] as const;

export type Format = (typeof FORMATS)[number];

/** Formats that show pages: letters are laid out for them. */
const PAGED: ReadonlySet<Format> = new Set(['pdf']);

/** Whether any of these formats shows pages. */
export function havePages(formats: readonly Format[]): boolean {
  return formats.some((format) => PAGED.has(format));
}

/** A finished file: what it is and its bytes. */
export interface Artifact {
  readonly format: Format;
  /** `eu-be.en.md`: recipient, language, format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its words in reading order, put together when they are asked for. */
  readonly words: () => string;
  /** Where every line stands, as text, for formats that have pages; put together when it is asked for. */
  readonly layout: (() => string) | undefined;
}
