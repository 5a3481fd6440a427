import { describe, expect, test } from 'vitest';
import type { Stylesheet } from '../../src/layout/stylesheet.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { fixedSpace, type VerticalSpace } from '../../src/layout/vertical-space.ts';
import type { Inline, Paragraph } from '../../src/model/tree.ts';
import { aLetter, paragraph } from '../support/a-letter.ts';
import { productFonts } from '../support/product-fonts.ts';
import { typesetWith } from '../support/typeset-with.ts';

const fonts = await productFonts();
const international = stylesheetFor({ preset: 'international' }, 'a4');

function isSpace(value: object): value is VerticalSpace {
  return 'natural' in value && 'least' in value && 'most' in value;
}

/** Returns the value with spaces that do not give. */
function withFixedSpaces(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withFixedSpaces);
  if (isSpace(value)) return fixedSpace(value.natural);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withFixedSpaces(each)]));
}

const fixed = { ...(withFixedSpaces(international) as Stylesheet), leastLeading: 1, spareDepth: 0 };

/** Returns paragraphs that have a number of lines together, as equal as they can be. */
function paragraphsOf(lineCount: number, paragraphCount: number): readonly Paragraph[] {
  return Array.from({ length: paragraphCount }, (_, index) => {
    const length = Math.floor((lineCount + index) / paragraphCount);
    const lines = Array.from({ length }, (__, line): readonly (string | Inline)[] => [
      ...(line === 0 ? [] : [{ type: 'break' } as const]),
      'The footbridge at the mill has been closed since January.',
    ]);
    return paragraph(...lines.flat());
  });
}

/** Returns the most lines in paragraphs with which a letter has no more than a number of pages. */
function mostLines(stylesheet: Stylesheet, paragraphCount: number, pageCount: number): number {
  for (let lineCount = 2 * paragraphCount; ; lineCount += 1) {
    const outcome = typesetWith(aLetter({ body: paragraphsOf(lineCount, paragraphCount) }), stylesheet, fonts);
    if (!outcome.ok) throw new Error(`a letter of ${lineCount} lines has no pages`);
    if (outcome.value.pages.length > pageCount) return lineCount - 1;
  }
}

// docs/typography.md states these numbers.
describe.each([
  [1, 5],
  [2, 8],
])('a letter that misses %i pages of the default preset by up to %i lines fits them', (pageCount, gained) => {
  test.each([6, 7, 8, 9, 10, 11, 12])('in %i paragraphs', (paragraphCount) => {
    const most = mostLines(international, paragraphCount, pageCount);
    expect(most - mostLines(fixed, paragraphCount, pageCount)).toBeGreaterThanOrEqual(gained);
  });
});
