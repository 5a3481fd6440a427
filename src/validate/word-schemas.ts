import * as v from 'valibot';
import { lineOfText, listOf } from './value-schemas.ts';

/** The maximum length of a word or phrase that letters print, in UTF-16 code units. */
export const MAX_PHRASE = 100;

/** The maximum length of a sentence that letters print, in UTF-16 code units. */
export const MAX_SENTENCE = 300;

/** The maximum number of words in a list. */
const MAX_WORDS = 200;

/** Returns the schema of a text that has no places for values, and is printed as it is. */
export function textWithin(length: number): v.GenericSchema<string, string> {
  return v.pipe(
    lineOfText,
    v.maxLength(length, `text of at most ${length} characters`),
    v.regex(/^[^{}]*$/u, 'text without { and }, as no value is put into it'),
  );
}

/** Returns the schema of a pattern in which each of the places is exactly once. `example`: the pattern of English. */
export function patternWith(
  places: readonly string[],
  example: string,
  length: number = MAX_SENTENCE,
): v.GenericSchema<string, string> {
  const once = places.map((place) => String.raw`(?=.*\{${place}\})(?!.*\{${place}\}.*\{${place}\})`).join('');
  const within = String.raw`(?:[^{}]|\{(?:${places.join('|')})\})*`;
  const names = places.map((place) => `{${place}}`);
  const each =
    names.length === 1 ? `${names[0]} once` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, each once`;
  return v.pipe(
    lineOfText,
    v.maxLength(length, `text of at most ${length} characters`),
    v.regex(new RegExp(`^${once}${within}$`, 'u'), `text with ${each}, as in "${example}"`),
  );
}

/** Returns the schema of a text of a form of address, in which each of the places may be. */
export function formWith(...places: readonly string[]): v.GenericSchema<string, string> {
  const names = places.map((place) => `{${place}}`).join(', ');
  return v.pipe(
    lineOfText,
    v.maxLength(MAX_SENTENCE, `text of at most ${MAX_SENTENCE} characters`),
    v.regex(
      new RegExp(String.raw`^(?:[^{}]|\{(?:${places.join('|')})\})*$`, 'u'),
      `text with no braces but those of ${names}`,
    ),
  );
}

/** Returns the schema of a list of words. */
export function wordsOf(item: v.GenericSchema<string, string>): v.GenericSchema<unknown, string[]> {
  return v.pipe(listOf(item), v.maxLength(MAX_WORDS, `a list of at most ${MAX_WORDS}`));
}
