import type { Condition } from './condition.ts';
import { ALL_LANGUAGES, type InLanguages, type Language, type Localised, inLanguage } from './language.ts';
import type { Span } from './span.ts';

/** A document that is sent with letters, as `letter.yaml` lists it: an entry of `sources.yaml`, or a file. */
export type Enclosure = SourceEnclosure | FileEnclosure;

/** An enclosure of which the letter has the title and the address, and that is sent by other means. */
export interface SourceEnclosure {
  readonly kind: 'source';
  /** The key of the source. */
  readonly id: string;
}

/** An enclosure that is a file, or one for each language, which is copied beside the letters. */
export interface FileEnclosure {
  readonly kind: 'file';
  readonly id: string;
  /** The title in the list of enclosures. */
  readonly title: Localised;
  /** The path of the file in the letter's folder, as it is written: for each language, or one for all. */
  readonly file: InLanguages<string>;
  /** The condition that holds for the recipients who get it. */
  readonly for: Condition;
  readonly span: Span;
}

/** The file of an enclosure for one letter. */
export interface ChosenFile {
  /** The path as it is written. */
  readonly path: string;
  /** The language of the file, if it is another than that of the letter; undefined if it is the same. */
  readonly otherLanguage: Language | undefined;
}

/**
 * Chooses the file of an enclosure for a letter in a language: that in the language, else the first in a language that
 * the recipient reads (`readLanguages`, in the recipient's order), else the first of the list.
 */
export function chooseFile(
  { file }: Pick<FileEnclosure, 'file'>,
  language: Language,
  readLanguages: readonly Language[],
): ChosenFile {
  for (const each of [language, ...readLanguages]) {
    const found = findInLanguage(file, each);
    if (found !== undefined) return { path: found, otherLanguage: isSame(each, language) ? undefined : each };
  }
  const [first] = Object.entries(file);
  if (first === undefined) throw new Error('an enclosure without a file passed validation');
  return { path: first[1], otherLanguage: first[0] };
}

/** Returns the file in a language, in that of which it is a variant, or in another variant; or that for all languages. */
function findInLanguage(file: InLanguages<string>, language: Language): string | undefined {
  const found = inLanguage(file, language);
  if (found !== undefined) return found;
  return Object.entries(file).find(([tag]) => tag !== ALL_LANGUAGES && isSame(tag, language))?.[1];
}

/** Whether two tags are of one language, as "en" and "en-US" are: a reader of the one reads the other. */
function isSame(tag: Language, other: Language): boolean {
  return tag.split('-')[0] === other.split('-')[0];
}

/** Returns the enclosures that are files. */
export function fileEnclosures(enclosures: readonly Enclosure[]): readonly FileEnclosure[] {
  return enclosures.filter((enclosure) => enclosure.kind === 'file');
}
