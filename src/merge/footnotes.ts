import { conventionsOf } from '../languages/languages.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Language, Localised } from '../model/language.ts';
import type { Note } from '../model/letter.ts';
import type { Inline } from '../model/tree.ts';
import { ownWords } from './in-language.ts';

/** The notes of one letter while it is put together. */
export interface Footnotes {
  /** The number of the source's note, from 1 in order of first citation; `at` is added to the places that it names. */
  readonly cite: (source: ClaimSource, at: string | undefined) => number;
  readonly notes: () => readonly Note[];
}

/** No notes yet. */
export function noFootnotes(language: Language): Footnotes {
  const cited = new Map<ClaimSource, Set<string>>();
  const cite = (source: ClaimSource, at: string | undefined): number => {
    const places = cited.get(source) ?? new Set();
    cited.set(source, places);
    if (at !== undefined) places.add(at);
    return [...cited.keys()].indexOf(source) + 1;
  };
  const notes = (): readonly Note[] =>
    [...cited].map(([source, places], index) => {
      return { number: index + 1, content: noteContent(source, [...places], language) };
    });
  return { cite, notes };
}

/** "Rome Statute …, art. 70; art. 112. https://…" */
function noteContent(source: ClaimSource, places: readonly string[], language: Language): readonly Inline[] {
  const end = `${conventionsOf(language).pinpoints(places)}.${source.url === undefined ? '' : ' '}`;
  return [
    ...ownWords(withoutFullStops(source.note), language, end),
    ...(source.url === undefined ? [] : [linkShowingItself(source.url)]),
  ];
}

/** Notes are written without their full stop; where one has it all the same, it is not to stand before the places. */
function withoutFullStops(note: Localised): Localised {
  return Object.fromEntries(Object.entries(note).map(([language, words]) => [language, words.replace(/\.$/, '')]));
}

/** An address that is printed as it is, and leads there. */
export function linkShowingItself(url: string): Inline {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}
