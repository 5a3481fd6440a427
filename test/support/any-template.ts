import fc from 'fast-check';
import { expect } from 'vitest';
import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { aMerging, type MergingParts } from './a-merging.ts';
import { SOMEWHERE } from './a-register.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

/** Paths of the view, and some paths that it does not have. */
const PATHS = [
  'recipient.title',
  'recipient.inText',
  'letter.date',
  'holder.name',
  'holder.honorific',
  'state.of',
  'state.formal',
  'letter.published',
  'who',
  'name',
  '../letter.date',
  '@index',
];
/** Paths for the conditions of `#if` and `#unless`. */
const CONDITION_PATHS = ['holder.name', 'holder.honorific', 'state.of', 'letter.published', 'who', '@last'];
const MARKUP = [
  'we ask',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '**',
  '*',
  '`',
  '## ',
  '[x](https://a.org/',
  ')',
  '<b>',
  '1. ',
  '---',
  '\n\n| a | b |\n| - | - |\n',
  '| a | b |\n',
  ' | ',
  '{{cite "statute"}}',
];
/** Arguments of a partial. */
const PARTIAL_ARGUMENTS = ['', ' who=recipient.title', ' who=holder.name', ' who="you"', ' who=signatories'];

/** Generates templates that are mostly valid; an `#if` block prints the path that it tests. */
const { text } = fc.letrec<{ text: string; fragment: string }>((tie) => ({
  text: fc.array(tie('fragment'), { minLength: 1, maxLength: 4 }).map((fragments) => fragments.join('')),
  fragment: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: fc.constantFrom(...MARKUP.slice(0, 4)) },
    { weight: 1, arbitrary: fc.constantFrom(...MARKUP) },
    { weight: 3, arbitrary: fc.constantFrom(...PATHS.slice(0, 3)).map((path) => `{{${path}}}`) },
    { weight: 1, arbitrary: fc.constantFrom(...PATHS).map((path) => `{{${path}}}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...CONDITION_PATHS), tie('text'), tie('text'))
        .map(([path, present, absent]) => `{{#if ${path}}}{{${path}}}${present}{{else}}${absent}{{/if}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...CONDITION_PATHS), tie('text'))
        .map(([path, absent]) => `{{#unless ${path}}}${absent}{{/unless}}`),
    },
    { weight: 1, arbitrary: tie('text').map((inner) => `{{#each signatories}}${inner}{{name}}{{/each}}`) },
    { weight: 1, arbitrary: fc.constantFrom(...PARTIAL_ARGUMENTS).map((args) => `{{> part${args}}}`) },
  ),
}));

const HOLDER = { name: 'Aline Durand', gender: 'unknown', span: SOMEWHERE } as const;

/**
 * A recipient for each combination of State, holder and honorific, the only differences that these templates can see.
 */
const RECIPIENTS: readonly Pick<MergingParts, 'recipient' | 'inState'>[] = [true, false].flatMap((inState) =>
  [{}, { holder: HOLDER }, { holder: { ...HOLDER, honorific: 'Ms' } }].map((recipient) => ({ recipient, inState })),
);

/**
 * Generates `count` templates, and expects each to be refused with locations or to give every recipient a complete
 * letter. Returns the number of templates with each result.
 */
export function tryTemplates(count: number): { readonly passed: number; readonly refused: number } {
  const write = createMarkdownWriter(NO_LOCALES);
  const counts = { passed: 0, refused: 0 };
  fc.assert(
    fc.property(text, text, fc.boolean(), (body, part, isPublished) => {
      const letter = isPublished ? { letter: { published: { en: 'open letter' } } } : {};
      const texts = { 'body/member': `# Subject\n\n${body}\n`, 'partials/part': part };
      const { campaign } = aMerging({ texts, ...letter });
      const parsed = parseTemplates(campaign);
      if (!parsed.ok) {
        counts.refused += 1;
        expect(parsed.diagnostics.every(({ span }) => span.line > 0 && span.file.startsWith('en/'))).toBe(true);
        return;
      }
      counts.passed += 1;
      for (const recipient of RECIPIENTS) {
        const { selection } = aMerging({ texts, ...letter, ...recipient });
        const merged = mergeLetter(campaign, parsed.value, selection);
        expect(merged.diagnostics).toEqual([]);
        if (merged.ok) expect(write(merged.value)).not.toMatch(/undefined|\[object|\{\{|[\uE000-\uE003]/);
      }
    }),
    { numRuns: count, seed: 20251201 },
  );
  return counts;
}
