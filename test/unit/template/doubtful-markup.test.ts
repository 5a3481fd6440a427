import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { merged } from '../../support/a-merging.ts';

/** Returns the findings about doubtful markup in the words after the subject: severity, code, line, column. */
function findingsIn(words: string, meant: readonly string[] = []): readonly string[] {
  const { diagnostics } = merged({ texts: { 'body/member': `# Subject\n\n${words}\n` }, letter: { meant } });
  return diagnostics
    .filter(({ code }) => code === 'text/list-number' || code === 'text/failed-link')
    .map(({ severity, code, span }) => `${severity} ${code} ${span.line}:${span.column}`);
}

describe('the number of a list is that which is typed, and begins a list that is meant', () => {
  test.each<[words: string, ...findings: string[]]>([
    ['2026. szeptember 1-jén kezdtük.', 'warning text/list-number 3:1'],
    ['2026) words', 'warning text/list-number 3:1'],
    ['15. März 1848 war …', 'warning text/list-number 3:1'],
    ['1. Mai 1945 war …', 'warning text/list-number 3:1'],
    ['1. maijs ir brīvdiena', 'warning text/list-number 3:1'],
    ['5. words', 'warning text/list-number 3:1'],
    ['> 1945. words', 'warning text/list-number 3:3'],
    ['- words\n\n  1945. words', 'warning text/list-number 5:3'],
    ['1990. words\n\n1991. words', 'warning text/list-number 3:1'],
    ['1945. words\n\n1956. words', 'warning text/list-number 3:1', 'error text/list-number 5:1'],
    ['1. words\n2. words\n4. words\n5. words', 'error text/list-number 5:1'],
    ['1945. words\n\n1945. words', 'warning text/list-number 3:1', 'error text/list-number 5:1'],
    ['1. words\n\n{{#if recipient.title}}3. words{{/if}}', 'error text/list-number 5:24'],
  ])('%j', (words, ...findings) => {
    expect(findingsIn(words)).toEqual(findings);
  });

  test.each([
    '1. words\n2. words\n3. words',
    '1) words\n2) words',
    '1. words\n1. words\n1. words',
    '0. words\n1. words',
    '1. words',
    '1. Maiden speech',
    '3. words\n4. words',
    '1. words\n2. words\n\nwords\n\n3. words',
    '1. words\n\n   words\n\n2. words',
    '- words\n- words',
    '2026\\. words',
    'In the year\n2026. words',
    '{{letter.date}} words',
  ])('real lists and sentences are right: %j', (words) => {
    expect(findingsIn(words)).toEqual([]);
  });
});

describe('brackets that look like a link are one', () => {
  test.each<[words: string, ...findings: string[]]>([
    ['see [a][b]', 'warning text/failed-link 3:7'],
    ['see [a][]', 'warning text/failed-link 3:7'],
    ['see [a](two words)', 'warning text/failed-link 3:7'],
    ['see [a](https://example.org/b c)', 'warning text/failed-link 3:7'],
    ['see [a] (https://example.org/b)', 'warning text/failed-link 3:7'],
    ['see [{{recipient.title}}][b]', 'warning text/failed-link 3:25'],
    ['*see [a][b]* and [c][d]', 'warning text/failed-link 3:8', 'warning text/failed-link 3:20'],
  ])('%j', (words, ...findings) => {
    expect(findingsIn(words)).toEqual(findings);
  });

  test.each([
    '[sic] and […] and [a]',
    'see [a](https://example.org/b) and [c](https://example.org/d)',
    '[a] (that is, b)',
    'see [a\\][b]',
    'see [a [b]](https://example.org)',
    '[a]: words',
    '(a)(b) and [a](https://example.org/b)(c)',
  ])('other brackets are words: %j', (words) => {
    expect(findingsIn(words)).toEqual([]);
  });
});

test.each([
  ['2026. szeptember 1-jén kezdtük.', '2026. szeptember 1-jén kezdtük.'],
  ['See [1][2] and {{recipient.title}} there.', 'See [1][2] and'],
])('the hint has the line that declares the markup to be meant: %j', (words, phrase) => {
  const { diagnostics } = merged({ texts: { 'body/member': `# Subject\n\n${words}\n` } });
  expect(plainMessage(diagnostics[0]?.hint ?? [])).toContain(`meant: ["${phrase}"]`);
  expect(findingsIn(words, [phrase])).toEqual([]);
});
