import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letter } from '../../../src/model/letter.ts';
import type { PagedLetter } from '../../../src/model/page.ts';
import type { Paragraph } from '../../../src/model/tree.ts';
import { openHyphenation } from '../../../src/typeset/hyphenation.ts';
import { marginsOf } from '../../../src/typeset/place-pieces.ts';
import { emptyMemory, type SettingMemory } from '../../../src/typeset/setting-memory.ts';
import { typeset } from '../../../src/typeset/typeset.ts';
import { aLetter, item, numbered, paragraph } from '../../support/a-letter.ts';
import { anyLetter } from '../../support/any-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { valueOf } from '../../support/outcomes.ts';

const hyphenate = await openHyphenation('en');
const opened = (): SettingMemory => emptyMemory(marginsOf(fixedStylesheet, 'en'));

function setWith(memory: SettingMemory, letter: Letter): PagedLetter {
  return valueOf(typeset(letter, { ...fixedStylesheet, loosest: Infinity }, fixedShaper, hyphenate, memory));
}

/** All of a set letter but what is said of sharing. */
function asSet(paged: PagedLetter): string {
  return JSON.stringify(paged, (key, value: unknown) => (key === 'isShared' ? undefined : value));
}

function expectAsSetAlone(drafts: readonly Letter[]): void {
  const memory = opened();
  for (const draft of drafts) expect(asSet(setWith(memory, draft))).toBe(asSet(setWith(opened(), draft)));
}

test('letters of shared blocks are set as if each were the first of its run', () => {
  const letters = fc.sample(anyLetter(), { numRuns: 3, seed: 20251201 }).filter(({ language }) => language === 'en');
  const drafts = letters.flatMap((letter): readonly Letter[] => {
    const [first = paragraph('Words.')] = letter.body;
    // The same objects, all of them, some, one twice, in another order, in a list.
    return [
      letter,
      letter,
      { ...letter, body: letter.body.slice(1) },
      { ...letter, body: [first, ...letter.body] },
      { ...letter, body: letter.body.toReversed() },
      { ...letter, body: [numbered(item(first), item(first)), ...letter.body] },
      { ...letter, body: letter.body.concat(letters[0]?.body.filter(({ type }) => type === 'heading') ?? []) },
      letter,
    ];
  });
  expect(drafts.length).toBeGreaterThan(15);
  expectAsSetAlone([...drafts, ...drafts.toReversed()]);
});

test('letters of shared lines are set as if each were the first of its run, wherever pages end', () => {
  const [lines, others] = ['line', 'other'].map((word) =>
    Array.from({ length: 140 }, (_, index) => paragraph(`${word}-${index + 1}`)),
  ) as [Paragraph[], Paragraph[]];
  const undivided = paragraph('word '.repeat(30));
  const drafts = Array.from({ length: 45 }, (_, half): readonly Letter[] => {
    const count = 2 * half;
    const body = [...others.slice(0, count), ...lines];
    const divided = [...lines.slice(0, count), undivided, ...lines.slice(count)];
    const other = lines.with(count, others[count] ?? undivided);
    return [{ body }, { body, notice: undefined }, { body: divided }, { body: other }].map(aLetter);
  }).flat();
  expect(setWith(opened(), aLetter({ body: lines })).pages.length).toBeGreaterThan(3);
  expectAsSetAlone(drafts);
});

describe('what is remembered', () => {
  const pages = (memory: SettingMemory, letter: Letter): PagedLetter['pages'] => setWith(memory, letter).pages;
  const body = Array.from({ length: 80 }, (_, index) => paragraph(`line-${index + 1}`));
  const signatures = [{ organisation: 'One Organisation' }];
  const letter = aLetter({ body, signatures, letterhead: ['One Organisation'] });

  test('the text of a page is one object for the letters that share it', () => {
    const memory = opened();
    const set = [1, 2, 3, 4].map((number) => pages(memory, { ...letter, insideAddress: [`Office ${number}`, 'A'] }));
    const textOf = (sheet: number, index: number): unknown => set[sheet]?.[index]?.zones[1];
    expect(textOf(3, 1)).toBe(textOf(2, 1));
    expect(textOf(3, 2)).toBe(textOf(2, 2));
    expect(textOf(2, 1)).toMatchObject({ isShared: true });
    // The first page has the address, the head of the others too.
    expect(set[3]?.[0]?.zones[0]).toMatchObject({ isShared: false });
    expect(set[3]?.[1]?.zones[0]).toMatchObject({ isShared: false });
  });

  test('a page that begins in another place is another', () => {
    const memory = opened();
    const longer = { ...letter, body: [paragraph('One more.'), ...body] };
    const set = [letter, longer, letter, longer, letter, longer].map((each) => pages(memory, each)[1]?.zones[1]);
    expect(set[4]).toBe(set[2]);
    expect(set[5]).toBe(set[3]);
    expect(set[5]).not.toBe(set[4]);
  });
});
