import bidiModule from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../../src/model/picture.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import type { Direction } from '../../../src/model/direction.ts';
import type { Line, PagedLetter } from '../../../src/model/page.ts';
import { embeddingLevels, visualOrder } from '../../../src/layout/paragraph/embedding-levels.ts';
import { DIRECTION_RULES, leftToRightRanges } from '../../../src/model/direction-rules.ts';
import { paragraphDirection } from '../../../src/model/paragraph-direction.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import { withNaskhLeading } from '../../../src/layout/naskh-leading.ts';
import { createTypesetter } from '../../../src/layout/typeset.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { createValues } from '../../../src/model/values.ts';
import type { PageSettings } from '../../../src/model/page-settings.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { createPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { aLetter, aNote, item, numbered, paragraph, strong, text } from '../../support/a-letter.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { squeezed, wordsOfPage } from '../../support/paged-text.ts';
import { wordsOfPdf } from '../../support/pdf-words.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { spokenWords } from '../../support/read-pages.ts';
import { letterWords } from '../../support/product-languages.ts';
import { enclosed } from '../../support/an-enclosure.ts';

const bidi = (bidiModule as unknown as typeof bidiModule.default)();
const fonts = await productFonts(['chinese']);
const ONE_FILE = { regular: 'A.ttf', bold: 'A.ttf', italic: 'A.ttf', 'bold-italic': 'A.ttf' };
const stylesheet = stylesheetFor({ preset: 'international' }, 'a4');

/** A paragraph as it looks, from left to right, brackets not mirrored; `^1` is the mark of a note. */
function asSeen(typed: string, letter: Direction = 'rtl'): string {
  const content = typed.match(/\^\d|[^^]+/g)?.map((part) => {
    return part.startsWith('^') ? ({ type: 'footnoteReference', identifier: part.slice(1) } as const) : text(part);
  });
  if (content === undefined) throw new Error('nothing was typed');
  const notes = [1, 2].map((number) => aNote(number, 'note'));
  const body = [{ type: 'paragraph', children: content } as const];
  return seenLine(setLetter({ language: letter === 'rtl' ? 'ar' : 'en', body, notes }));
}

/** The first line of the body, from left to right. */
function seenLine(paged: PagedLetter): string {
  const line = paged.pages.flatMap(linesOfPage).find(({ style }) => style === 'body');
  return (line?.fragments ?? [])
    .toSorted((a, b) => a.x - b.x)
    .map(({ glyphs, direction }) =>
      (direction === 'rtl' ? glyphs.toReversed() : glyphs).map((each) => each.text).join(''),
    )
    .join('');
}

function setLetter(changes: Parameters<typeof aLetter>[0]): PagedLetter {
  return valueDespiteWarnings(typesetWith(aLetter(changes), stylesheet, fonts));
}

test.each<[string, string, Direction, Direction]>([
  ['Southampton', '، 2 آذار', 'rtl', 'rtl'],
  ['الناصرة', ', 2 March', 'ltr', 'ltr'],
  ['Southampton', ', 2', 'rtl', 'ltr'],
])('the isolate %j before %j in a letter that is written %s: %s', (isolate, words, letter, expected) => {
  expect(paragraphDirection(isolate + words, letter, [{ start: 0, end: isolate.length }])).toBe(expected);
});

test.each<[string, Direction, Direction]>([
  ['plain words', 'ltr', 'ltr'],
  ['الحق', 'ltr', 'rtl'],
  ['2597 AK The Hague', 'rtl', 'ltr'],
  ['1.', 'rtl', 'rtl'],
  ['سعادة السيدة Zsófia Őry-Żółkiewska', 'rtl', 'rtl'],
  ['Al-Haq هي منظمة غير حكومية', 'rtl', 'rtl'],
  ['See the Rome Statute in the words of الحق', 'rtl', 'ltr'],
  ['in the words of الحق', 'ltr', 'ltr'],
])('%j in a letter that is written %s goes %s', (typed, letter, expected) => {
  expect(paragraphDirection(typed, letter)).toBe(expected);
});

test('a text without a right-to-left letter has no levels in a left-to-right letter', () => {
  expect(embeddingLevels('plain words 87(7)', 'ltr', [])).toBeUndefined();
  expect(embeddingLevels('ab ا', 'ltr', [])).toEqual(Uint8Array.of(0, 0, 0, 1));
});

test.each<[readonly number[], readonly number[]]>([
  [
    [0, 0, 0],
    [0, 1, 2],
  ],
  [
    [1, 1, 1],
    [2, 1, 0],
  ],
  [
    [0, 1, 1, 0],
    [0, 2, 1, 3],
  ],
  [
    [1, 2, 2, 1],
    [3, 1, 2, 0],
  ],
  [
    [0, 1, 2, 3, 3, 2, 1],
    [0, 6, 2, 4, 3, 5, 1],
  ],
  [[], []],
])('levels %j stand in the order %j', (levels, expected) => {
  expect(visualOrder(levels)).toEqual(expected);
});

/** What is seen of some text between two Arabic words. */
function seenBetween(typed: string): string {
  return asSeen(`نعم ${typed} نعم`).slice('معن '.length, -' معن'.length);
}

describe('text that keeps its order in Arabic, against the Unicode algorithm', () => {
  test('there are rules for it, each with an example', () => {
    expect(DIRECTION_RULES.length).toBeGreaterThan(4);
    expect(new Set(DIRECTION_RULES.map(({ example }) => example)).size).toBe(DIRECTION_RULES.length);
  });

  test.each(DIRECTION_RULES)('$name: $example', ({ pattern, example }) => {
    expect(new RegExp(`^(?:${pattern})\\)*$`, 'u').test(example)).toBe(true);
    expect(seenBetween(example)).toBe(example);
    const { levels } = bidi.getEmbeddingLevels(`نعم ${example} نعم`, 'rtl');
    const algorithm = bidi.getReorderedString(`نعم ${example} نعم`, {
      levels,
      paragraphs: [{ start: 0, end: example.length + 7, level: 1 }],
    });
    expect(algorithm).not.toContain(example);
  });

  test.each([
    ['web address', 'www.example.org/list/'],
    ['telephone number', '0097022954646'],
    ['telephone number', '+44 (20) 7946-0000'],
    ['telephone number', '(+970) 2 295 4646'],
    ['bracket', '(EC) No 2271/96'],
    ['bracket', '(ICC) Rome Statute, art. 70(1)(a)'],
    ['part', '87(7)'],
    ['part', '12(3)(b)'],
    ['part', '1-2'],
    ['part', '12–19'],
    ['part', '2025-12-01'],
    ['part', '5/2001-A'],
    ['groups', '1 500 000'],
    ['sign', '+5'],
    ['sign', '−12.5'],
    ['letters after a slash', '5/RES/2020'],
    ['web address in a phrase', 'See https://example.org/a/ and www.example.org/b/'],
    ['plus sign in a phrase', 'rights of LGBTQI+'],
    ['hash', 'C#'],
    ['full stops in a phrase', 'the U.S. and U.K.'],
    ['quotation', '"A v. B" and "C v. D"'],
    ['quotation', '«Le Monde» 2020'],
    ['bracket', '(EU) 2023/1114'],
    ['square bracket after a quotation', 'the case [see “A v. B”]'],
    ['full-width bracket after a quotation', '中国（简称“中国”）'],
    ['full stop of Chinese', '中国。'],
    ['full stop of Chinese after brackets', '《联合国宪章》（1945）第二条（草案）。'],
    ['title in Chinese', '《联合国宪章》第二条'],
    ['user names', '@alhaq_org and @pchr'],
    ['Greek', '(ΔΣ) Ελλάδα 87(7)'],
  ])('%s: %s', (_, typed) => {
    expect(seenBetween(typed)).toBe(typed);
  });
});

/** The least CPU time of three searches of a paragraph. */
function secondsFor(unit: string, count: number): number {
  const typed = `نعم${unit.repeat(count)}نعم`;
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    leftToRightRanges(typed);
    const { user } = process.cpuUsage(start);
    return user / 1e6;
  });
  return Math.min(...times);
}

describe('text that keeps its order in Arabic by the Unicode algorithm', () => {
  test.each([
    '1,500.00',
    '1,234,567.89',
    '1.500,00',
    '1,500',
    '2,271/96',
    '10:30',
    '3/12/2025',
    'USD 1,500.00',
    'AT&T',
    'R&D 2',
    'C#/.NET 8',
    'Smith [ed.] v. Jones',
    'Human Rights Watch – Geneva',
    'Al-Haq, Al Mezan & PCHR',
    'ICC-ASP/20/Res.5',
    'A/RES/ES-10/24 (2024)',
    'Rome Statute, art. 70(1)(a)',
    'office@example.org',
    "O'Neil & Co",
    'Regulation (EC) No 2271/96',
    'Joe (Bob) Smith',
    'Tel.: (+970) 2 295 4646',
    'the LGBTQI+ community',
    'Україна 87(7), 1–2',
  ])('%s', (typed) => {
    expect(seenBetween(typed)).toBe(typed);
  });

  test.each(['1 ', 'a ', '(a) ', '“a', 'a"', '1(a', '1-', '00', 'www./', '((a', '@a ', 'a+'])(
    'a paragraph of many %j is searched for rules in linear time',
    (unit) => {
      // Eight times the length takes about 8 times as long, and would take 64 times as long in quadratic time.
      expect(secondsFor(unit, 32_000)).toBeLessThan(30 * Math.max(0.001, secondsFor(unit, 4000)));
    },
  );

  test('and all else has the levels that the library gives it', () => {
    const piece = fc.constantFrom('نعم', 'ab', '12', ' ', ', ', '. ', '%', '€', ': ', '؛ ', 'א', '٣', '"');
    let mixed = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('ltr', 'rtl'),
        (pieces, direction) => {
          const typed = pieces.join('');
          if (leftToRightRanges(typed).length > 0) return;
          const levels = embeddingLevels(typed, direction, []);
          if (levels === undefined) return;
          mixed += 1;
          expect([...levels]).toEqual([...bidi.getEmbeddingLevels(typed, direction).levels]);
        },
      ),
      { numRuns: 2000, seed: 17 },
    );
    expect(mixed).toBeGreaterThan(500);
  });
});

describe('a merged value is isolated', () => {
  /** The line with a value in it, as it looks; `[…]` is the value. */
  function withValue(typed: string, letter: Direction): string {
    const [before = '', value = '', after = ''] = typed.split(/[[\]]/);
    const node = {
      type: 'text',
      value: before + value + after,
      isolates: [{ start: before.length, end: before.length + value.length }],
    } as const;
    const pages = setLetter({ language: letter === 'rtl' ? 'ar' : 'en', body: [paragraph(node)] });
    return seenLine(pages);
  }

  test.each<[string, Direction, string]>([
    ['To [الحق], 3 March 2026', 'ltr', 'To قحلا, 3 March 2026'],
    ['See [الحق]: 12', 'ltr', 'See قحلا: 12'],
    ['of الحق, [3 March]', 'ltr', 'of قحلا, 3 March'],
    ['السيد [Smith Jr.]، نعم', 'rtl', 'معن ،Smith Jr. ديسلا'],
    ['شركة [Yahoo!] نعم', 'rtl', 'معن Yahoo! ةكرش'],
    ['رقم [+970 2 295 4646] نعم', 'rtl', 'معن +970 2 295 4646 مقر'],
    ['في [2597 AK The Hague] نعم', 'rtl', 'معن 2597 AK The Hague يف'],
    ['مبلغ [1,500.00 €] نعم', 'rtl', 'معن € 1,500.00 غلبم'],
  ])('%s in a letter that is written %s', (typed, letter, seen) => {
    expect(withValue(typed, letter)).toBe(seen);
  });
});

describe('a paragraph in Arabic', () => {
  test.each([
    ['المادة 87(7) نعم', 'معن 87(7) ةداملا'],
    ['لائحة (EC) No 2271/96 نعم', 'معن (EC) No 2271/96 ةحئال'],
    ['انظر Rome Statute, art. 70(1)(a), vol. 2. نعم', 'معن .Rome Statute, art. 70(1)(a), vol. 2 رظنا'],
    ['من (ASP) 1998', '1998 )ASP( نم'],
    ['نحو 7% 12.4', '12.4 %7 وحن'],
    ['في https://example.org/a-b?c=1, نعم', 'معن ,https://example.org/a-b?c=1 يف'],
    ['سنة 1998^1 نعم', 'معن 11998 ةنس'],
    ['صونه.^1^2 نعم', 'معن 2،1.هنوص'],
    ['من Statute^1^2 نعم', 'معن 2،1Statute نم'],
    ['سنة 1998^1^2 نعم', 'معن 2،11998 ةنس'],
    ['Rome Statute, art. 70^1^2 and more', 'Rome Statute, art. 701،2 and more'],
    ['Statute، نعم نعم نعم', 'معن معن معن ،Statute'],
    ['مبلغ 1,500.00 نعم', 'معن 1,500.00 غلبم'],
    ['مبلغ 1,234,567.89 نعم', 'معن 1,234,567.89 غلبم'],
    ['مبلغ 1.500,00 نعم', 'معن 1.500,00 غلبم'],
    ['لائحة 2,271/96 نعم', 'معن 2,271/96 ةحئال'],
    ['هاتف +970 2 295 4646 نعم', 'معن +970 2 295 4646 فتاه'],
    ['هاتف +97022954646 نعم', 'معن +97022954646 فتاه'],
    ['شركة AT&T نعم', 'معن AT&T ةكرش'],
    ['قضية Smith [ed.] v. Jones نعم', 'معن Smith [ed.] v. Jones ةيضق'],
    ['منظمة Human Rights Watch – Geneva نعم', 'معن Human Rights Watch – Geneva ةمظنم'],
  ])('%j is seen as %j', (typed, seen) => {
    expect(asSeen(typed)).toBe(seen);
  });

  test('in an English letter keeps its own order', () => {
    expect(asSeen('of الحق, 1998 and (نعم) more', 'ltr')).toBe('of 1998 ,قحلا and (معن) more');
    expect(asSeen('of الحق^1 more', 'ltr')).toBe('of قحلا1 more');
  });
});

test('lines in Arabic are further apart, but for an address in a window', () => {
  const { styles } = withNaskhLeading(stylesheet);
  expect(styles.body.leading).toBeCloseTo(stylesheet.styles.body.leading * 1.15);
  const din = stylesheetFor({ preset: 'din-5008-b' }, 'a4');
  const { address, letterhead } = withNaskhLeading(din).styles;
  expect({ address, letterhead }).toEqual({ address: din.styles.address, letterhead: din.styles.letterhead });
});

describe('a letter in Arabic', () => {
  const words = 'نكتب إليكم باسم ثلاث منظمات (ASP) وفق المادة 87(7) وصدّقت عليه في 17 يوليو 1998، ';
  const letter = aLetter({
    language: 'ar',
    notice: 'نموذج: ليس للإرسال.',
    letterhead: ['الحق', 'Al Mezan'],
    insideAddress: ['سعادة السيدة Zsófia Őry', '2597 AK The Hague', 'هولندا'],
    subject: [text('رسالة مفتوحة')],
    salutation: 'صاحبة السعادة،',
    body: [
      paragraph(words.repeat(9).trim(), strong(' نعم')),
      numbered(item(paragraph('بند')), item(paragraph('Item'))),
    ],
    close: 'وتفضلوا',
    signatures: [{ organisation: 'الحق' }, { organisation: 'Al Mezan' }],
    copies: ['المكتب'],
    notes: [aNote(1, 'حاشية، ص 3.')],
  });
  const { pages, structure, ...rest } = valueDespiteWarnings(typesetWith(letter, stylesheet, fonts));
  const [page] = pages;
  const endsOf = (style: string, words: string): readonly number[] => {
    const line = (page === undefined ? [] : linesOfPage(page)).find(
      (each) => each.style === style && textIn(each).includes(words),
    );
    const inked = (line?.fragments ?? []).filter(isInked);
    return [Math.min(...inked.map(({ x }) => x)), Math.max(...inked.map(({ x, width }) => x + width))];
  };
  const textIn = (line: { readonly fragments: Line['fragments'] }): string =>
    line.fragments.flatMap(({ glyphs }) => glyphs.map((each) => each.text)).join('');
  const right = stylesheet.leftMargin + stylesheet.measure;

  test('has every word once and in order, in its structure', () => {
    expect(squeezed(spokenWords({ pages, structure, ...rest }))).toBe(squeezed(letterWords(letter)));
  });

  test('has what stands on the left elsewhere on the right', () => {
    expect(endsOf('letterhead', 'الحق')[1]).toBeCloseTo(right, 1);
    expect(endsOf('letterhead', 'Al Mezan')[1]).toBeCloseTo(right, 1);
    expect(endsOf('address', 'The Hague')[1]).toBeCloseTo(right, 1);
    expect(endsOf('date', letter.date)[0]).toBeCloseTo(stylesheet.leftMargin, 1);
    expect(endsOf('body', '1. ')[1]).toBeCloseTo(right, 1);
    expect(endsOf('note', '1 ')[1]).toBeCloseTo(right, 1);
    expect(endsOf('signature', 'Al Mezan')[1]).toBeLessThan(endsOf('signature', 'الحق')[0] ?? 0);
  });

  test('has the rule above its notes on the right', () => {
    const rule = page?.rules.find(({ area }) => area.width === stylesheet.notesRuleLength);
    expect((rule?.area.x ?? 0) + stylesheet.notesRuleLength).toBeCloseTo(right, 1);
  });

  test('sets an enclosure in Latin letters from left to right, its other lines further in on the left', () => {
    const title = 'Open Letter to the President of the Assembly of States Parties to the Rome Statute of the Court';
    const set = setLetter({ language: 'ar', enclosures: [enclosed(text(title))] });
    const lines = set.pages.flatMap(linesOfPage).filter(({ style }) => style === 'closing');
    const lefts = lines.map(({ fragments }) => Math.min(...fragments.map(({ x }) => x)));
    expect(lines.length).toBeGreaterThan(1);
    expect(lefts.slice(1).map((left) => left - (lefts[0] ?? 0))).toEqual(
      lines.slice(1).map(() => expect.closeTo(stylesheet.indent.hanging, 2)),
    );
    const rights = lines.map(({ fragments }) =>
      Math.max(...fragments.filter(isInked).map(({ x, width }) => x + width)),
    );
    expect(Math.max(...rights)).toBeCloseTo(right - stylesheet.indent.closing, 1);
  });

  test('sets each line of a Latin name at the side where the names in Arabic start', () => {
    const organisation = 'International Federation of the Friends of the Rivers, Valleys and Old Mills of the World';
    const names = { letterhead: [`${organisation} and of Their ${'Many '.repeat(20)}Members`, 'الحق'] };
    const set = setLetter({ language: 'ar', ...names, signatures: [{ organisation }, { organisation: 'الحق' }] });
    for (const style of ['letterhead', 'signature'] as const) {
      const lines = set.pages.flatMap(linesOfPage).filter((line) => line.style === style);
      const rights = lines.map(({ fragments }) =>
        Math.max(...fragments.filter(isInked).map(({ x, width }) => x + width)),
      );
      const inFirstColumn = rights.slice(0, -1);
      expect(inFirstColumn.length).toBeGreaterThan(1);
      expect(inFirstColumn).toEqual(inFirstColumn.map(() => expect.closeTo(right, 2)));
    }
  });

  test('reads in the file as it was typed', async () => {
    const file = createPdfWriter(fonts, NO_PICTURES)({ pages, structure, ...rest });
    const read = (await wordsOfPdf(file)).map(lettersIn);
    expect(read).toEqual(pages.map((each) => lettersIn(wordsOfPage(each))));
  });
});

function isInked({ glyphs }: Line['fragments'][number]): boolean {
  return glyphs.some((each) => each.text.trim() !== '');
}

/** The letters of a page, whatever their order: readers turn lines round as they think best. */
function lettersIn(words: string): string {
  return Array.from(squeezed(words)).toSorted().join('');
}

test.each<[string, PageSettings['fonts'], number]>([
  ['1.15 times as large as the text', undefined, 1.15],
  ['in the size of the text, if the campaign has brought its typeface', { arabic: ONE_FILE, also: [] }, 1],
])('Arabic is set %s', async (_, pageFonts, factor) => {
  const page: PageSettings = { preset: 'international', ...(pageFonts && { fonts: pageFonts }) };
  const letter = aLetter({ body: [paragraph('The name نص and more.')] });
  const typeset = await createTypesetter({ page }, letter.language, NO_LOCALES, fonts, createValues());
  const { pages } = valueDespiteWarnings(typeset(letter));
  const fragments = pages.flatMap(linesOfPage).find(({ style }) => style === 'body')?.fragments ?? [];
  const [latin, naskh] = ['serif', 'naskh'].map((face) => fragments.find((each) => each.face === face)?.size ?? 0);
  expect((naskh ?? 0) / (latin ?? 1)).toBeCloseTo(factor, 5);
});
