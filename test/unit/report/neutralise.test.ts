import { describe, expect, test } from 'vitest';
import { neutraliseShortened, neutralise } from '../../../src/report/neutralise.ts';

describe('characters that a terminal or a log would interpret are escaped', () => {
  test.each([
    ['an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a C1 control', 'a\u009bb', 'a\\u{9b}b'],
    ['a line break that would start a workflow command', 'x\n::error::y', 'x\\u{a}::error::y'],
    ['a workflow command', ' ::error::y', ' \\u{3a}:error::y'],
    ['an older workflow command, and one of Azure', 'x ##[error]y ##vso[a]', 'x \\u{23}#[error]y \\u{23}#vso[a]'],
    ['an override of the writing direction', 'a\u202eb', 'a\\u{202e}b'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['a tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ])('%s', (_, input, expected) => {
    expect(neutralise(input)).toBe(expected);
  });

  test('other text is not changed', () => {
    const text = 'a::b: ## [x] #[y] Päivi Kaukoranta, Krišjāņa Valdemāra iela 3, Βασιλίσσης, Прем’єр, الحق, 🕊';
    expect(neutralise(text)).toBe(text);
  });
});

test('a long value is cut between characters', () => {
  expect(neutraliseShortened('🕊'.repeat(5), 3)).toBe(`${'🕊'.repeat(3)}…`);
});
