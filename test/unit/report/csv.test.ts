import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRefusedCharacters } from '../../../src/model/character-policy.ts';
import { unguardCell } from '../../../src/model/guarded-cell.ts';
import { csvText } from '../../../src/report/csv.ts';

/** The CSV text of a single cell. */
function formatCell(text: string): string {
  return csvText(['x'], [[text]]).slice('x\r\n'.length, -'\r\n'.length);
}

describe('a cell', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['O’Neil & Co.; *x*', 'O’Neil & Co.; *x*'],
  ])('%j is written %s', (text, expected) => {
    expect(formatCell(text)).toBe(expected);
  });

  test.each(['=1+1', '+31 70', '-2', '@sum', ' =1', '\u00A0=1', '＝1', '\n'])(
    '%j has an apostrophe before it, so that it is not a formula',
    (text) => {
      expect(formatCell(text).replaceAll('"', '')).toBe(`'${text}`);
    },
  );
});

test.each([
  ['::error::x', "'::error::x"],
  ['1 Street\n ::error::x\na::b', "1 Street\n '::error::x\na::b"],
  ['x ##[error]y', "x #'#[error]y"],
])('escapes the workflow command in %j', (text, expected) => {
  expect(formatCell(text).replaceAll('"', '')).toBe(expected);
});

test('a character that no file of a campaign may contain is escaped', () => {
  expect(formatCell('a\rb\u001B[31mc\u202Ed')).toBe('a\\u{d}b\\u{1b}[31mc\\u{202e}d');
});

test('a CSV parser reads back every cell, for any text that a file may contain', () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => findRefusedCharacters(text).length === 0);
  const rows = fc.array(fc.array(texts, { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (cells) => {
      const read: string[][] = parse(csvText(['a', 'b', 'c'], cells), { record_delimiter: '\r\n' });
      expect(read.slice(1).map((row) => row.map(unguardCell))).toEqual(cells);
    }),
    { numRuns: 200, seed: 20251201 },
  );
});
