import { describe, expect, test } from 'vitest';
import { fillPattern } from '../../../src/load/fill-pattern.ts';
import { parsePattern } from '../../../src/validate/cell-pattern.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { valueOf } from '../../support/outcomes.ts';

const place = { file: 'a.csv', line: 2, column: 1 };

/** The lines that a pattern, written as YAML, gives for cells by the names of their columns; or its fault. */
function fill(pattern: string, cells: Readonly<Record<string, string>>): string {
  const parsed = valueOf(parsePattern(valueOf(readYaml('a.columns.yaml', pattern))));
  const filled = fillPattern(
    parsed,
    parsed.columns.map((column) => ({ column, text: cells[column] ?? '', span: place })),
  );
  return filled.ok
    ? filled.value.lines.join(' / ')
    : filled.diagnostics.map(({ code, message }) => `${code}: ${plainMessage(message)}`).join();
}

describe('a pattern', () => {
  test.each([
    ['one column', '"{A}"', { A: 'x' }, 'x'],
    ['columns and text', '"{A}, {B}"', { A: 'x', B: 'y' }, 'x, y'],
    ['text around', '"Councillor {A} (Ward)"', { A: 'x' }, 'Councillor x (Ward)'],
    ['doubled braces', '"{{{A}"', { A: 'x' }, '{x'],
    ['doubled braces in the name of a column', '"{A {{b}}}"', { 'A {b}': 'x' }, 'x'],
    ['markup, which is data', '"{A}"', { A: '**x** {{y}} & <b>' }, '**x** {{y}} & <b>'],
    ['runs of white space', '"{A}  {B}"', { A: '  x \t y ', B: 'z' }, 'x y z'],
    ['a single no-break space', '"{A}"', { A: 'x\u00a0y' }, 'x\u00a0y'],
    ['lines of a cell', '"{A}, {B}"', { A: 'x\r\n\r\n y ', B: 'z' }, 'x / y, z'],
  ])('prints %s', (_, pattern, cells, expected) => {
    expect(fill(pattern, cells)).toBe(expected);
  });

  test.each([
    ['{Postcode} {Town}', '', 'y', 'y'],
    ['{Postcode} {Town}', 'x', '', 'x'],
    ['{A} ({B})', 'x', '', 'x'],
    ['({A}) {B}', '', 'y', 'y'],
    ['“{A}” {B}', '', 'y', 'y'],
    ['{A} – {B}', '', 'y', 'y'],
    ['{A}, {B}.', 'x', '', 'x'],
    ['{A}, {B}.', '', 'y', 'y.'],
    ['- {A}, {B}', 'x', '', '- x'],
    ['{A}{B}', '', 'y', 'y'],
    ['Box {A}, {B}', '', '', ''],
  ])('%j with the cells %j and %j prints %j', (text, a, b, expected) => {
    const [first = '', second = ''] = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    expect(fill(JSON.stringify(text), { [first]: a, [second]: b })).toBe(expected);
  });

  test.each([
    ['{A}, {B} {C}', { A: 'x', C: 'z' }, 'x, z'],
    ['{A} {B}, {C}', { A: 'x', C: 'z' }, 'x, z'],
    ['{A}, {B}; {C}', { A: 'x', C: 'z' }, 'x, z'],
    ['{A} {B} {C}, {D}', { A: 'x', D: 'z' }, 'x, z'],
    ['{A} ({B}) {C}', { A: 'x', C: 'z' }, 'x z'],
    ['{A} ({B}, {C})', { A: 'x', C: 'z' }, 'x (z)'],
    ['{A} ({B}, {C})', { A: 'x', B: 'y' }, 'x (y)'],
    ['{A} ({B}, {C}).', { A: 'x' }, 'x'],
    ['({A}, {B}) {C}', { B: 'y', C: 'z' }, '(y) z'],
    ['({A}, {B}) {C}', { A: 'x', C: 'z' }, '(x) z'],
    ['({A}, {B}) {C}', { C: 'z' }, 'z'],
    ['{A} [{B} ({C})]', { A: 'x', B: 'y' }, 'x [y]'],
  ])('%j prints one text in the place of empty cells: %j', (text, cells, expected) => {
    expect(fill(JSON.stringify(text), cells)).toBe(expected);
  });

  test.each([
    ['"Box {A}, {B}"', { B: 'y' }, 'Box'],
    ['"{A}, c/o {B}"', { A: 'x' }, 'c/o'],
    ['"{A} households, {B}"', { B: 'y' }, 'households'],
    ['"{A} ({B} of 7)"', { A: 'x' }, 'of 7'],
  ])('%j does not print words that may belong to an empty cell', (pattern, cells, words) => {
    expect(fill(pattern, cells)).toContain(`table/cell: this cell is empty, and ${words} stands`);
  });
});

describe('capitals and values', () => {
  test.each([
    ['{ from: "{A}", as: upper }', 'Straße, i', 'STRASSE, I'],
    ['{ from: "{A}", values: { Ms: f, "": unknown } }', 'Ms', 'f'],
    ['{ from: "{A}", values: { Ms: f, "": unknown } }', ' ', 'unknown'],
    ['{ from: "{A}", values: { Ms: f } }', '', ''],
    ['{ from: "{A}", values: { n/a: "" } }', 'n/a', ''],
    ['{ from: "{A}", values: { DE: Deutschland }, as: upper }', 'DE', 'DEUTSCHLAND'],
    ['{ from: "{A}", values: { Ms: f } }', 'ms', 'table/cell: values does not say what ms becomes'],
  ])('%s makes of %j %j', (pattern, text, expected) => {
    expect(fill(pattern, { A: text })).toBe(expected);
  });
});

test('refuses a character that no letter may have', () => {
  expect(fill('"{A}"', { A: 'x\u200By' })).toContain('file/forbidden-character');
});
