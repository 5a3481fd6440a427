import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NAME_IN_KEY,
  NAME_PATTERN,
  findSimilarNames,
  nameKey,
  nameRequirement,
  suggestName,
} from '../../../src/model/name.ts';
import { anyText } from '../../support/any-text.ts';

const VALID = [
  'a',
  'be-minister',
  'Anna-Müller',
  'député_2',
  '大臣',
  'وزير',
  'हिन्दी',
  '9',
  '_x',
  'a.b',
  'v1.2-a',
  'a--b',
  'console',
  'com10',
  'a'.repeat(100),
];
const REFUSED = [
  '',
  '.',
  '..',
  '.a',
  'a.',
  '-a',
  'a b',
  'a/b',
  'a\\b',
  'a:b',
  'a\nb',
  'a\u0000',
  '../a',
  'a*',
  'a?',
  '"a"',
  '<a>',
  'a|b',
  '\u0301a',
  'a-\u0301',
  'x²',
  'a\u200Db',
  'a\uFE0F',
  '\u3164',
  '😀',
  'con',
  'CON',
  'Nul',
  'aux.x',
  'com1',
  'LPT9.txt',
  'COM¹',
  'com².md',
  'prn',
];

test.each(VALID)('%j is a name', (name) => {
  expect(nameRequirement(name)).toBeUndefined();
  expect(suggestName(name)).toBe(name.toLowerCase().replaceAll('.', '-').replaceAll('--', '-').replace(/^_/, ''));
});

test.each(REFUSED)('%j is no name', (name) => {
  expect(nameRequirement(name)).toBeDefined();
});

test('the rule and its JSON Schema accept the same names, but for length and composition', () => {
  const matches = new Ajv().compile({ type: 'string', pattern: NAME_PATTERN });
  for (const name of [...VALID, ...REFUSED]) expect([name, matches(name)]).toEqual([name, VALID.includes(name)]);
});

test('a name is at most 100 bytes long, and composed', () => {
  expect(nameRequirement('é'.repeat(51))).toContain('100 bytes');
  expect(nameRequirement('mu\u0308ller')).toContain('composed');
});

test.each([
  ['Anna Müller', 'anna-müller'],
  ['mu\u0308ller', 'müller'],
  ['  M. le Président (FR) ', 'm-le-président-fr'],
  ['CON', 'con-1'],
  ['a/b', 'a-b'],
  ['ＡＢＣ', 'abc'],
  ['é'.repeat(80), 'é'.repeat(50)],
  ['𐐨'.repeat(40), '𐐨'.repeat(25)],
  ['…', undefined],
])('for %j, the name %j is suggested', (text, name) => {
  expect(suggestName(text)).toBe(name);
});

test('what is suggested is valid', () => {
  fc.assert(
    fc.property(anyText(150), (text) => {
      const name = suggestName(text);
      expect(name === undefined ? undefined : nameRequirement(name)).toBeUndefined();
    }),
  );
});

describe('names that a file system may take for the same', () => {
  test('have one key', () => {
    for (const [a, b] of [
      ['a', 'A'],
      ['é', 'e\u0301'],
      ['ａ', 'a'],
      ['straße', 'STRASSE'],
      ['ς', 'σ'],
    ] as const)
      expect(nameKey(a)).toBe(nameKey(b));
    expect(nameKey('e')).not.toBe(nameKey('é'));
  });

  test('are found in pairs, but not if they are equal', () => {
    expect(findSimilarNames(['a', 'b', 'B', 'a', 'c', 'b'])).toEqual([['b', 'B']]);
  });
});

test('a name in the key of a text ends at a slash', () => {
  const key = new RegExp(`^body(?:/${NAME_IN_KEY})+$`, 'u');
  for (const text of ['body/a', 'body/été/b.c', 'body/a_b']) expect([text, key.test(text)]).toEqual([text, true]);
  for (const text of ['body/', 'body/a.', 'body/a./b', 'body/.a', 'body/a b', 'body/a//b'])
    expect([text, key.test(text)]).toEqual([text, false]);
});
