import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { type Data, dataAt } from '../../../src/model/data.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { faultsOf, plain, valueOf } from '../../support/outcomes.ts';

const read = (text: string): Data => valueOf(readYaml('f.yaml', text));
const faults = (text: string): readonly string[] => faultsOf(readYaml('f.yaml', text));

describe('scalars', () => {
  test.each(['NO', 'yes', '01234', '1.10', '+41', '1e3', '12345678901234567890', '1:30', '2025-12-01', 'true'])(
    'keep %s as typed',
    (typed) => {
      expect(plain(read(`key: ${typed}\n`))).toEqual({ key: typed });
    },
  );

  test('keep their Unicode form', () => {
    expect(plain(read('key: e\u0301\n'))).toEqual({ key: 'e\u0301' });
  });

  test('are unquoted for a missing value, and quoted for an empty text', () => {
    expect(dataAt(read('a:\nb: ""\n'), ['a'])).toMatchObject({ text: '', quoted: false });
    expect(dataAt(read('a:\nb: ""\n'), ['b'])).toMatchObject({ text: '', quoted: true });
  });

  test('are empty and unquoted for an empty file', () => {
    expect(read('# nothing yet\n')).toMatchObject({ kind: 'scalar', text: '', quoted: false, span: { line: 1 } });
  });

  test('may have the key __proto__', () => {
    expect(dataAt(read('__proto__: x\n'), ['__proto__'])).toMatchObject({ text: 'x' });
  });
});

describe('the location is kept', () => {
  const data = read('office:\n  rank: minister\nlines: ["a", b]\r\nlast: |\n  text\n');

  test.each([
    [['office', 'rank'], 2, 9],
    [['office'], 2, 3],
    [['lines', 1], 3, 14],
    [['last'], 4, 7],
  ])('of the value at %j', (path, line, column) => {
    expect(dataAt(data, path)?.span).toEqual({ file: 'f.yaml', line, column });
  });

  test('of a key', () => {
    expect(data.kind === 'fields' ? data.entries[1]?.keySpan : undefined).toMatchObject({ line: 3, column: 1 });
  });
});

describe('characters that are not allowed in a file', () => {
  test.each([
    ['a control character', '\u0007'],
    ['the escape character', '\u001B'],
    ['a C1 control character', '\u009B'],
    ['a lone carriage return', '\r'],
    ['a lone surrogate', '\uD800'],
    ['a noncharacter', '\uFFFE'],
    ['a private-use character', '\uE000'],
    ['the replacement character', '\uFFFD'],
    ['a bidirectional override', '\u202E'],
    ['a bidirectional isolate', '\u2066'],
    ['a byte order mark inside a text', '\uFEFF'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a zero-width space', '\u200B'],
    ['a zero-width joiner at the edge of a word', '\u200D'],
    ['a soft hyphen', '\u00AD'],
    ['a tag character', '\u{E0041}'],
  ])('include %s', (_, character) => {
    expect(faults(`a: x\nb: x${character}-y\n`)).toEqual(['file/forbidden-character 2:5']);
  });

  test.each([
    ['a byte order mark at the start', '\uFEFFa: b\n'],
    ['a zero-width non-joiner between letters', 'a: می\u200Cخواهم\n'],
    ['a variation selector', 'a: ☺\uFE0F\n'],
    ['a Windows line end', 'a: b\r\n'],
  ])('do not include %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });

  test('are refused as an escape sequence too', () => {
    expect(faults('a: "\\u202E"\n')).toEqual(['file/forbidden-character 1:4']);
  });

  test('are reported once, also in a quoted text with an escape sequence', () => {
    expect(faults('a: "\u202E\\n"\n')).toEqual(['file/forbidden-character 1:5']);
  });

  test('are named with what they are', () => {
    expect(readYaml('f.yaml', 'a: \u202Eb\n').diagnostics.map(({ message }) => plainMessage(message))).toEqual([
      'U+202E is not allowed in a file: it is an invisible character that changes the direction of what follows',
    ]);
  });

  test('are reported up to a maximum number', () => {
    expect(faults(`a: ${'\u0007'.repeat(500)}\n`)).toHaveLength(101);
  });
});

describe('what of YAML is not read', () => {
  test.each([
    ['a directive', '%YAML 1.1\n---\na: NO\n', '1:1'],
    ['a directive without a document', '%YAML 1.2\na: b\n', '1:1'],
    ['an alias', 'a: *x\n', '1:4'],
    ['an anchor', 'a: &x b\n', '1:4'],
    ['an anchor of the whole document', '--- &x\na: b\n', '1:5'],
    ['a tag', 'a: !!binary b\n', '1:4'],
    ['a tag of a block scalar', 'a: !x |\n  b\n', '1:4'],
    ['a tag in a list', '- !x b\n', '1:3'],
    ['a merge key', '<<: { a: b }\n', '1:1'],
    ['a second document', 'a: b\n---\nc: d\n', '2:1'],
    ['a second document with faults of its own', 'a: b\n---\nc: *d\n- e\n', '2:1'],
    ['a list as a key', '? [a]\n: b\n', '1:3'],
    ['a mapping as a key', '{ a: b }: c\n', '1:1'],
  ])('%s', (_, text, location) => {
    expect(faults(text)).toEqual([`yaml/unsupported ${location}`]);
  });

  test('more than twenty nested levels of lists', () => {
    expect(faults(`a: ${'['.repeat(19)}${']'.repeat(19)}\n`)).toEqual([]);
    expect(faults(`a: ${'['.repeat(20)}${']'.repeat(20)}\n`)).toEqual(['yaml/unsupported 1:23']);
  });
});

describe('a syntax fault has a location and a hint', () => {
  test.each([
    ['a tab for indentation', 'a:\n\tb: c\n', '2:1', /spaces/],
    ['a tab before the text of a block', 'a: |\n\ttext\n', '2:1', /spaces/],
    ['a tab in a list', '- a: b\n\tc: d\n', '2:2', /spaces/],
    ['no space after a colon', 'id:foo\nroles: [a]\n', '1:1', /space after the colon/],
    ['no space after the last colon', 'roles: [a]\nid:foo\n', '2:1', /space after the colon/],
    ['a colon inside unquoted text', 'title: Charter: a proposal\nb: c\n', '1:8', /quot|"…"/],
    ['braces at the start of unquoted text', 'a: {{office.title}}\n', '1:4', /\{\{…\}\}/],
    ['braces at the start of longer text', 'a: {{office.title}}, Sir\n', '1:4', /\{\{…\}\}/],
    ['a bare apostrophe in quotes', "a: 'it's'\n", '1:8', /written twice/],
    ['a quotation mark that is never closed', 'a: b\nc: "d\ne: f\n', '2:4', /close it/],
    ['an escaped quotation mark at the end', 'a: "b\\"', '1:4', /close it/],
    ['a doubled apostrophe at the end', "a: 'b''", '1:4', /close it/],
    ['a bracket that is never closed', 'a: [b, c\nd: e\n', '1:4', /close it/],
    ['an extra closing bracket', 'a: [b]]\n', '1:7', /closed/],
    ['a reserved character', 'a: @b\n', '1:4', /"…"/],
    ['an unknown escape', 'a: "\\q"\n', '1:5', /\\\\/],
    ['a line without a colon', 'a: b\nc\n', '2:1', /key: value/],
    ['a list beside a mapping', '- a\nb: c\nd: e\n', '2:1', /indentation/],
    ['an inconsistent indentation', '  a: b\n c: d\n', '2:2', /indentation/],
    ['a list on the line of its key', 'a: - b\n', '1:4', /indentation/],
    ['a comma without a value', 'a: [ , ]\n', '1:6', /closed/],
    ['a key that is too long', `${'x'.repeat(2000)}: y\n`, '1:1', /quotation/],
  ])('%s', (_, text, location, hint) => {
    expect(faults(text)).toEqual([`yaml/syntax ${location}`]);
    expect(plainMessage(readYaml('f.yaml', text).diagnostics[0]?.hint ?? [])).toMatch(hint);
  });

  test('and is reported together with all other faults of the file', () => {
    expect(faults('a: \u200Bx\nb: *c\nd: @e\nf: g\nf: h\n')).toEqual([
      'file/forbidden-character 1:4',
      'yaml/unsupported 2:4',
      'yaml/syntax 3:4',
      'yaml/duplicate-key 5:1',
    ]);
  });
});

describe('duplicate keys', () => {
  test('are reported, quoted or not', () => {
    expect(faults('a: 1\nb: { c: 1, c: 2 }\n"a": 2\n')).toEqual(['yaml/duplicate-key 2:12', 'yaml/duplicate-key 3:1']);
  });

  test('refer to the first occurrence', () => {
    const [fault] = readYaml('f.yaml', 'x: 1\na: 1\na: 2\n').diagnostics;
    expect(fault?.related.map(({ span }) => span.line)).toEqual([2]);
  });
});

describe('bombs', () => {
  const MAX_CPU_MS = 1500;
  const measureFaults = (text: string): { readonly faults: readonly string[]; readonly cpuMs: number } => {
    const before = process.cpuUsage();
    const measuredFaults = faults(text);
    const { user, system } = process.cpuUsage(before);
    return { faults: measuredFaults, cpuMs: (user + system) / 1000 };
  };

  test('refuses nested aliases, each at its location', () => {
    const lines = Array.from({ length: 26 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
    const result = measureFaults(`a0: &a0 x\n${lines.join('\n')}\n`);
    expect(new Set(result.faults.map((fault) => fault.split(' ')[0]))).toEqual(new Set(['yaml/unsupported']));
    expect(result.faults).toHaveLength(27 + 52);
    expect(result.cpuMs).toBeLessThan(MAX_CPU_MS);
  });
});

test.each(['~', 'null', 'Null', 'NULL'])('refuses an unquoted %s, which means no value in YAML', (typed) => {
  expect(faultsOf(readYaml('a.yaml', `a: ${typed}\n`))).toEqual(['yaml/unsupported 1:4']);
  expect(faultsOf(readYaml('a.yaml', `a: "${typed}"\n`))).toEqual([]);
});
