import { conventionsOf } from '../languages/languages.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Language, Localised } from '../model/language.ts';
import type { Note } from '../model/letter.ts';
import type { Inline } from '../model/tree.ts';
import { localisedText } from './in-language.ts';

/** Collects and numbers the notes of one letter. */
export interface Footnotes {
  /**
   * Returns the number of the source's note, from 1 in order of first citation. `at`, the pinpoint of this citation
   * ("art. 70"), is added to those that the note names.
   */
  readonly cite: (source: ClaimSource, at: string | undefined) => number;
  /** Returns the notes of all sources cited so far, in order of their numbers. */
  readonly notes: () => readonly Note[];
}

/** Creates an empty collection of notes. */
export function createFootnotes(language: Language): Footnotes {
  const cited = new Map<ClaimSource, Set<string>>();
  const cite = (source: ClaimSource, at: string | undefined): number => {
    const pinpoints = cited.get(source) ?? new Set();
    cited.set(source, pinpoints);
    if (at !== undefined) pinpoints.add(at);
    return [...cited.keys()].indexOf(source) + 1;
  };
  const notes = (): readonly Note[] =>
    [...cited].map(([source, pinpoints], index) => {
      return { number: index + 1, content: noteContent(source, [...pinpoints], language) };
    });
  return { cite, notes };
}

/** Returns the content of a note: "Rome Statute …, art. 70; art. 112. https://…". */
function noteContent(source: ClaimSource, pinpoints: readonly string[], language: Language): readonly Inline[] {
  const ending = `${conventionsOf(language).pinpoints(pinpoints)}.${source.url === undefined ? '' : ' '}`;
  return [
    ...localisedText(withoutFullStops(source.note), language, ending),
    ...(source.url === undefined ? [] : [autolink(source.url)]),
  ];
}

/** Removes a final full stop: `noteContent` adds one after the pinpoints. */
function withoutFullStops(note: Localised): Localised {
  return Object.fromEntries(Object.entries(note).map(([language, words]) => [language, words.replace(/\.$/, '')]));
}

/** Returns a link whose text is its URL. */
export function autolink(url: string): Inline {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}
