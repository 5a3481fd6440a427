import { expect, test } from 'vitest';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import type { ShapedText } from '../../../src/template/shaped-texts.ts';
import { aMerging } from '../../support/a-merging.ts';
import { valueOf } from '../../support/outcomes.ts';

/** A body, as it was parsed for each shape. */
function parseForShapes(words: string): readonly ShapedText[] {
  const { campaign } = aMerging({ texts: { 'body/member': `# S\n\n${words}\n` } });
  const text = valueOf(parseTemplates(campaign)).textsIn('en').get('body/member');
  return [...(text?.shapes.values() ?? [])];
}

test.each([
  ['without conditions has one parsed version', 'Words.', 1],
  [
    'with a condition on the State has two parsed versions',
    '{{#if state.of}}To {{state.of}}.{{else}}To you.{{/if}}',
    2,
  ],
  [
    'with two conditions on the State has two parsed versions',
    'A{{#if state.of}}b{{/if}} c{{#if state.short}}d{{/if}}.',
    2,
  ],
  [
    'with conditions on State and holder has four parsed versions',
    'A{{#if state.of}}b{{/if}} c{{#if holder.name}}d{{/if}}.',
    4,
  ],
  [
    'whose branches have equal words has a parsed version for each, with its own locations',
    '{{#if state.of}}Words.{{else}}Words.{{/if}}',
    2,
  ],
])('a text %s', (_, words, count) => {
  expect(new Set(parseForShapes(words)).size).toBe(count);
});
