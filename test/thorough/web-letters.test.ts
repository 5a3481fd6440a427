import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHtmlWriter } from '../../src/formats/html/write-html.ts';
import { createTextWriter } from '../../src/formats/text/write-text.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { anyLetter } from '../support/any-letter.ts';
import { difference, squeezed } from '../support/paged-text.ts';
import { letterWords } from '../support/product-languages.ts';
import { htmlFaults, wordsOfHtml } from '../support/read-html.ts';
import { expectedTextWords, wordsOfText } from '../support/words-of-text.ts';

const LETTERS = fc.sample(anyLetter(), { numRuns: 200, seed: 20251201 });

test('any letter as a web page has every word once and in order, and is valid', async () => {
  const write = createHtmlWriter(NO_LOCALES, NO_PICTURES);
  for (const letter of LETTERS) {
    const html = write(letter);
    expect(squeezed(wordsOfHtml(html))).toBe(squeezed(letterWords(letter)));
    // The generator makes headings that are the mark of a note alone, which no text may have.
    expect((await htmlFaults(html)).filter((fault) => !fault.includes('empty-heading'))).toEqual([]);
  }
});

test('any letter as plain text has every word once and in order', () => {
  const write = createTextWriter(NO_LOCALES);
  for (const letter of LETTERS) {
    expect(difference(wordsOfText(write(letter), letter), expectedTextWords(letter))).toBeUndefined();
  }
});
