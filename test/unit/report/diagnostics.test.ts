import { describe, expect, test } from 'vitest';
import { type Diagnostic, fault, warning } from '../../../src/model/diagnostic.ts';
import { profileEcho, say } from '../../../src/model/message.ts';
import { diagnosticRecords } from '../../../src/report/diagnostic-records.ts';
import { diagnosticsText } from '../../../src/report/diagnostics.ts';
import { type Paint, inColour, plain } from '../../../src/report/paint.ts';

const FILE = 'recipients/a.yaml';
const recordOptions = {
  pathOf: (file: string) => `campaign/${file}`,
  showValues: true,
  texts: new Map<string, string>(),
};
const at = (line: number, file = FILE) => ({ file, line, column: 3 });

/** The text that users see; `text` is the content of the file that the diagnostics refer to. */
function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  { text = '', showValues = true, isComplete = false, paint = plain as Paint } = {},
): string {
  const texts = new Map(text === '' ? [] : [[FILE, text]]);
  return diagnosticsText(diagnosticRecords(diagnostics, { ...recordOptions, texts, showValues }), paint, isComplete);
}

/** The code frame of one fault: its source lines and the mark below them, without the heading and the closing lines. */
function codeFrame(text: string, column: number, message = say`x`): readonly string[] {
  const line = text.split('\n').length;
  return formatDiagnostics([fault('yaml/syntax', { file: FILE, line, column }, message)], { text })
    .split('\n')
    .slice(2, -4);
}

describe('a fault for users', () => {
  const unknown = fault('data/unknown-key', at(2), say`the key ${'nmae'} is not known here`, {
    hint: say`did you mean ${'name'}?`,
    related: [{ span: at(1), message: say`the profile begins here` }],
  });

  test('has the message, location, source lines, related locations, reason and hint', () => {
    expect(formatDiagnostics([unknown], { text: '- id: x\n  nmae: y\n' })).toBe(
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

  test('is coloured if colours are on', () => {
    expect(formatDiagnostics([unknown], { paint: inColour })).toContain('\u001b[31merror\u001b[39m');
  });

  test('cannot be forged by what it quotes, nor by the line it shows', () => {
    const forged = fault('data/unknown-key', at(1), say`the key ${'a\u001b[2J\n::error::b'} is not known here`);
    const output = formatDiagnostics([forged], { text: 'a: \u001b]8;;x\u0007 \u009b2J \u202Eb\n' });
    expect(output).toContain('“a\\u{1b}[2J\\u{a}::error::b”');
    expect(output).toContain('1 │ a: \\u{1b}]8;;x\\u{7} \\u{9b}2J \\u{202e}b');
    expect(output).not.toMatch(/(?!\n)\p{C}/u);
  });

  test('cannot be forged by the name of a sheet', () => {
    const span = { ...at(1), cell: "'a\u009b2J\u202E'!C7" };
    expect(formatDiagnostics([fault('workbook/cell', span, say`x`)])).toContain("('a\\u{9b}2J\\u{202e}'!C7)");
  });

  test('hides values of profiles without showValues, and names the option that shows them', () => {
    const email = fault('data/wrong-value', at(1), say`${profileEcho('a@example.org')} is no day`);
    expect(formatDiagnostics([email])).toContain('a@example.org');
    expect(formatDiagnostics([email], { showValues: false })).toContain('(not shown) is no day');
    expect(formatDiagnostics([email], { showValues: false })).toContain('--show-values');
  });

  test('names that option if only a hint or a related location withholds a value', () => {
    const value = say`write ${profileEcho('a@example.org')}`;
    const related = [{ span: at(1), message: value }];
    for (const extras of [{ hint: value }, { related }]) {
      const output = formatDiagnostics([fault('data/wrong-value', at(1), say`no address`, extras)], {
        showValues: false,
      });
      expect(output).toContain('--show-values');
    }
  });
});

describe('the mark is', () => {
  test('below the whole text that the message quotes', () => {
    expect(codeFrame('to: the whole of it', 5, say`${'the whole'} is no role`)).toEqual([
      '1 │ to: the whole of it',
      '  │     ^^^^^^^^^',
    ]);
  });

  test('below a tag, a quoted text, a word, or one character', () => {
    expect(codeFrame('Dear {{a.b}},', 6).at(-1)).toBe('  │      ^^^^^^^');
    expect(codeFrame("a: 'it''s' b", 4).at(-1)).toBe('  │    ^^^^^^^');
    expect(codeFrame('a: b-c d', 4).at(-1)).toBe('  │    ^^^');
    expect(codeFrame('a: [b]', 4).at(-1)).toBe('  │    ^');
  });

  test('in the right column after tabs, wide characters, emoji and combining marks', () => {
    expect(codeFrame('a:\tb', 4)).toEqual(['1 │ a:  b', '  │     ^']);
    expect(codeFrame('名前: b', 5)).toEqual(['1 │ 名前: b', '  │       ^']);
    expect(codeFrame('🕊️: b', 6)).toEqual(['1 │ 🕊️: b', '  │     ^']);
    expect(codeFrame('e\u0301e\u0301: b', 7)).toEqual(['1 │ e\u0301e\u0301: b', '  │     ^']);
  });

  test('replaced by words if right-to-left letters make the column uncertain', () => {
    expect(codeFrame('a: "الحق" b', 4)).toEqual(['1 │ a: "الحق" b', '  │ ^ here: “"الحق"”']);
    expect(codeFrame('a: b # الحق', 4).at(-1)).toBe('  │    ^');
  });

  test('after the end of a line', () => {
    expect(codeFrame('a:', 4)).toEqual(['1 │ a:', '  │   ^']);
  });

  test('in the shown part of a very long line', () => {
    const [line = '', mark = ''] = codeFrame(`${'x '.repeat(400)}here ${'y '.repeat(400)}`, 801);
    expect(line.length).toBeLessThan(140);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('here');
  });

  test('shown with the previous line, unless that is empty', () => {
    expect(codeFrame('a:\n  b: c', 3)).toEqual(['1 │ a:', '2 │   b: c', '  │   ^']);
    expect(codeFrame('\n  b: c', 3)).toEqual(['2 │   b: c', '  │   ^']);
  });
});

describe('repeated faults are shown once', () => {
  const repeatedFaults = (count: number, words = 'x'): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) =>
      fault('data/unknown-key', at(1, `recipients/${index}.yaml`), say`${words}`),
    );

  test('with the other locations', () => {
    const output = formatDiagnostics(repeatedFaults(3));
    expect(output.match(/error\[/g)).toHaveLength(1);
    expect(output).toContain('  = also: campaign/recipients/1.yaml:1:3, campaign/recipients/2.yaml:1:3\n');
  });

  test('with some of the other locations and the number of the rest, if there are many', () => {
    expect(formatDiagnostics(repeatedFaults(27))).toMatch(
      /= also: (?:\S+, ){4}\S+ and 21 more places; --verbose lists all\n/,
    );
  });

  test('with some of the other messages at the same location and the number of the rest', () => {
    const faultsAtOneLocation = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      fault('template/no-value', at(1), say`no title for ${id}`),
    );
    const output = formatDiagnostics(faultsAtOneLocation);
    expect(output.match(/error\[/g)).toHaveLength(1);
    expect(output).toContain('= also: no title for “b”\n');
    expect(output).toContain('= also: 2 more at this location; --verbose lists all\n');
  });

  test('and at most twenty kinds of faults are shown', () => {
    const many = Array.from({ length: 25 }, (_, index) => fault('data/unknown-key', at(index + 1), [`key ${index}`]));
    const all = [...many, warning('profile/no-form', at(1), say`w`)];
    const output = formatDiagnostics(all);
    expect(output.match(/error\[/g)).toHaveLength(20);
    expect(output).toContain('\nand 5 faults and 1 warning more; --verbose lists all\n');
    expect(formatDiagnostics(all, { isComplete: true }).match(/(?:error|warning)\[/g)).toHaveLength(26);
  });
});

describe('faults that differ only in what was put in', () => {
  const alike = (count: number): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) =>
      fault(
        'data/unknown-key',
        at(index + 1),
        say`the key ${`key-${index + 1}`} in row ${index + 1} is not known here`,
        {
          hint: say`did you mean ${index === 2 ? 'other' : 'name'}?`,
        },
      ),
    );

  test('are all shown in full if they are three', () => {
    expect(formatDiagnostics(alike(3)).match(/error\[/g)).toHaveLength(3);
  });

  test('are shown once if they are more, with the first few places, the hint that differs, and a count', () => {
    const output = formatDiagnostics([...alike(50), warning('profile/no-form', at(1), say`w`)]);
    expect(output.split('\n').filter((line) => /error|warning|alike/.test(line))).toEqual([
      'error[data/unknown-key]: the key “key-1” in row 1 is not known here',
      '  = alike: campaign/recipients/a.yaml:2:3: the key “key-2” in row 2 is not known here',
      '  = alike: campaign/recipients/a.yaml:3:3: the key “key-3” in row 3 is not known here (did you mean “other”?)',
      '  = alike: campaign/recipients/a.yaml:4:3: the key “key-4” in row 4 is not known here',
      '  = alike: campaign/recipients/a.yaml:5:3: the key “key-5” in row 5 is not known here',
      '  = alike: campaign/recipients/a.yaml:6:3: the key “key-6” in row 6 is not known here',
      '  = alike: and 44 more like it, 50 in all; --verbose lists all',
      'warning[profile/no-form]: w',
    ]);
  });

  test('are counted with the places that have the same message', () => {
    const repeated = alike(7).flatMap((diagnostic) => [
      diagnostic,
      { ...diagnostic, span: at(diagnostic.span.line, 'recipients/b.yaml') },
    ]);
    const output = formatDiagnostics(repeated);
    expect(output).toContain('row 2 is not known here, and 1 more place\n');
    expect(output).toContain('= alike: and 2 more like it, 14 in all; --verbose lists all\n');
  });

  test('are all shown in full if all are asked for', () => {
    expect(formatDiagnostics(alike(50), { isComplete: true }).match(/error\[/g)).toHaveLength(50);
  });

  test('hide values of profiles in every line', () => {
    const emails = Array.from({ length: 9 }, (_, index) =>
      fault('data/wrong-value', at(index + 1), say`${profileEcho(`a${index}@example.org`)} is no day`),
    );
    // Without values, the messages are the same, and only places are listed.
    expect(formatDiagnostics(emails, { showValues: false })).not.toContain('@');
    expect(formatDiagnostics(emails)).toContain(
      '= alike: campaign/recipients/a.yaml:2:3: “a1@example.org” is no day\n',
    );
  });
});

test('sorts faults before warnings, and both by location', () => {
  const unsorted = [
    warning('data/wrong-value', at(1), say`w`),
    ...[at(9), at(2), at(1, 'groups.yaml')].map((span) =>
      fault('data/wrong-value', span, say`${span.line}${span.file}`),
    ),
  ];
  expect(
    diagnosticRecords(unsorted, recordOptions).map(({ severity, file, line }) => `${severity} ${file}:${line}`),
  ).toEqual([
    'error campaign/groups.yaml:1',
    'error campaign/recipients/a.yaml:2',
    'error campaign/recipients/a.yaml:9',
    'warning campaign/recipients/a.yaml:1',
  ]);
});

test('the record of a fault for programs has all parts of the fault as fields', () => {
  const texts = new Map([[FILE, 'a: b\n\tc: d\r\n']]);
  const [record] = diagnosticRecords(
    [fault('yaml/syntax', { file: FILE, line: 2, column: 2 }, say`x ${profileEcho('y')}`)],
    {
      ...recordOptions,
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
    pattern: 'x …',
    excerpt: { lines: ['a: b', '    c: d'], from: 4, to: 5 },
    hint: null,
    related: [],
  });
});
