/** The parts of a letter that name its files. */
export interface LetterName {
  /** The recipient's id. */
  readonly id: string;
  readonly language: string;
}

/** Returns the file name of a letter: the recipient's id, the language and the extension, as in `eu-be.en.md`. */
export function letterFileName({ id, language }: LetterName, extension: string): string {
  return `${id}.${language}.${extension}`;
}

/** Returns the file name of a page of a letter, which counts from 1: `eu-be.en.2.svg`. */
export function pageFileName(letter: LetterName, page: number, extension: string): string {
  return letterFileName(letter, `${page}.${extension}`);
}
