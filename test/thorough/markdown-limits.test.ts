import { describe, expect, test } from 'vitest';
import { NO_PICTURE_FILES } from '../../src/model/picture-files.ts';
import { parseMarkdown } from '../../src/template/parse-markdown.ts';
import { findExcess } from '../../src/template/markdown-limits.ts';
import { merged } from '../support/a-merging.ts';

/** Repetitions whose time in the Markdown parser grows with the square of their number. */
const REPETITIONS: readonly string[] = [
  'a**b',
  '*a ',
  '*a* ',
  '*a_ ',
  '_a ',
  '[^a] ',
  '[a] ',
  '[a](',
  '[a](<b',
  '![',
  '`a` ',
  'a <!-- ',
  'a <?',
  'a <!A ',
  'a <![CDATA[',
  'a\n---\n\n',
  '> a\n\n',
  '- a\n\nb\n\n',
  '- a\n  - b\n',
  '1. a\n',
  'b\n',
];

describe('a text that would take minutes is refused where it exceeds a limit', () => {
  test.each(REPETITIONS)('%j', (repetition) => {
    const texts = { 'body/member': `# Subject\n\nx\n\n${repetition.repeat(16_000)}\n` };
    const { diagnostics } = merged({ texts: { ...texts, 'body/member': texts['body/member'].slice(0, 250_000) } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['template/too-large']);
    expect(diagnostics[0]?.span.file).toBe('en/body/member.md');
    expect(diagnostics[0]?.span.line).toBeGreaterThanOrEqual(5);
    expect(diagnostics[0]?.hint).toBeDefined();
  });

  test('the location is that of the line', () => {
    const text = `${'a\n\n'.repeat(10)}${'*a* '.repeat(400)}\n${'*a* '.repeat(400)}\n`;
    expect(findExcess(text)?.offset).toBe(text.lastIndexOf('\n', text.length - 2) + 1);
  });
});

/** Returns the CPU time, in milliseconds, in which a body is parsed and validated. */
function timeOf(text: string): number {
  const start = process.cpuUsage();
  merged({ texts: { 'body/member': `# Subject\n\n${text}\n` } });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

test.each<[string, (count: number) => string]>([
  ['rising backticks', (count) => Array.from({ length: count / 16 }, (_, index) => '`'.repeat(index + 1)).join('a')],
  ['angle brackets', (count) => '<'.repeat(count)],
  ['comments that are not closed', (count) => `${'a <!-- '.repeat(100)}${'a'.repeat(count)}\n\n`],
  ['ampersands', (count) => '&a'.repeat(count)],
  ['backslashes', (count) => '\\a'.repeat(count)],
  ['spaces', (count) => `a${' '.repeat(count)}b`],
  ['spaces in a delimiter row', (count) => `|-${' '.repeat(count)}x`],
  ['cells of a delimiter row', (count) => `${'|-'.repeat(count)}x`],
  ['comments', (count) => '<!-- a -->\n\n'.repeat(count / 4)],
  ['comments of Handlebars', (count) => '{{!-- '.repeat(count)],
  ['braces', (count) => '{ '.repeat(count / 4)],
  ['paragraphs', (count) => 'a b\n\n'.repeat(count / 4)],
])('the time of a text grows with its size, not with the square: %s', (_, textOf) => {
  timeOf(textOf(2_000));
  const [single, double, quadruple] = [2_000, 4_000, 8_000].map((count) => timeOf(textOf(count)));
  // In quadratic time, the last is 16 times the first.
  expect(double ?? 0).toBeLessThan(5 * (single ?? 0) + 100);
  expect(quadruple ?? 0).toBeLessThan(10 * (single ?? 0) + 200);
});

test('a text of 100 KB of paragraphs, lists, quotations and links is parsed', () => {
  const part = `## A heading

We write to **you** about the [Statute](https://example.org/a_b_c) and *its* articles, as said in “the letter”
of _1 December_, with the words that follow, so that the court can do its work (art. 70).

- the first of the demands, **in short**, with [its source](https://example.org/first)
- the second, *in other words*

> A quotation of two lines, as
> it was published.

1. One.

   More about it.
2. Two.

`;
  const text = part.repeat(Math.ceil(100_000 / part.length));
  expect(text.length).toBeGreaterThanOrEqual(100_000);
  const rendered = { text, inserts: [], origins: [], file: 'en/body/member.md' };
  expect(
    parseMarkdown(rendered, {
      key: 'demands/observers/submit',
      tools: { startsWithDate: () => false, pictures: NO_PICTURE_FILES, measure: 384 },
    }).faults,
  ).toEqual([]);
});
