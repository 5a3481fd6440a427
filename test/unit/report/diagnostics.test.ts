import { describe, expect, test } from 'vitest';
import { fault, warning } from '../../../src/model/diagnostic.ts';
import { fromProfile, say } from '../../../src/model/message.ts';
import { diagnosticRecords } from '../../../src/report/diagnostics-json.ts';
import { diagnosticsText } from '../../../src/report/diagnostics.ts';
import { inColour, plain } from '../../../src/report/paint.ts';

const style = { paint: plain, pathOf: (file: string) => `campaign/${file}`, showValues: true };
const at = (line: number, file = 'recipients/a.yaml') => ({ file, line, column: 3 });

describe('a fault for people', () => {
  const unknown = fault('data/unknown-key', at(7), say`the key ${'nmae'} is not known here`, {
    hint: say`did you mean ${'name'}?`,
    related: [{ span: at(2), message: say`the profile begins here` }],
  });

  test('has its place, its kind, what is wrong, what belongs to it and what to do', () => {
    expect(diagnosticsText([unknown], style)).toBe(
      [
        'campaign/recipients/a.yaml:7:3: error[data/unknown-key]: the key “nmae” is not known here',
        '  campaign/recipients/a.yaml:2:3: the profile begins here',
        '  hint: did you mean “name”?',
        '',
      ].join('\n'),
    );
  });

  test('is coloured where colours are seen', () => {
    expect(diagnosticsText([unknown], { ...style, paint: inColour })).toContain('\u001b[31merror\u001b[39m');
  });

  test('cannot be forged by what it quotes', () => {
    const forged = fault('data/unknown-key', at(1), say`the key ${'a\u001b[2J\n::error::b'} is not known here`);
    expect(diagnosticsText([forged], style)).toContain('“a\\u{1b}[2J\\u{a}::error::b”');
  });

  test('keeps what a profile holds to itself where logs are public', () => {
    const email = fault('data/wrong-value', at(1), say`${fromProfile('a@example.org')} is no day`);
    expect(diagnosticsText([email], style)).toContain('a@example.org');
    expect(diagnosticsText([email], { ...style, showValues: false })).toContain('(not shown) is no day');
  });
});

test('faults come in reading order', () => {
  const texts = [at(9), at(2), at(1, 'groups.yaml')].map((span) => warning('data/wrong-value', span, say`x`));
  const lines = diagnosticsText(texts, style).split('\n');
  expect(lines.map((line) => line.split(':', 2).join(':'))).toEqual([
    'campaign/groups.yaml:1',
    'campaign/recipients/a.yaml:2',
    'campaign/recipients/a.yaml:9',
    '',
  ]);
});

test('a fault for programs has the same content, field by field', () => {
  const [record] = diagnosticRecords([fault('yaml/syntax', at(4), say`x ${fromProfile('y')}`)], {
    ...style,
    showValues: false,
  });
  expect(record).toEqual({
    code: 'yaml/syntax',
    severity: 'error',
    file: 'campaign/recipients/a.yaml',
    line: 4,
    column: 3,
    message: 'x (not shown)',
    hint: null,
    related: [],
  });
});
