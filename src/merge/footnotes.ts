import { conventionsOf } from '../languages/languages.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Language, Localised } from '../model/language.ts';
import type { Note } from '../model/letter.ts';
import type { Inline } from '../model/tree.ts';
import { localisedText } from './in-language.ts';

/** Collects and numbers the notes of one letter. */
export interface Footnotes {
  /**
   * Returns the number of the source's note, from 1 in order of first citation. `pinpoint` ("art. 70") is the cited
   * location in the source; the note lists the pinpoints of all its citations.
   */
  readonly cite: (source: ClaimSource, at: string | undefined) => number;
  /** Returns the notes of all sources cited so far, in order of their numbers. */
  readonly listNotes: () => readonly Note[];
}

/** Creates a collection without notes. */
export function createFootnotes(language: Language): Footnotes {
  const pinpointsBySource = new Map<ClaimSource, Set<string>>();
  const cite = (source: ClaimSource, pinpoint: string | undefined): number => {
    const pinpoints = pinpointsBySource.get(source) ?? new Set();
    pinpointsBySource.set(source, pinpoints);
    if (pinpoint !== undefined) pinpoints.add(pinpoint);
    return [...pinpointsBySource.keys()].indexOf(source) + 1;
  };
  const listNotes = (): readonly Note[] =>
    [...pinpointsBySource].map(([source, pinpoints], index) => {
      return { number: index + 1, content: noteContent(source, [...pinpoints], language) };
    });
  return { cite, listNotes };
}

/** Returns the content of a note: "Rome Statute …, art. 70; art. 112. https://…". */
function noteContent(source: ClaimSource, pinpoints: readonly string[], language: Language): readonly Inline[] {
  const ending = `${conventionsOf(language).pinpoints(pinpoints)}.${source.url === undefined ? '' : ' '}`;
  return [
    ...localisedText(withoutFullStops(source.note), language, ending),
    ...(source.url === undefined ? [] : [createAutolink(source.url)]),
  ];
}

/** Removes a full stop at the end of the note in each language, because `noteContent` adds one after the pinpoints. */
function withoutFullStops(note: Localised): Localised {
  return Object.fromEntries(Object.entries(note).map(([language, text]) => [language, text.replace(/\.$/, '')]));
}

/** Creates a link whose text is its URL. */
export function createAutolink(url: string): Inline {
  return { type: 'link', url, children: [{ type: 'text', value: url }] };
}
