import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { conventionsOf } from '../../src/languages/languages.ts';
import { missingWords, pageText, wordsIn } from './extracted-text.ts';

/**
 * What of Arabic pages can be copied or searched. The file says only where glyphs stand, and every program guesses from
 * that which letters make a word and in which order; pdftotext parts words at vowel signs. So its share of words is
 * recorded (`right-to-left.json`), and may not fall. What assistive technology reads comes from the structure, whole.
 */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'right-to-left.json'), 'utf8')) as Readonly<
  Record<string, number>
>;
const letters = inject('letters').filter(({ language }) => conventionsOf(language).writingDirection === 'rtl');
const shares: Record<string, number> = {};

describe('as many words as ever can be copied out of', () => {
  test.each([
    ['shipped', letters.filter(({ name }) => !name.startsWith('stress'))],
    ['stress', letters.filter(({ name }) => name.startsWith('stress'))],
  ])('the %s letters', async (kind, some) => {
    let [found, all] = [0, 0];
    for (const { pdf, markdown } of some) {
      const words = wordsIn(wordsOfMarkdown(readFileSync(markdown, 'utf8')));
      all += words.length;
      found += words.length - missingWords(await pageText(pdf), words).length;
    }
    expect(all).toBeGreaterThan(200);
    shares[kind] = Math.floor((1000 * found) / all) / 1000;
    expect(shares[kind]).toBeGreaterThanOrEqual(recorded[kind] ?? 1);
  });
});

afterAll(() => {
  console.log(`pdftotext finds these shares of the words of right-to-left letters: ${JSON.stringify(shares)}`);
});
