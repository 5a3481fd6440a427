import { describe, expect, test } from 'vitest';
import { linesOfPage } from '../../src/model/page-lines.ts';
import { mm, toMillimetres } from '../../src/model/length.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import type { PageMeasures, PageSettings } from '../../src/model/page-settings.ts';
import { createTextNode } from '../../src/model/tree.ts';
import { createValues } from '../../src/model/values.ts';
import type { Letter } from '../../src/model/letter.ts';
import { plainMessage } from '../../src/model/message.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Area, Page, PagedLetter } from '../../src/model/page.ts';
import { stylesheetFor } from '../../src/layout/presets/presets.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { typesetWith } from '../support/typeset-with.ts';
import { aLetter, text } from '../support/a-letter.ts';
import { PRESET_PAGES } from '../support/preset-pages.ts';
import { difference, wordsInReadingOrder } from '../support/paged-text.ts';
import { textOfLine } from '../support/read-pages.ts';
import { productFonts } from '../support/product-fonts.ts';
import { stressLetter } from '../stress/stress-letters.ts';
import { letterWords } from '../support/product-languages.ts';

const fonts = await productFonts();
const din = stylesheetFor({ preset: 'din-5008-b' }, 'a4');

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

/** Typesets a letter as a run does, with the leading of its language. */
async function setAsProduct(letter: Letter, page: PageSettings): Promise<Outcome<PagedLetter>> {
  return (await createTypesetter({ page }, letter.language, NO_LOCALES, fonts, createValues()))(letter);
}

function firstPageOf({ pages: [first] }: PagedLetter): Page {
  if (first === undefined) throw new Error('the letter has no page');
  return first;
}

/** The heights of the marks at the left edge of a page, in millimetres. */
function marksOf({ rules }: Page): readonly number[] {
  return rules.flatMap(({ area: { x, y, width } }) => (x + width < 40 ? [inMillimetres(y)] : []));
}

/** Fails if a line is not in an area, from its ascenders to its descenders. */
function expectInside(lines: readonly { x: number; end: number; y: number }[], area: Area): void {
  expect(lines.length).toBeGreaterThan(2);
  const [left, right, top, bottom] = [area.x, area.x + area.width, area.y, area.y + area.height].map(inMillimetres);
  for (const { x, end, y } of lines) {
    expect(x).toBeGreaterThanOrEqual((left ?? 0) - 0.1);
    // A space at a line's end hangs over it.
    expect(end).toBeLessThan((right ?? 0) + 1);
    expect(y - 1.7).toBeGreaterThan((top ?? 0) - 0.1);
    expect(y + 0.5).toBeLessThan(bottom ?? 0);
  }
}

/** The lines of the first page that have ink in an area, as text and in millimetres. */
function linesIn(paged: PagedLetter, area: Area) {
  return linesOfPage(firstPageOf(paged)).flatMap(({ baseline, fragments, style }) => {
    const left = Math.min(...fragments.map(({ x }) => x));
    const right = Math.max(...fragments.map(({ x, width }) => x + width));
    const isInside = baseline > area.y && baseline - 8 < area.y + area.height && left < area.x + area.width;
    if (!isInside || right < area.x) return [];
    const text = fragments.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    const [x, end, y] = [left, right, baseline].map(inMillimetres);
    return [{ text: text.trim(), style, x: x ?? 0, end: end ?? 0, y: y ?? 0 }];
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

  test('has marks for folding and for a punch at the left edge of the first page alone, whichever way it is written', () => {
    for (const language of ['de', 'ar']) {
      const { pages } = pagesOf(setWith(stressLetter(language)));
      expect(pages.map(marksOf)).toEqual([[105, 148.5, 210], ...pages.slice(1).map(() => [])]);
    }
  });

  test('sets an address smaller before it refuses it, and says by how much it is taller than the window', () => {
    const address = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index + 1}`);
    const styleOf = (count: number) => {
      const [line] = linesIn(pagesOf(setWith(aLetter({ insideAddress: address(count) }))), window.area);
      return line?.style;
    };
    expect([10, 11, 12, 13].map(styleOf)).toEqual(['address', 'address-small', 'address-least', 'address-least']);
    expect(messagesOf(setWith(aLetter({ insideAddress: address(15) })))).toEqual([
      'the inside address is 4.3 mm taller than what the window of the envelope shows',
    ]);
  });

  test('says by how much a letterhead reaches into the window', () => {
    const letterhead = Array.from({ length: 6 }, (_, index) => `Organisation ${index + 1}`);
    expect(messagesOf(setWith(aLetter({ letterhead })))).toEqual([
      expect.stringMatching(/^the letterhead ends \d+(?:\.\d)? mm below the top of the envelope's window$/),
    ]);
  });
});

describe.each(PRESET_PAGES)('the page %j', (page) => {
  const stylesheet = stylesheetFor(page, 'a4');
  const { sheet, window } = stylesheet;

  test('is on its paper', () => {
    expect([sheet.width, sheet.height].map(inMillimetres)).toEqual(page.paper === 'a4' ? [210, 297] : [215.9, 279.4]);
  });

  test.each(['en', 'de', 'fr', 'ar'])('has all words on the sheet, in order, in %s', async (language) => {
    const letter = stressLetter(language);
    const { pages, ...rest } = pagesOf(await setAsProduct(letter, page));
    expect(difference(wordsInReadingOrder({ pages, ...rest }), letterWords(letter))).toBeUndefined();
    expect(rest.sheet).toEqual(sheet);
    for (const line of pages.flatMap(linesOfPage)) {
      for (const { x, width } of line.fragments) {
        expect(x).toBeGreaterThan(mm(10));
        expect(x + width).toBeLessThan(sheet.width - mm(5));
      }
      expect(line.baseline).toBeGreaterThan(mm(5));
      expect(line.baseline).toBeLessThan(sheet.height - mm(10));
    }
  });

  if (window === undefined) return;
  const { area, addressArea } = window;

  test.each(['en', 'de', 'fr', 'ar'])('shows the address and nothing else in its window, in %s', async (language) => {
    const letter = stressLetter(language);
    const paged = pagesOf(await setAsProduct(letter, page));
    const lines = linesIn(paged, area);
    expect(
      difference(lines.map(({ text }) => text).join(''), letter.insideAddress.map(({ value }) => value).join('')),
    ).toBeUndefined();
    expectInside(lines, addressArea);
    const others = linesOfPage(firstPageOf(paged)).filter(({ style }) => !style.startsWith('address'));
    for (const { style, baseline } of others) {
      if (style === 'subject') expect(baseline).toBeGreaterThan(area.y + area.height);
      if (style === 'letterhead' || style === 'notice') expect(baseline).toBeLessThan(area.y);
    }
  });

  test('has its window at the same place in Arabic', async () => {
    const positions = ['en', 'ar'].map(async (language) => {
      const address = ['Ministry', '1 Square', 'ABLAND'].map(createTextNode);
      const paged = pagesOf(await setAsProduct({ ...stressLetter(language), insideAddress: address }, page));
      return { ys: linesIn(paged, area).map(({ y }) => y), marks: marksOf(firstPageOf(paged)) };
    });
    const [english, arabic] = await Promise.all(positions);
    expect(arabic).toEqual(english);
  });

  test('has the return line in the window, above the address and nowhere in the structure', async () => {
    const senderLines = [[text('12 Mill Lane, Upper Town UT1 2AB')], [text('office@example.org')]];
    const letter = aLetter({ letterhead: ['Walkers of the Valley'], senderLines, notice: undefined });
    const paged = pagesOf(await setAsProduct(letter, page));
    const [returnLine, ...address] = linesIn(paged, area);
    expect(returnLine).toMatchObject({
      style: 'return-line',
      text: 'Walkers of the Valley · 12 Mill Lane, Upper Town UT1 2AB',
    });
    expect(address.map((line) => line.text)).toEqual(['Minister of Foreign Affairs', '1 Square', 'ABLAND']);
    expectInside(
      [returnLine, ...address].filter((line) => line !== undefined),
      addressArea,
    );
    expect(wordsInReadingOrder(paged)).not.toContain('·');
  });

  test('has every part of the return line in its own order in Arabic', async () => {
    const senderLines = [[text('12 Mill Lane')], [text('5 Upper Town')]];
    const letter = { ...aLetter({ letterhead: ['مشاة'], senderLines, insideAddress: ['Office'] }), language: 'ar' };
    const lines = linesOfPage(firstPageOf(pagesOf(await setAsProduct(letter, page))));
    const fragments = lines.filter(({ style }) => style === 'return-line').flatMap((line) => line.fragments);
    const fromLeft = fragments.toSorted((a, b) => a.x - b.x).flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text));
    expect(fromLeft.join('')).toMatch(/^5 Upper Town · 12 Mill Lane · /);
  });

  test('has a marking and the way of delivery beside its window if the address leaves no room for them', async () => {
    const notes = { marking: 'Private and confidential', delivery: 'By e-mail and by hand' };
    const senderLines = [[text('12 Mill Lane, Upper Town')]];
    const letterWith = (lines: number) =>
      aLetter({
        ...notes,
        senderLines,
        letterhead: ['Walkers'],
        notice: undefined,
        insideAddress: Array.from({ length: lines }, (_, index) => `Line ${index + 1}`),
      });
    const wordsInside = (paged: PagedLetter) => linesIn(paged, area).map((line) => line.text);
    const room = Math.floor((addressArea.height - 8.5) / stylesheet.styles['address-least'].leading);
    const [short, tall] = [letterWith(2), letterWith(room)];
    expect(wordsInside(pagesOf(await setAsProduct(short, page)))).toEqual(
      expect.arrayContaining([notes.marking, notes.delivery]),
    );
    const paged = pagesOf(await setAsProduct(tall, page));
    expect(wordsInside(paged)).toEqual([
      'Walkers · 12 Mill Lane, Upper Town',
      ...tall.insideAddress.map((l) => l.value),
    ]);
    expect(difference(wordsInReadingOrder(paged), letterWords(tall))).toBeUndefined();
    const baselineOf = (words: string) =>
      linesOfPage(firstPageOf(paged)).find((line) => textOfLine(line).trim() === words)?.baseline ?? 0;
    const [date, marking, subject] = ['1 December 2025', notes.marking, 'Subject'].map(baselineOf);
    expect(marking).toBeGreaterThan(date ?? 0);
    expect(subject).toBeGreaterThan(marking ?? 0);
  });

  test('says by how many millimetres the address is too tall for its window', async () => {
    const address = (count: number) => Array.from({ length: count }, (_, index) => `Line ${index + 1}`);
    const lines = Math.floor(addressArea.height / stylesheet.styles['address-least'].leading);
    expect(messagesOf(await setAsProduct(aLetter({ insideAddress: address(lines) }), page))).toEqual([]);
    const outcome = await setAsProduct(aLetter({ insideAddress: address(lines + 1) }), page);
    const excess = toMillimetres((lines + 1) * stylesheet.styles['address-least'].leading - addressArea.height);
    expect(messagesOf(outcome)).toEqual([
      `the inside address is ${excess} mm taller than what the window of the envelope shows`,
    ]);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toContain(`to ${lines} printed lines`);
  });
});

describe('the paper', () => {
  test.each([
    [{ preset: 'international' }, 'a4', 595.28],
    [{ preset: 'international' }, 'us-letter', 612],
    [{ preset: 'international', paper: 'a4' }, 'us-letter', 595.28],
    [{ preset: 'international', paper: 'us-letter' }, 'a4', 612],
    [{ preset: 'us-10' }, 'a4', 612],
    [{ preset: 'din-5008-a' }, 'us-letter', 595.28],
  ] as const)('of %j is, in a language of %s, %s points wide', (page, languagePaper, width) => {
    expect(stylesheetFor(page, languagePaper).sheet.width).toBe(width);
  });

  test('moves the foot of the page, and keeps the text in its middle', () => {
    const [a4, letter] = (['a4', 'us-letter'] as const).map((paper) =>
      stylesheetFor({ preset: 'international' }, paper),
    );
    expect([a4?.leftMargin, a4?.textBottom, a4?.folioBaseline]).toEqual([105.64, 770, 804]);
    expect([letter?.leftMargin, letter?.textBottom, letter?.folioBaseline]).toEqual([114, 720.11, 754.11]);
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
    const stylesheet = stylesheetFor({ preset: 'international', stylesheet: own }, 'a4');
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
    const { leftMargin, measure, styles, space, signature } = stylesheetFor(
      { preset: 'international', stylesheet: most },
      'a4',
    );
    expect([leftMargin, measure, space.paragraphs.natural, signature.handwritingHeight]).toEqual([127, 428, 20, 90]);
    expect(styles.body).toMatchObject({ size: 13, leading: 20 });
    expect(styles.note).toMatchObject({ size: 11, leading: 16 });
    expect(styles.subject.size).toBeGreaterThan(styles.body.size);
    expect(styles.quotation.size).toBeLessThan(styles.body.size);
  });
});
