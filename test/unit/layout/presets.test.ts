import { describe, expect, test } from 'vitest';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { PageMeasures } from '../../../src/model/campaign.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Area, PagedLetter } from '../../../src/model/page.ts';
import { stylesheetFor } from '../../../src/layout/presets.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { aLetter } from '../../support/a-letter.ts';
import { difference, wordsInReadingOrder } from '../../support/paged-text.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { STRESS_LANGUAGES, stressLetter } from '../../stress/stress-letters.ts';
import { letterWords } from '../../support/product-languages.ts';

const fonts = await productFonts();
const din = stylesheetFor('din-5008');

function setWith(letter: Letter, stylesheet = din): Outcome<PagedLetter> {
  return typesetWith(letter, stylesheet, fonts);
}

function pagesOf(outcome: Outcome<PagedLetter>): PagedLetter {
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => plainMessage(message)).join('\n'));
  return outcome.value;
}

function messagesOf(outcome: Outcome<PagedLetter>): readonly string[] {
  return outcome.diagnostics.map(({ message }) => plainMessage(message));
}

const inMillimetres = (points: number): number => Math.round(((points * 25.4) / 72) * 10) / 10;

/** The lines of the first page that have ink in an area, as text and in millimetres. */
function linesIn({ pages: [first] }: PagedLetter, area: Area) {
  return (first === undefined ? [] : linesOfPage(first)).flatMap(({ baseline, fragments }) => {
    const left = Math.min(...fragments.map(({ x }) => x));
    const right = Math.max(...fragments.map(({ x, width }) => x + width));
    const isInside = baseline > area.y && baseline - 8 < area.y + area.height && left < area.x + area.width;
    if (!isInside || right < area.x) return [];
    const text = fragments.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    const [x, end, y] = [left, right, baseline].map(inMillimetres);
    return [{ text: text.trim(), x: x ?? 0, end: end ?? 0, y: y ?? 0 }];
  });
}

describe('din-5008, form B', () => {
  const { window } = din;
  if (window === undefined) throw new Error('the preset has no window');

  test('has its window where the standard has it', () => {
    const { x, y, width, height } = window.area;
    expect([x, y, width, height].map(inMillimetres)).toEqual([20, 45, 85, 45]);
  });

  test('has its address in the window, a letter of four lines in the lower part of it', () => {
    const address = ['Amt für Vordrucke', 'Verfahrensplatz 1', '00000 MUSTERSTADT', 'GERMANY'];
    const lines = linesIn(pagesOf(setWith(aLetter({ insideAddress: address }))), window.area);
    expect(lines.map(({ text }) => text)).toEqual(address);
    expect(new Set(lines.map(({ x }) => Math.round(x)))).toEqual(new Set([25]));
    // The zone for the address begins 17.7 mm below the window's top.
    expect(lines[0]?.y).toBeGreaterThan(62.7);
    expect(lines[0]?.y).toBeLessThan(67);
  });

  test.each(STRESS_LANGUAGES)('has the whole address in the window and nothing else, in %s', (language) => {
    const letter = stressLetter(language);
    const lines = linesIn(pagesOf(setWith(letter)), window.area);
    expect(
      difference(lines.map(({ text }) => text).join(''), letter.insideAddress.map(({ value }) => value).join('')),
    ).toBeUndefined();
    for (const { x, end, y } of lines) {
      expect(x).toBeGreaterThanOrEqual(24.9);
      expect(end).toBeLessThan(105);
      expect(y).toBeLessThan(90);
    }
  });

  test('has marks for folding and for a punch at the left edge of the first page alone, whichever way it is written', () => {
    for (const language of ['de', 'ar']) {
      const { pages } = pagesOf(setWith(stressLetter(language)));
      const marks = pages.map(({ rules }) => rules.map(({ area }) => area).filter(({ x, width }) => x + width < 40));
      expect(marks.map((some) => some.map(({ y }) => inMillimetres(y)))).toEqual([
        [105, 148.5, 210],
        ...pages.slice(1).map(() => []),
      ]);
    }
  });

  test('says by how much an address is taller than the window', () => {
    const nine = Array.from({ length: 9 }, (_, index) => `Line ${index + 1}`);
    expect(messagesOf(setWith(aLetter({ insideAddress: nine })))).toEqual([]);
    expect(messagesOf(setWith(aLetter({ insideAddress: [...nine, 'Line 10', 'Line 11'] })))).toEqual([
      'the inside address is 4.5 mm taller than the window of the envelope',
    ]);
  });

  test('says by how much a letterhead reaches into the window', () => {
    const letterhead = Array.from({ length: 6 }, (_, index) => `Organisation ${index + 1}`);
    expect(messagesOf(setWith(aLetter({ letterhead })))).toEqual([
      expect.stringMatching(/^the letterhead ends \d+\.\d mm below the top of the envelope's window$/),
    ]);
  });
});

describe('measures of a campaign’s own', () => {
  const least: Required<PageMeasures> = {
    left: 40,
    measure: 300,
    top: 72,
    bottom: 600,
    text: { size: 9, leading: 11 },
    notes: { size: 7.5, leading: 9 },
    paragraphs: 0,
    signature: 24,
  };
  const most: Required<PageMeasures> = {
    left: 127,
    measure: 428,
    top: 140,
    bottom: 785,
    text: { size: 13, leading: 20 },
    notes: { size: 11, leading: 16 },
    paragraphs: 20,
    signature: 90,
  };
  const all: readonly PageMeasures[] = [
    least,
    most,
    { ...least, text: most.text },
    { ...most, measure: 300, bottom: 600, signature: 24 },
  ];

  test.each(all)('leave every word on the sheet, in order: %j', (own) => {
    const letter = stressLetter('de');
    const stylesheet = stylesheetFor('international', own);
    const paged = pagesOf(setWith(letter, stylesheet));
    expect(difference(wordsInReadingOrder(paged), letterWords(letter))).toBeUndefined();
    const fragments = paged.pages.flatMap((page) => linesOfPage(page).flatMap((line) => line.fragments));
    expect(fragments.length).toBeGreaterThan(150);
    // A space at a line's end hangs over it.
    const space = 0.3 * stylesheet.styles.subject.size;
    for (const { x, width } of fragments) {
      expect(x).toBeGreaterThan(stylesheet.leftMargin - 0.01);
      expect(x + width).toBeLessThan(stylesheet.leftMargin + stylesheet.measure + space);
    }
    for (const lines of paged.pages.map(linesOfPage)) {
      for (const { baseline } of lines) expect(baseline).toBeLessThan(stylesheet.sheet.height - 30);
    }
  });

  test('go where they are meant to go', () => {
    const { leftMargin, measure, styles, space, signature } = stylesheetFor('international', most);
    expect([leftMargin, measure, space.paragraphs, signature.handwritingHeight]).toEqual([127, 428, 20, 90]);
    expect(styles.body).toMatchObject({ size: 13, leading: 20 });
    expect(styles.note).toMatchObject({ size: 11, leading: 16 });
    expect(styles.subject.size).toBeGreaterThan(styles.body.size);
    expect(styles.quotation.size).toBeLessThan(styles.body.size);
  });
});
