import { FORMATS, includePageFiles, type Format } from '../model/artifact.ts';
import { LANGUAGE_TAG_PATTERN } from '../model/language-tag.ts';
import { letterFileName, pageFileName, type LetterName } from '../model/letter-file-name.ts';
import { nameRequirement } from '../model/name.ts';
import type { FileRecord, LetterRecord } from './manifest.ts';

/** What the name of a letter's file says. */
export interface LetterFileName extends LetterName {
  readonly name: string;
  /** The page that the file shows, from 1; undefined if its format has the whole letter in one file. */
  readonly page: number | undefined;
  readonly format: Format;
}

/**
 * The name of a letter's file: the recipient's id, which may have full stops inside, the language, the page if each is a
 * file, and the format. The language is next to the format or the page, so that `x.en.1.svg` has one reading.
 */
const FILE_NAME = new RegExp(
  String.raw`^(?<id>.+)\.(?<language>${LANGUAGE_TAG_PATTERN})(?:\.(?<page>[1-9]\d*))?\.(?<extension>[a-z]+)$`,
  'u',
);

/** Reads the name of a file. Returns undefined for a name that no file of a letter has. */
export function readLetterFileName(name: string): LetterFileName | undefined {
  const { id = '', language = '', page, extension } = FILE_NAME.exec(name)?.groups ?? {};
  const format = FORMATS.find((candidate) => candidate === extension);
  if (format === undefined || nameRequirement(id) !== undefined) return undefined;
  if (includePageFiles([format]) !== (page !== undefined)) return undefined;
  return { name, id, language, page: page === undefined ? undefined : Number(page), format };
}

/** Returns the names of the files of a letter in a format, of which a letter on pages has a number of `pages`. */
export function letterFileNames(letter: LetterName, format: Format, pages: number): readonly string[] {
  if (!includePageFiles([format])) return [letterFileName(letter, format)];
  return Array.from({ length: pages }, (_, index) => pageFileName(letter, index + 1, format));
}

/** Returns the records of the files of a letter in a format, by page. */
export function recordedFilesIn(record: LetterRecord, format: Format): readonly FileRecord[] {
  if (!includePageFiles([format])) {
    const onlyName = letterFileName(record, format);
    return record.files.filter(({ name }) => name === onlyName);
  }
  return record.files
    .flatMap((file) => {
      const page = pageIn(record, format, file.name);
      return page === undefined ? [] : [{ file, page }];
    })
    .toSorted((a, b) => a.page - b.page)
    .map(({ file }) => file);
}

/** Whether these records of one format are those of the whole letter: of one file, or of all its pages. */
export function coverLetter(files: readonly FileRecord[], format: Format): boolean {
  if (!includePageFiles([format])) return files.length === 1;
  return files.length > 0 && files.every(({ pages }) => pages === files.length);
}

/** Returns the page of a letter that a file shows by its name; undefined if it shows none of this letter and format. */
function pageIn(letter: LetterName, format: Format, name: string): number | undefined {
  const file = readLetterFileName(name);
  const isOfLetter = file?.format === format && file.id === letter.id && file.language === letter.language;
  return isOfLetter ? file.page : undefined;
}
