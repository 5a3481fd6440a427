import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { Format } from '../../src/model/artifact.ts';
import { composeLetter, makeLetter, prepare, selectTargets } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { collect } from '../../src/model/outcome.ts';
import { anyText } from './any-text.ts';
import { memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';

const GOOD_CAMPAIGN = join(import.meta.dirname, '../golden/good-campaign');

const files = Object.fromEntries(
  readdirSync(GOOD_CAMPAIGN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(GOOD_CAMPAIGN.length + 1), readFileSync(path, 'utf8')]),
);

/** Words that values often have; some of them look like leftovers of other programs. */
const SIMPLE_WORDS = [
  'Minister of Charters',
  "O'Neil & Co. <x>",
  '*a* [b](c) {{d}}',
  '1. first',
  '# second',
  'Ά. Ελληνική',
  'Żółć',
  '12',
  'a: b',
  '- c',
  'Plaza #400',
  '$&',
  'http://x.example',
  '\\',
  '|',
  '"q"',
];

async function openPlan(formats: readonly Format[]): Promise<Plan> {
  const job = { letter: 'appeal', formats, attachSource: false };
  const letter = `${files['templates/appeal/letter.yaml']}meant: ${JSON.stringify(SIMPLE_WORDS)}\n`;
  return valueOf(await prepare(memoryWorld({ ...files, 'templates/appeal/letter.yaml': letter }).world, job));
}

const words = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom(...SIMPLE_WORDS),
  },
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: anyText(12) },
);
const day = fc.constantFrom('2024-01-01', '2025-06-30', '2025-11-01', '2024-02-29', '2026-03-01', 'yesterday');
const localised = fc.oneof(
  { weight: 60, arbitrary: words.map((en) => ({ en })) },
  { weight: 1, arbitrary: words.map((fr) => ({ fr })) },
);
/** Mostly the value, rarely one of the others or a value that is empty or of another type. */
const usually = <T>(value: T, ...others: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(...others, null, '', [], {}) },
  );

/** Mostly undefined. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** A profile; a good part of them are valid, and a good part have faults. */
const profile = fc.record(
  {
    id: usually('somebody', 'Some Body', 'con', '../x'),
    roles: usually(['minister'], ['chair'], ['nobody'], 'minister'),
    state: usually('BE', 'FR', 'ZZ', 'be'),
    languages: usually(['en'], ['fr'], ['en', 'fr'], ['english']),
    office: fc.record(
      { title: localised, rank: usually('minister', 'chair', 'speaker') },
      { requiredKeys: ['title', 'rank'] },
    ),
    holder: fc.option(
      fc.record(
        { name: words, honorific: words, gender: usually('unknown', 'f', 'm', 'x'), since: day },
        { requiredKeys: ['name', 'gender'] },
      ),
      { nil: undefined },
    ),
    envelope: fc.option(localised, { nil: undefined }),
    salutation: fc.option(localised, { nil: undefined }),
    close: fc.option(localised, { nil: undefined }),
    address: fc.record({ lines: fc.array(words, { minLength: 1, maxLength: 5 }) }),
    copies: fc.option(fc.array(localised, { maxLength: 3 }), { nil: undefined }),
    source: usually('a list', 12),
    verified: usually('false', '2025-11-30', 'maybe'),
    nickname: seldom(words),
  },
  { requiredKeys: ['id', 'roles', 'office', 'address', 'source', 'languages', 'state'] },
);

/**
 * The text of a profile file, as JSON, which YAML includes and which needs no quoting rules. Rarely, a character is
 * missing.
 */
const file = fc.tuple(profile, seldom(fc.nat())).map(([value, removedAt]) => {
  const text = JSON.stringify(value);
  return removedAt === undefined
    ? text
    : text.slice(0, removedAt % text.length) + text.slice((removedAt % text.length) + 1);
});

/** The number of profiles that were tried, and of each result. */
export interface Tally {
  readonly profiles: number;
  readonly letters: number;
  /** Letters that were also made as a PDF. */
  readonly printed: number;
  readonly refused: number;
}

/**
 * Generates `count` profiles, and expects each to give a complete letter or faults with their locations. One of every
 * `printedEvery` letters is also made as a PDF. To repeat a run, set the environment variable `SEED` to the seed that
 * it printed.
 */
export async function tryProfiles(count: number, printedEvery: number): Promise<Tally> {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`generated profiles: SEED=${seed}`);
  const [markdownPlan, pdfPlan] = await Promise.all([openPlan(['md']), openPlan(['md', 'pdf'])]);
  const tally = { profiles: 0, letters: 0, printed: 0, refused: 0 };
  const check = async (text: string): Promise<void> => {
    tally.profiles += 1;
    const read = readYaml('recipients/generated.yaml', text);
    const target = read.ok ? collect(selectTargets(markdownPlan, read.value)) : read;
    if (!target.ok) {
      tally.refused += 1;
      expect(target.diagnostics.length).toBeGreaterThan(0);
      expect(target.diagnostics.every(({ span }) => span.line >= 1 && span.column >= 1)).toBe(true);
      return;
    }
    const [first] = target.value;
    if (first?.kind !== 'letter') return;
    const made = await makeLetter(markdownPlan, first.selection);
    if (!made.ok || tally.letters % printedEvery === 0) {
      const composed = await composeLetter(markdownPlan, first.selection);
      expect(made.ok).toBe(composed.ok);
    }
    if (!made.ok) {
      tally.refused += 1;
      return;
    }
    tally.letters += 1;
    const [letter] = made.value;
    const profileText = JSON.stringify(first.selection.recipient);
    const unformatted = new TextDecoder().decode(letter?.bytes).match(/undefined|\[object|NaN|\bnull\b/gu) ?? [];
    expect(unformatted.filter((word) => !profileText.includes(word))).toEqual([]);
    if (tally.letters % printedEvery !== 1) return;
    const composed = await composeLetter(pdfPlan, first.selection);
    const pdf = await makeLetter(pdfPlan, first.selection);
    expect(pdf.ok).toBe(composed.ok);
    if (pdf.ok) tally.printed += 1;
  };
  await fc.assert(fc.asyncProperty(file, check), { numRuns: count, seed });
  console.log(`generated profiles: ${JSON.stringify(tally)}`);
  return tally;
}
