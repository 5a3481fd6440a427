import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import type { LetterSettings, Signatory } from '../../../src/model/campaign.ts';
import { letterOf } from '../../support/a-merging.ts';
import { condition } from '../../support/a-register.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const EVERYONE = condition({ kind: 'everyone' });

function signatories(count: number, changes: Partial<Signatory> = {}): readonly Signatory[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: { '*': `Society ${count - index}` },
    for: EVERYONE,
    ...changes,
  }));
}

function letterWith(letter: Partial<LetterSettings>) {
  return letterOf({ letter: { status: 'final', ...letter } });
}

describe('the letterhead of a letter', () => {
  test('has the names of up to nine signatories, and of more the first with the number of the others', () => {
    const nine = letterWith({ signatories: signatories(9) });
    expect([nine.letterhead.length, nine.letterhead[8]]).toEqual([9, 'Society 1']);
    const ten = letterWith({ signatories: signatories(10) });
    expect([ten.letterhead, ten.author]).toEqual([['Society 10 and 9 others'], 'Society 10 and 9 others']);
  });

  test('keeps the direction of the letter if the first of many has a name in another script', () => {
    const hebrew = signatories(10).map((signatory) => ({ ...signatory, name: { '*': 'אגודת העמק' } }));
    const { letterhead, author } = letterWith({ signatories: hebrew });
    const words = 'אגודת העמק and 9 others';
    expect(letterhead).toEqual([{ type: 'text', value: words, isolates: [{ start: 0, end: 10 }] }]);
    expect(author).toBe(words);
  });

  test('has the first in the order of the letter, or the name that the letter states', () => {
    const sorted = letterWith({ signatories: signatories(300), signatoryOrder: 'name' });
    expect(sorted.letterhead).toEqual(['Society 1 and 299 others']);
    const named = letterWith({ signatories: signatories(300), letterhead: { name: { en: 'Walkers' } } });
    expect([named.letterhead, named.author]).toEqual([['Walkers'], 'Walkers']);
  });
});

test('every language names the first and the number of the others, in the form of that number', () => {
  for (const language of LANGUAGES) {
    const { andOthers } = conventionsOf(language);
    for (const count of [1, 2, 9, 21, 22, 99, 100, 299]) expect(andOthers('N', count)).toMatch(/^N.*\b\d+/u);
  }
  expect(conventionsOf('en').andOthers('Walkers', 1)).toBe('Walkers and 1 other');
  expect([9, 11, 103].map((count) => conventionsOf('ar').andOthers('الحق', count))).toEqual([
    'الحق و9 جهات أخرى',
    'الحق و11 جهة أخرى',
    'الحق و103 جهات أخرى',
  ]);
});

describe('the country of a signatory', () => {
  const country = { '*': 'Ruritania' };

  test('is below its signature, and in a long list that is sorted by country a heading', () => {
    const few = letterWith({ signatories: signatories(2, { country }), signatoryOrder: 'country' });
    expect(few.signatures).toEqual([
      { organisation: 'Society 1', country: 'Ruritania' },
      { organisation: 'Society 2', country: 'Ruritania' },
    ]);
    const many = letterWith({ signatories: signatories(10, { country }), signatoryOrder: 'country' });
    expect(many.signatures[0]).toEqual({ organisation: 'Society 1', heading: 'Ruritania' });
    const byName = letterWith({ signatories: signatories(10, { country }), signatoryOrder: 'name' });
    expect(byName.signatures[0]).toEqual({ organisation: 'Society 1', country: 'Ruritania' });
  });

  test('is the short name of its State', () => {
    const { signatures } = letterWith({ signatories: signatories(1, { state: 'AB' }) });
    expect(signatures).toEqual([{ organisation: 'Society 1', country: 'Abland' }]);
  });
});

test('a text can print the number of signatories, and words that go with it', () => {
  const text = '# S\n\nWe are {{signatories.count}} {{plural signatories.count one="society" other="societies"}}.\n';
  const bodyOf = (count: number): string =>
    JSON.stringify(letterOf({ texts: { 'body/member': text }, letter: { signatories: signatories(count) } }).body);
  expect(bodyOf(1)).toContain('We are 1 society.');
  expect(bodyOf(1000)).toContain('We are 1,000 societies.');
});
