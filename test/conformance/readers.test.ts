import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { missingPairs, missingWords, wordsIn } from './extracted-text.ts';
import { PDF_READERS } from './pdf-readers.ts';

/**
 * The shares of a text that a reader extracts from the pages. A page has only the positions of glyphs, from which every
 * reader guesses words and their order, so the shares are recorded in `readers.json`, and may not fall below the record.
 * Assistive technology reads the structure tree instead, which `reading-order.test.ts` tests.
 */
interface Shares {
  /** The share of words that are found. */
  readonly words: number;
  /** The share of pairs of adjacent words that are found next to each other in the same order. */
  readonly pairs: number;
  /** The share of names and numbers that a search finds. */
  readonly searched: number;
}

type Script = 'arabic' | 'latin' | 'greek' | 'cyrillic';

const RECORDED = JSON.parse(readFileSync(join(import.meta.dirname, 'readers.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Shares>>>
>;
const SCRIPTS: Readonly<Record<string, Script>> = {
  ar: 'arabic',
  bg: 'cyrillic',
  el: 'greek',
  ru: 'cyrillic',
  uk: 'cyrillic',
};
/** By how much a share may be lower than recorded: a sentence that is worded anew changes it by up to 0.002. */
const TOLERANCE = 0.005;
const letters = inject('recordedLetters');
const measured: Record<string, Record<string, Shares>> = {};

describe.each(PDF_READERS)('$name finds at least the recorded shares', ({ name, textOf }) => {
  test.each(['arabic', 'latin', 'greek', 'cyrillic'] as const)('of letters in %s script', async (script) => {
    const counts = { words: [0, 0], pairs: [0, 0], searched: [0, 0] } satisfies Record<string, [number, number]>;
    const count = (key: keyof typeof counts, missing: number, all: number): void => {
      counts[key][0] += all - missing;
      counts[key][1] += all;
    };
    for (const { language, pdf, markdown, searched } of letters) {
      if ((SCRIPTS[language] ?? 'latin') !== script) continue;
      const words = wordsIn(wordsOfMarkdown(readFileSync(markdown, 'utf8')));
      const text = await textOf(pdf);
      count('words', missingWords(text, words).length, words.length);
      count('pairs', missingPairs(text, words).length, words.length - 1);
      count('searched', searched.filter((wanted) => !finds(text, wanted)).length, searched.length);
    }
    expect(counts.words[1]).toBeGreaterThan(200);
    expect(counts.searched[1]).toBeGreaterThan(5);
    const share = ([found, all]: readonly [number, number] | number[]): number =>
      Math.floor((1000 * (found ?? 0)) / (all ?? 1)) / 1000;
    const shares: Shares = {
      words: share(counts.words),
      pairs: share(counts.pairs),
      searched: share(counts.searched),
    };
    (measured[name] ??= {})[script] = shares;
    const floor = RECORDED[name]?.[script];
    expect(floor).toBeDefined();
    for (const key of ['words', 'pairs', 'searched'] as const) {
      expect(shares[key], `${name}, ${script}, ${key}`).toBeGreaterThanOrEqual((floor?.[key] ?? 1) - TOLERANCE);
    }
  });
});

test.each(PDF_READERS)('$name finds every occurrence of a word in an Arabic letter', async ({ textOf }) => {
  const letter = letters.find(({ name }) => name === 'asp-president.ar');
  if (letter === undefined) throw new Error('the letter to the President was not printed');
  const count = (text: string): number => text.split('المحكمة').length - 1;
  const expected = count(wordsOfMarkdown(readFileSync(letter.markdown, 'utf8')));
  expect(expected).toBeGreaterThan(20);
  expect(count(await textOf(letter.pdf))).toBe(expected);
});

/** Whether a search finds the words, across line ends, but without a digit directly before or after them. */
function finds(text: string, wanted: string): boolean {
  const plain = (words: string): string =>
    words
      .normalize('NFC')
      .replaceAll(/\u00AD|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const escaped = plain(wanted).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<!\\d)${escaped}(?!\\d)`, 'u').test(plain(text));
}

afterAll(() => {
  console.log(`shares that readers find: ${JSON.stringify(measured)}`);
});
