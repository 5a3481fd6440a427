import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, unguardCell } from '../../../src/model/guarded-cell.ts';

describe('an apostrophe is put where a formula could begin', () => {
  test.each([
    ['at the beginning', '=1+1', "'=1+1"],
    ['after spaces', '  @sum', "'  @sum"],
    ['after a semicolon, in a locale that separates cells by it', 'Minister;=cmd|x', "Minister;'=cmd|x"],
    ['after a comma and a space', 'a, -2', "a,' -2"],
    ['after a tab', 'a\t+1', "a\t'+1"],
    ['in the second line of a cell', 'a\n=1', "a\n'=1"],
    ['after CRLF', 'a\r\n＝1', "a\r\n'＝1"],
    ['in quotation marks', 'a;"=1"', `a;'"=1"`],
    ['before a tab at the beginning', '\tx', "'\tx"],
    ['before an apostrophe that is there already', "'=1", "''=1"],
    ['before a workflow command', 'a\n ::error::x', "a\n '::error::x"],
    ['within an older workflow command', 'x ##[error]y', "x #'#[error]y"],
    ['within a command of Azure Pipelines', 'x ##vso[task]y', "x #'#vso[task]y"],
  ])('%s', (_, text, guarded) => {
    expect([guardCell(text), unguardCell(guarded)]).toEqual([guarded, text]);
  });

  test.each(['plain', '', "it's", "'quoted'", 'a-b', 'a=b', 'x; y', 'a::b', '# [x]', '2 + 2', 'a,b', 'Rue X 12'])(
    '%j is not changed',
    (text) => {
      expect([guardCell(text), unguardCell(text)]).toEqual([text, text]);
    },
  );
});

describe('an apostrophe is put where a spreadsheet would show another text', () => {
  test.each([
    'false',
    'TRUE',
    '00',
    '0100',
    '123456789012',
    '1500.5',
    '1,5',
    '.5',
    '3-2',
    '1/2',
    '12:30',
    '1e5',
    '7 %',
  ])('%j', (text) => {
    expect([guardCell(text), unguardCell(`'${text}`)]).toEqual([`'${text}`, text]);
    expect(unguardCell(guardCell(`'${text}`))).toBe(`'${text}`);
  });

  test.each(['0', '412', '12345678901', '2026-03-02', 'falsely', '12 Nowhere Lane', '0100 BRUSSELS', '12a', 'e5', "'"])(
    'not in %j',
    (text) => {
      expect(guardCell(text)).toBe(text);
    },
  );
});

/** Texts of the characters that matter, so that random texts have many guarded places. */
const texts = fc.string({
  unit: fc.constantFrom(...Array.from('=+-@＝;,\t\r\n \'":#[vsoa01./%\u00A0\u2028')),
  maxLength: 12,
});

test('reading removes exactly the apostrophes that writing added', () => {
  expect(unguardCell(guardCell('\t::'))).toBe('\t::');
  fc.assert(
    fc.property(texts, (text) => {
      expect(unguardCell(guardCell(text))).toBe(text);
    }),
    { numRuns: 4000, seed: 20251201 },
  );
});
