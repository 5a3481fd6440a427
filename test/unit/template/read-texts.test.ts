import { expect, test } from 'vitest';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import type { ShapedText } from '../../../src/template/shaped-texts.ts';
import { aMerging } from '../../support/a-merging.ts';
import { valueOf } from '../../support/outcomes.ts';

/** The readings of a body in every shape. */
function readingsOf(words: string): readonly ShapedText[] {
  const { campaign } = aMerging({ texts: { 'body/member': `# S\n\n${words}\n` } });
  const read = valueOf(parseTemplates(campaign)).byShape.get('en')?.get('body/member') ?? new Map<string, ShapedText>();
  // Whether there is a holder, an honorific, a State.
  expect(read.size).toBe(6);
  return [...read.values()];
}

test.each([
  ['that asks for nothing has one reading', 'Words.', 1],
  ['that asks for the State has two', '{{#if state.of}}To {{state.of}}.{{else}}To you.{{/if}}', 2],
  ['that asks twice for one thing has two', 'A{{#if state.of}}b{{/if}} c{{#if state.short}}d{{/if}}.', 2],
  ['that asks for State and holder has four', 'A{{#if state.of}}b{{/if}} c{{#if holder.name}}d{{/if}}.', 4],
  [
    'whose branches say the same has one for each, with its own places',
    '{{#if state.of}}Words.{{else}}Words.{{/if}}',
    2,
  ],
])('a text %s', (_, words, count) => {
  expect(new Set(readingsOf(words)).size).toBe(count);
});
