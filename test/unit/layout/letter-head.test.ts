import { describe, expect, test } from 'vitest';
import { withAccent } from '../../../src/layout/accent.ts';
import { stylesheetFor } from '../../../src/layout/presets/presets.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import { linesOfPage } from '../../../src/model/page-lines.ts';
import { createTextNode } from '../../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, paragraph, text } from '../../support/a-letter.ts';
import { withoutSpace } from '../../support/describe-any-letter.ts';
import { FIXED_SIZE, fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueDespiteWarnings } from '../../support/outcomes.ts';
import { notesOnPages } from '../../support/printed-notes.ts';
import { letterWords } from '../../support/product-languages.ts';
import { linesIn, spokenWords, textOfLine } from '../../support/read-pages.ts';
import { typesetWith } from '../../support/typeset-with.ts';
import { enclosed } from '../../support/an-enclosure.ts';

const LINK = { type: 'link', url: 'mailto:office@example.org', children: [text('office@example.org')] } as const;

function setLetter(letter: Letter, stylesheet = fixedStylesheet): PagedLetter {
  return valueDespiteWarnings(typesetWith(letter, stylesheet, fixedShaper));
}

/** The lines of the first page with this text: where they begin and end, and their baselines. */
function placesOf({ pages: [page] }: PagedLetter, words: string) {
  const lines = page === undefined ? [] : linesOfPage(page);
  return lines
    .filter((line) => textOfLine(line).trim() === words)
    .map(({ baseline, fragments }) => ({
      baseline,
      from: Math.min(...fragments.map(({ x }) => x)),
      to: Math.max(...fragments.map(({ x, width }) => x + width)),
    }));
}

const FULL = aLetter({
  letterhead: ['Walkers'],
  senderLines: [[text('1 Mill Lane')], [LINK]],
  date: '1 December 2025',
  dateLine: 'London, 1 December 2025',
  references: [
    { label: 'Your reference', value: createTextNode('BM 4') },
    { label: 'Our reference', value: { type: 'text', value: 'WV 7', language: 'de' } },
  ],
  marking: 'Confidential',
  delivery: 'By hand',
  body: [paragraph('Words', { type: 'footnoteReference', identifier: '1' }, '.')],
  signatures: [
    { organisation: 'Walkers', person: 'Ada Brook', title: 'Deputy', onBehalfOf: createTextNode('for the Chair') },
  ],
  postScriptum: [
    paragraph('P.S. Come', { type: 'footnoteReference', identifier: '2' }, '.'),
    bulleted(item(paragraph('on foot'))),
  ],
  enclosures: [enclosed(text('The map'))],
  copies: ['The Council'],
  notes: [aNote(1, 'A source.'), aNote(2, 'Another.')],
});

test('all parts are spoken in the order of the words of the letter', () => {
  const paged = setLetter(FULL);
  expect(withoutSpace(spokenWords(paged))).toBe(withoutSpace(letterWords(FULL, notesOnPages(FULL, paged))));
});

test('the lines of the sender are between the names and the rule, and can stand without names', () => {
  const paged = setLetter(FULL);
  const baselines = ['Walkers', '1 Mill Lane', 'office@example.org'].map(
    (words) => placesOf(paged, words)[0]?.baseline ?? 0,
  );
  expect(baselines).toEqual(baselines.toSorted((a, b) => a - b));
  const rules = paged.pages[0]?.rules.map(({ area }) => area.y) ?? [];
  expect(rules.some((y) => y > (baselines[2] ?? 0) && y < (placesOf(paged, 'By hand')[0]?.baseline ?? 0))).toBe(true);
  expect(linesIn(setLetter({ ...FULL, letterhead: [] }).pages[0], 'sender')).toEqual([
    '1 Mill Lane',
    'office@example.org',
  ]);
});

describe('the column of the date', () => {
  const { leftMargin, measure, addressWidth, dateWidth } = fixedStylesheet;
  /** The space at the end of a line, which takes no room. */
  const SPACE = FIXED_SIZE;

  test('holds a place and a date on one line, at the end of the measure', () => {
    const [place] = placesOf(
      setLetter({ ...FULL, dateLine: createTextNode('Newcastle, 1 December 2025') }),
      'Newcastle, 1 December 2025',
    );
    expect(place?.to).toBeCloseTo(leftMargin + measure);
    expect((place?.to ?? 0) - (place?.from ?? 0)).toBeGreaterThan(dateWidth);
  });

  test('takes no more than half of both columns, and leaves the rest to the address', () => {
    const long = 'word '.repeat(60).trim();
    const { pages } = setLetter(aLetter({ dateLine: long, insideAddress: [long] }));
    for (const [style, side] of [
      ['date', 'end'],
      ['address', 'start'],
    ] as const) {
      const fragments = (pages[0] === undefined ? [] : linesOfPage(pages[0]))
        .filter((line) => line.style === style)
        .flatMap((line) => line.fragments);
      expect(fragments.length).toBeGreaterThan(5);
      const half = (addressWidth + dateWidth) / 2;
      for (const { x, width } of fragments) {
        if (side === 'end') expect(x).toBeGreaterThan(leftMargin + measure - half - 0.01);
        else expect(x + width).toBeLessThan(leftMargin + half + SPACE);
      }
    }
  });
});

test('a marking and a way of delivery are above the address, at its start', () => {
  const paged = setLetter(FULL);
  const places = ['Confidential', 'By hand', 'Minister of Foreign Affairs'].map((words) => placesOf(paged, words)[0]);
  const baselines = places.map((place) => place?.baseline ?? 0);
  expect(baselines).toEqual(baselines.toSorted((a, b) => a - b));
  expect(places.map((place) => place?.from)).toEqual(places.map(() => fixedStylesheet.leftMargin));
});

test('a post-scriptum is on the page of the signatures, with its note', () => {
  for (let count = 1; count < 45; count += 1) {
    const body = Array.from({ length: count }, (_, index) => paragraph(`line-${index}`));
    const mark = { type: 'footnoteReference', identifier: '1' } as const;
    const { pages } = setLetter(
      aLetter({ body, postScriptum: [paragraph('P.S. Come', mark, '.')], notes: [aNote(1, 'A source.')] }),
    );
    const signed = pages.find((page) => linesIn(page, 'signature').length > 0);
    expect(linesIn(signed, 'body').at(-1)).toContain('P.S. Come');
    expect(linesIn(signed, 'note').join(' ')).toContain('A source.');
  }
});

test('an accent colours the letterhead, its rule and links, and nothing else', () => {
  const plain = setLetter(FULL, fixedStylesheet);
  const accented = setLetter(FULL, withAccent(fixedStylesheet, '#ff8000'));
  const accent = [1, 128 / 255, 0];
  const coloured = ({ pages: [page] }: PagedLetter) =>
    (page === undefined ? [] : linesOfPage(page)).flatMap(({ style, fragments }) =>
      fragments.filter(({ colour }) => colour.join() === accent.join()).map((fragment) => `${style} ${fragment.width}`),
    );
  expect(coloured(plain)).toEqual([]);
  expect(coloured(accented).map((each) => each.replace(/ .*/u, ''))).toEqual(['letterhead', 'sender']);
  const colours = accented.pages[0]?.rules.filter(({ colour }) => colour.join() === accent.join()) ?? [];
  expect(colours).toHaveLength(1);
  const stylesheet = stylesheetFor({ preset: 'international' }, 'a4');
  expect(withAccent(stylesheet, undefined)).toBe(stylesheet);
});
