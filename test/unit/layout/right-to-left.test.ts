import { describe, expect, test } from 'vitest';
import { letterWords } from '../../../src/languages/letter-words.ts';
import { linesOn } from '../../../src/model/page-lines.ts';
import type { Direction, Line, PagedLetter } from '../../../src/model/page.ts';
import { paragraphDirection, embeddingLevels, visualOrder } from '../../../src/layout/paragraph/embedding-levels.ts';
import { stylesheetFor } from '../../../src/layout/presets.ts';
import { withNaskhLeading } from '../../../src/layout/stylesheet.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { openPdfWriter } from '../../../src/formats/pdf/write-pdf.ts';
import { aLetter, item, numbered, paragraph, strong, text } from '../../support/a-letter.ts';
import { valueOf } from '../../support/outcomes.ts';
import { squeezed, wordsOfPage } from '../../support/paged-text.ts';
import { wordsOfPdf } from '../../support/pdf-words.ts';
import { productFonts } from '../../support/product-fonts.ts';
import { spokenWords } from '../../support/read-pages.ts';

const fonts = await productFonts();
const stylesheet = stylesheetFor('international');

/** A paragraph as it looks, from left to right, brackets not mirrored; `^1` is the mark of a note. */
function asSeen(typed: string, letter: Direction = 'rtl'): string {
  const content = typed.match(/\^\d|[^^]+/g)?.map((part) => {
    return part.startsWith('^') ? ({ type: 'footnoteReference', identifier: part.slice(1) } as const) : text(part);
  });
  if (content === undefined) throw new Error('nothing was typed');
  const notes = [1, 2].map((number) => ({ number, content: [text('note')] }));
  const body = [{ type: 'paragraph', children: content } as const];
  const pages = setLetter({ language: letter === 'rtl' ? 'ar' : 'en', body, notes });
  const line = pages.pages.flatMap(linesOn).find(({ style }) => style === 'body');
  return (line?.fragments ?? [])
    .toSorted((a, b) => a.x - b.x)
    .map(({ glyphs, direction }) =>
      (direction === 'rtl' ? glyphs.toReversed() : glyphs).map((each) => each.text).join(''),
    )
    .join('');
}

function setLetter(changes: Parameters<typeof aLetter>[0]): PagedLetter {
  return valueOf(typesetWith(aLetter(changes), stylesheet, fonts));
}

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

describe('a paragraph in Arabic', () => {
  test.each([
    ['المادة 87(7) نعم', 'معن 87(7) ةداملا'],
    ['لائحة (EC) No 2271/96 نعم', 'معن (EC) No 2271/96 ةحئال'],
    ['انظر Rome Statute, art. 70(1)(a), vol. 2. نعم', 'معن .Rome Statute, art. 70(1)(a), vol. 2 رظنا'],
    ['من (ASP) 1998', '1998 )ASP( نم'],
    ['نحو 7% 12.4', '12.4 %7 وحن'],
    ['في https://example.org/a-b?c=1, نعم', 'معن ,https://example.org/a-b?c=1 يف'],
    ['سنة 1998^1 نعم', 'معن 11998 ةنس'],
    ['صونه.^2^1 نعم', 'معن 2,1.هنوص'],
    ['Statute، نعم نعم نعم', 'معن معن معن ،Statute'],
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
  const din = stylesheetFor('din-5008');
  expect(withNaskhLeading(din).styles.address).toEqual(din.styles.address);
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
    notes: [{ number: 1, content: [text('حاشية، ص 3.')] }],
  });
  const { pages, structure, ...rest } = valueOf(typesetWith(letter, stylesheet, fonts));
  const [page] = pages;
  const endsOf = (style: string, words: string): readonly number[] => {
    const line = (page === undefined ? [] : linesOn(page)).find(
      (each) => each.style === style && textIn(each).includes(words),
    );
    const inked = (line?.fragments ?? []).filter(({ glyphs }) => glyphs.some((each) => each.text.trim() !== ''));
    return [Math.min(...inked.map(({ x }) => x)), Math.max(...inked.map(({ x, width }) => x + width))];
  };
  const textIn = (line: { readonly fragments: Line['fragments'] }): string =>
    line.fragments.flatMap(({ glyphs }) => glyphs.map((each) => each.text)).join('');
  const right = stylesheet.left + stylesheet.measure;

  test('has every word once and in order, in its structure', () => {
    expect(squeezed(spokenWords({ pages, structure, ...rest }))).toBe(squeezed(letterWords(letter)));
  });

  test('has what stands on the left elsewhere on the right', () => {
    expect(endsOf('letterhead', 'الحق')[1]).toBeCloseTo(right, 1);
    expect(endsOf('letterhead', 'Al Mezan')[1]).toBeCloseTo(right, 1);
    expect(endsOf('address', 'The Hague')[1]).toBeCloseTo(right, 1);
    expect(endsOf('date', letter.date)[0]).toBeCloseTo(stylesheet.left, 1);
    expect(endsOf('body', '1. ')[1]).toBeCloseTo(right, 1);
    expect(endsOf('note', '1 ')[1]).toBeCloseTo(right, 1);
    expect(endsOf('signature', 'Al Mezan')[1]).toBeLessThan(endsOf('signature', 'الحق')[0] ?? 0);
  });

  test('has the rule above its notes on the right', () => {
    const rule = page?.rules.find(({ area }) => area.width === stylesheet.notesRuleLength);
    expect((rule?.area.x ?? 0) + stylesheet.notesRuleLength).toBeCloseTo(right, 1);
  });

  test('reads in the file as it was typed', async () => {
    const file = openPdfWriter(fonts)({ pages, structure, ...rest });
    const read = (await wordsOfPdf(file)).map(lettersIn);
    expect(read).toEqual(pages.map((each) => lettersIn(wordsOfPage(each))));
  });
});

/** The letters of a page, whatever their order: readers turn lines round as they think best. */
function lettersIn(words: string): string {
  return Array.from(squeezed(words)).toSorted().join('');
}
