import { describe, expect, test } from 'vitest';
import { type Diagnostic, fault, warning } from '../../../src/model/diagnostic.ts';
import { fromProfile, say } from '../../../src/model/message.ts';
import { diagnosticRecords } from '../../../src/report/diagnostic-records.ts';
import { diagnosticsText } from '../../../src/report/diagnostics.ts';
import { type Paint, inColour, plain } from '../../../src/report/paint.ts';

const FILE = 'recipients/a.yaml';
const wording = { pathOf: (file: string) => `campaign/${file}`, showValues: true, texts: new Map<string, string>() };
const at = (line: number, file = FILE) => ({ file, line, column: 3 });

/** What people see; `text` is that of the file that the faults are about. */
function seen(
  diagnostics: readonly Diagnostic[],
  { text = '', showValues = true, paint = plain as Paint } = {},
): string {
  const texts = new Map(text === '' ? [] : [[FILE, text]]);
  return diagnosticsText(diagnosticRecords(diagnostics, { ...wording, texts, showValues }), paint);
}

/** The frame around one fault: everything between its heading and the last line. */
function frame(text: string, column: number, message = say`x`): readonly string[] {
  const line = text.split('\n').length;
  return seen([fault('yaml/syntax', { file: FILE, line, column }, message)], { text })
    .split('\n')
    .slice(2, -4);
}

describe('a fault for people', () => {
  const unknown = fault('data/unknown-key', at(2), say`the key ${'nmae'} is not known here`, {
    hint: say`did you mean ${'name'}?`,
    related: [{ span: at(1), message: say`the profile begins here` }],
  });

  test('has what is wrong, where, the line, what belongs to it and what to do', () => {
    expect(seen([unknown], { text: '- id: x\n  nmae: y\n' })).toBe(
      [
        'error[data/unknown-key]: the key “nmae” is not known here',
        '  ┌─ campaign/recipients/a.yaml:2:3',
        '1 │ - id: x',
        '2 │   nmae: y',
        '  │   ^^^^',
        '  ├─ campaign/recipients/a.yaml:1:3: the profile begins here',
        '1 │ - id: x',
        '  │   ^^',
        '  = why: A misspelt key would be passed over, and what it says would be missing from the letter.',
        '  = hint: did you mean “name”?',
        '',
        'demarche explain CODE explains a code, as in: demarche explain data/unknown-key',
        '',
      ].join('\n'),
    );
  });

  test('is coloured where colours are seen', () => {
    expect(seen([unknown], { paint: inColour })).toContain('\u001b[31merror\u001b[39m');
  });

  test('cannot be forged by what it quotes, nor by the line it shows', () => {
    const forged = fault('data/unknown-key', at(1), say`the key ${'a\u001b[2J\n::error::b'} is not known here`);
    const told = seen([forged], { text: 'a: \u001b]8;;x\u0007 \u009b2J \u202Eb\n' });
    expect(told).toContain('“a\\u{1b}[2J\\u{a}::error::b”');
    expect(told).toContain('1 │ a: \\u{1b}]8;;x\\u{7} \\u{9b}2J \\u{202e}b');
    expect(told).not.toMatch(/(?!\n)\p{C}/u);
  });

  test('keeps what a profile holds to itself where logs are public, and says how to see it', () => {
    const email = fault('data/wrong-value', at(1), say`${fromProfile('a@example.org')} is no day`);
    expect(seen([email])).toContain('a@example.org');
    expect(seen([email], { showValues: false })).toContain('(not shown) is no day');
    expect(seen([email], { showValues: false })).toContain('--show-values');
  });
});

describe('the mark stands below what is meant', () => {
  test('below all that the message quotes', () => {
    expect(frame('to: the whole of it', 5, say`${'the whole'} is no role`)).toEqual([
      '1 │ to: the whole of it',
      '  │     ^^^^^^^^^',
    ]);
  });

  test('below a tag, a quoted text, a word, or one character', () => {
    expect(frame('Dear {{a.b}},', 6).at(-1)).toBe('  │      ^^^^^^^');
    expect(frame("a: 'it''s' b", 4).at(-1)).toBe('  │    ^^^^^^^');
    expect(frame('a: b-c d', 4).at(-1)).toBe('  │    ^^^');
    expect(frame('a: [b]', 4).at(-1)).toBe('  │    ^');
  });

  test('after tabs, wide letters, emoji, and letters with marks of their own', () => {
    expect(frame('a:\tb', 4)).toEqual(['1 │ a:  b', '  │     ^']);
    expect(frame('名前: b', 5)).toEqual(['1 │ 名前: b', '  │       ^']);
    expect(frame('🕊️: b', 6)).toEqual(['1 │ 🕊️: b', '  │     ^']);
    expect(frame('e\u0301e\u0301: b', 7)).toEqual(['1 │ e\u0301e\u0301: b', '  │     ^']);
  });

  test('in words where letters from the right make columns uncertain', () => {
    expect(frame('a: "الحق" b', 4)).toEqual(['1 │ a: "الحق" b', '  │ ^ here: “"الحق"”']);
    expect(frame('a: b # الحق', 4).at(-1)).toBe('  │    ^');
  });

  test('behind a line that has ended', () => {
    expect(frame('a:', 4)).toEqual(['1 │ a:', '  │   ^']);
  });

  test('in a line without end, of which a part is shown', () => {
    const [line = '', mark = ''] = frame(`${'x '.repeat(400)}here ${'y '.repeat(400)}`, 801);
    expect(line.length).toBeLessThan(140);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('here');
  });

  test('with the line before it, if that says something', () => {
    expect(frame('a:\n  b: c', 3)).toEqual(['1 │ a:', '2 │   b: c', '  │   ^']);
    expect(frame('\n  b: c', 3)).toEqual(['2 │   b: c', '  │   ^']);
  });
});

describe('one mistake is told once', () => {
  const twice = (count: number, words = 'x'): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) =>
      fault('data/unknown-key', at(1, `recipients/${index}.yaml`), say`${words}`),
    );

  test('with the other places where it stands', () => {
    const told = seen(twice(3));
    expect(told.match(/error\[/g)).toHaveLength(1);
    expect(told).toContain('  = also: campaign/recipients/1.yaml:1:3, campaign/recipients/2.yaml:1:3\n');
  });

  test('or, if they are many, with some of them and how many more', () => {
    expect(seen(twice(27))).toMatch(/= also: (?:\S+, ){4}\S+ and 21 more places\n/);
  });

  test('with those who meet it, where many meet it at one place', () => {
    const same = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => fault('template/no-value', at(1), say`no title for ${id}`));
    const told = seen(same);
    expect(told.match(/error\[/g)).toHaveLength(1);
    expect(told).toContain('= also: no title for “b”\n');
    expect(told).toContain('= also: 2 more at this location\n');
  });

  test('and twenty mistakes are enough', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      fault('data/unknown-key', at(index + 1), say`${`key ${index}`}`),
    );
    const told = seen([...many, warning('profile/no-form', at(1), say`w`)]);
    expect(told.match(/error\[/g)).toHaveLength(20);
    expect(told).toContain('\nand 5 faults and 1 warning more; --json has all of them\n');
  });
});

test('faults come before warnings, and each in reading order', () => {
  const kinds = [
    warning('data/wrong-value', at(1), say`w`),
    ...[at(9), at(2), at(1, 'groups.yaml')].map((span) =>
      fault('data/wrong-value', span, say`${span.line}${span.file}`),
    ),
  ];
  expect(diagnosticRecords(kinds, wording).map(({ severity, file, line }) => `${severity} ${file}:${line}`)).toEqual([
    'error campaign/groups.yaml:1',
    'error campaign/recipients/a.yaml:2',
    'error campaign/recipients/a.yaml:9',
    'warning campaign/recipients/a.yaml:1',
  ]);
});

test('a fault for programs has the same content, field by field', () => {
  const texts = new Map([[FILE, 'a: b\n\tc: d\r\n']]);
  const [record] = diagnosticRecords(
    [fault('yaml/syntax', { file: FILE, line: 2, column: 2 }, say`x ${fromProfile('y')}`)],
    {
      ...wording,
      texts,
      showValues: false,
    },
  );
  expect(record).toEqual({
    code: 'yaml/syntax',
    severity: 'error',
    file: 'campaign/recipients/a.yaml',
    line: 2,
    column: 2,
    endColumn: 3,
    message: 'x (not shown)',
    excerpt: { lines: ['a: b', '    c: d'], from: 4, to: 5 },
    hint: null,
    related: [],
  });
});
