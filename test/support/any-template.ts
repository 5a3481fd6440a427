import fc from 'fast-check';
import { expect } from 'vitest';
import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { openMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { aMerging, type MergingParts } from './a-merging.ts';
import { SOMEWHERE } from './a-register.ts';

/** Paths that there are, and some that there are not. */
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
const ASKED = ['holder.name', 'holder.honorific', 'state.of', 'letter.published', 'who', '@last'];
const WORDS = [
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
  '{{cite "statute"}}',
];
const GIVEN = ['', ' who=recipient.title', ' who=holder.name', ' who="you"', ' who=signatories'];

/** Templates that are mostly sound; what is asked for is often what is printed. */
const { text } = fc.letrec<{ text: string; piece: string }>((tie) => ({
  text: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: fc.constantFrom(...WORDS.slice(0, 4)) },
    { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 3, arbitrary: fc.constantFrom(...PATHS.slice(0, 3)).map((path) => `{{${path}}}`) },
    { weight: 1, arbitrary: fc.constantFrom(...PATHS).map((path) => `{{${path}}}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...ASKED), tie('text'), tie('text'))
        .map(([path, present, absent]) => `{{#if ${path}}}{{${path}}}${present}{{else}}${absent}{{/if}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...ASKED), tie('text'))
        .map(([path, absent]) => `{{#unless ${path}}}${absent}{{/unless}}`),
    },
    { weight: 1, arbitrary: tie('text').map((each) => `{{#each signatories}}${each}{{name}}{{/each}}`) },
    { weight: 1, arbitrary: fc.constantFrom(...GIVEN).map((given) => `{{> part${given}}}`) },
  ),
}));

const HOLDER = { name: 'Aline Durand', gender: 'unknown', span: SOMEWHERE } as const;

/** Everybody there can be, as far as a text can tell them apart. */
const RECIPIENTS: readonly Pick<MergingParts, 'recipient' | 'inState'>[] = [true, false].flatMap((inState) =>
  [{}, { holder: HOLDER }, { holder: { ...HOLDER, honorific: 'Ms' } }].map((recipient) => ({ recipient, inState })),
);

/** Expects of so many templates that each is right for everybody or refused with its places; gives how many were what. */
export function tryTemplates(count: number): { readonly passed: number; readonly refused: number } {
  const write = openMarkdownWriter();
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
      for (const whom of RECIPIENTS) {
        const { selection } = aMerging({ texts, ...letter, ...whom });
        const merged = mergeLetter(campaign, parsed.value, selection);
        expect(merged.diagnostics).toEqual([]);
        if (merged.ok) expect(write(merged.value)).not.toMatch(/undefined|\[object|\{\{|[\uE000-\uE003]/);
      }
    }),
    { numRuns: count, seed: 20251201 },
  );
  return counts;
}
