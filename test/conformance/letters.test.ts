import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { checkContents, checkFigures, checkHarmless, checkLinks, checkLists, checkNotes } from './check-structure.ts';
import { missingWords, pageText, readAlternatives, wordsIn } from './extracted-text.ts';
import { fontsOf } from './fonts-of.ts';
import { readObjects } from './pdf-objects.ts';
import { runTool } from './tools.ts';
import { conventionsOf } from '../support/product-languages.ts';

const letters = inject('letters');
/** Letters whose words poppler prints in order: not those with many names that are written from right to left. */
const leftToRight = letters.filter(
  ({ name, language }) => conventionsOf(language).writingDirection === 'ltr' && !name.startsWith('fonts-of-scripts'),
);

const counted = { fonts: 0, links: 0, notes: 0, lists: 0, pieces: 0, words: 0 };
let figureCount = 0;

describe('has no fault that qpdf finds', () => {
  test.each(letters)('$name', async ({ pdf }) => {
    const { code, out, err } = await runTool('qpdf', ['--check', pdf]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('No syntax or stream encoding errors found');
  });
});

describe('has embedded subsets of its fonts, with maps from glyphs to characters', () => {
  test.each(letters)('$name', async ({ pdf }) => {
    const fonts = await fontsOf(pdf);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    expect(fonts.filter(({ embedded, subset, toUnicode }) => !(embedded && subset && toUnicode))).toEqual([]);
    counted.fonts += fonts.length;
  });
});

describe('has every word undivided in the text that poppler extracts for copying and searching', () => {
  test.each(leftToRight)('$name', async ({ pdf, markdown }) => {
    const source = readFileSync(markdown, 'utf8');
    const words = wordsIn(wordsOfMarkdown(source));
    // The words that stand for pictures are on no page.
    const alternatives = source.includes('![') ? await readAlternatives(pdf) : [];
    expect(missingWords([await pageText(pdf), ...alternatives].join('\n'), words)).toEqual([]);
    counted.words += words.length;
  });
});

describe('has a valid structure: links, notes, lists, figures, and the parent tree of all marked contents', () => {
  test.each(letters)('$name', async ({ pdf }) => {
    const objects = await readObjects(pdf);
    const [links, notes, lists, pieces, figures] = [
      checkLinks,
      checkNotes,
      checkLists,
      checkContents,
      checkFigures,
    ].map((check) => check(objects));
    expect([links, notes, lists, pieces, figures].flatMap((checked) => checked?.faults)).toEqual([]);
    counted.links += links?.looked ?? 0;
    counted.notes += notes?.looked ?? 0;
    counted.lists += lists?.looked ?? 0;
    counted.pieces += pieces?.looked ?? 0;
    figureCount += figures?.looked ?? 0;
  });
});

describe('runs nothing, opens nothing, and contains no file: address', () => {
  test.each(letters)('$name', async ({ pdf }) => {
    const { faults, looked } = checkHarmless(await readObjects(pdf));
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(500);
  });
});

test('on average, every letter has fonts, links, notes, lists and words that were checked', () => {
  for (const count of Object.values(counted)) expect(count).toBeGreaterThan(letters.length);
  expect(figureCount).toBeGreaterThan(100);
});

afterAll(() => {
  const found = Object.entries(counted).map(([what, count]) => `${count} ${what}`);
  console.log(`looked at ${found.join(', ')} of ${letters.length} letters`);
});
