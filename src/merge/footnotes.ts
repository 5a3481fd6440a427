import type { Conventions } from '../languages/conventions.ts';
import { noteEnding } from '../languages/note-forms.ts';
import type { ClaimSource } from '../model/source.ts';
import { inLanguageOrFirst, type Language, type Localised, inLanguage } from '../model/language.ts';
import type { Note } from '../model/letter.ts';
import type { Inline, Text } from '../model/tree.ts';
import { localisedText } from './in-language.ts';

/** Collects and numbers the notes of one letter. */
export interface Footnotes {
  /**
   * Adds a note for a citation and returns its number, from 1 in the order of the calls. `pinpoint` ("art. 70") is the
   * cited location in the source.
   */
  readonly cite: (source: ClaimSource, pinpoint: string | undefined) => number;
  /** Returns all notes, in order of their numbers. */
  readonly listNotes: () => readonly Note[];
}

/** Creates a collection without notes. */
export function createFootnotes(language: Language, conventions: Conventions): Footnotes {
  const notes: Note[] = [];
  const cite = (source: ClaimSource, pinpoint: string | undefined): number => {
    const shortName = shortNameOf(source, language, conventions);
    notes.push({
      number: notes.length + 1,
      source: source.key,
      content: fullContent(source, pinpoint, language, conventions),
      ...(shortName === undefined ? {} : { shortName }),
      ...(pinpoint === undefined ? {} : { pinpoint }),
    });
    return notes.length;
  };
  return { cite, listNotes: () => notes };
}

/** Returns the content of a note that gives its source in full: "Rome Statute …, art. 70. https://…". */
function fullContent(
  source: ClaimSource,
  pinpoint: string | undefined,
  language: Language,
  conventions: Conventions,
): readonly Inline[] {
  const ending = `${noteEnding(pinpoint, conventions)}${source.url === undefined ? '' : ' '}`;
  return [
    ...localisedText(withoutFullStops(source.note), language, conventions, ending),
    ...(source.url === undefined ? [] : [createAutolink(source.url)]),
  ];
}

/**
 * Returns the short name of a source: in the language of the letter or else, if the source has none, in the language
 * in which its note is printed. Undefined if there is neither.
 */
function shortNameOf({ note, short }: ClaimSource, language: Language, conventions: Conventions): Text | undefined {
  if (short === undefined) return undefined;
  const languages = [language, inLanguageOrFirst(note, language).language];
  for (const chosen of languages) {
    const name = inLanguage(short, chosen);
    if (name !== undefined) return localisedText({ [chosen]: name }, language, conventions, '')[0];
  }
  return undefined;
}

/** Removes a full stop at the end of the note in each language, because `noteEnding` adds one after the pinpoint. */
function withoutFullStops(note: Localised): Localised {
  return Object.fromEntries(Object.entries(note).map(([language, text]) => [language, text.replace(/\.$/, '')]));
}

/** Creates a link whose text is its URL. */
export function createAutolink(url: string): Inline {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}
