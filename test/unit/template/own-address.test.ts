import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import { aMerging } from '../../support/a-merging.ts';

/** The warnings of a body with these words from line 3 on, as line and beginning of the message. */
function warningsOf(words: string, letter: Partial<Campaign['letter']> = {}): readonly string[] {
  const { campaign } = aMerging({ texts: { 'body/member': `# S\n\n${words}\n` }, letter });
  return parseTemplates(campaign).diagnostics.map(
    ({ code, severity, span, message }) => `${severity} ${code} ${span.line}: ${plainMessage(message).slice(0, 24)}`,
  );
}
const SALUTATION = 'warning text/own-address 3: this looks like a saluta';
const closeAt = (line: number): string => `warning text/own-address ${line}: this looks like a close,`;

describe('a salutation of its own in a body is a warning', () => {
  test.each([
    'Dear Ms Lee,',
    'Dear Ms Lee',
    'Dear {{#if holder.name}}{{holder.name}}{{else}}Sir or Madam{{/if}},',
    'Excellency,',
    '<!-- to be read -->\nTo all our friends,',
    'Dear neighbours!',
  ])('%s', (words) => {
    expect(warningsOf(`${words}\n\nWe write to you.`)).toEqual([
      SALUTATION.replace('3:', words.startsWith('<!--') ? '4:' : '3:'),
    ]);
  });

  test.each([
    'Dear friends of the footbridge have written to us, and so have many others.',
    'Dear to us is the footbridge.',
    'We ask you:',
    'On 12 January, the county closed the footbridge for good,',
  ])('but not: %s', (words) => {
    expect(warningsOf(`${words}\n\nWe write to you.`)).toEqual([]);
  });

  test('and not where it is all that the body has', () => {
    expect(warningsOf('Dear Ms Lee,')).toEqual([]);
  });
});

describe('a close of its own in a body is a warning', () => {
  test.each([
    ['Best wishes', 5],
    ['Best wishes,\nAnna', 5],
    ['Kind regards,\n\nAnna Lee', 5],
    ['Yours sincerely', 5],
    ['Yours faithfully, the Walkers of the Valley', 5],
    ['We wait.\n\nWith best wishes', 7],
  ])('%s', (words, line) => {
    expect(warningsOf(`We write to you.\n\n${words}`)).toEqual([closeAt(line)]);
  });

  test.each([
    'We thank you, and wait for an answer.',
    'Telephone 0123 456',
    'walkers@example.org',
    'Yours is the river.',
    '- boards\n- clocks',
  ])('but not: %s', (words) => {
    expect(warningsOf(`We write to you.\n\n${words}`)).toEqual([]);
  });
});

test('words that are listed as meant are not reported', () => {
  expect(warningsOf('Dear all,\n\nWe write.\n\nBest wishes', { meant: ['Dear all', 'Best wishes'] })).toEqual([]);
});
