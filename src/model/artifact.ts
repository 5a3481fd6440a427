/** What a letter can be written as. */
export type Format = 'md' | 'pdf';

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
