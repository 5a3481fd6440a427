import { expect } from 'vitest';
import { findRefusedCharacters } from '../../src/model/character-policy.ts';
import type { ComposedLetter } from '../../src/model/composed-letter.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { composeLetter, loadProfiles, prepare } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { selectAddressees } from '../../src/run/addressees.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import { plainMessage } from '../../src/model/message.ts';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { THE_LETTER, aCampaign } from './a-campaign.ts';
import { memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';
import { squeezed, wordsInReadingOrder } from './paged-text.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { wordsOfMarkdown } from './read-markdown.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

/**
 * Prints the value in the subject, a paragraph of its own, a sentence, strong and emphasised text, a heading, a list
 * item and a link.
 */
const BODY = `# About {{recipient.title}}

{{recipient.title}}

We write to you, {{recipient.title}}, with **{{recipient.title}}** and *{{recipient.title}}*{{cite "charter"}}.

## {{recipient.title}}

- {{recipient.title}}

> [{{recipient.title}}](https://example.org/)

{{demands}}

{{passage "thanks"}}
`;

/** Prints the value in a demand's title. */
const DEMAND = '**Publish, {{recipient.title}}**: the Charter{{cite "charter"}}.\n';
/**
 * How often a letter contains the value: nine times in the two templates, and in the envelope line, the address and a
 * copy.
 */
const OCCURRENCES = 12;

const JOB = { letter: THE_LETTER, formats: ['md', 'pdf'] as const, attachSource: false };

/** Builds a campaign with one profile for each value, each in a file of its own. */
function campaignOf(values: readonly string[]): Record<string, string> {
  // Many of the values look like leftovers of other programs.
  const meant = values.filter(
    (value) => findRefusedCharacters(value).length === 0 && !/^\s|\s$|\s{2}|[\n\r\t]/u.test(value) && value !== '',
  );
  const files = aCampaign({ 'recipients/chair.yaml': undefined, 'recipients/ministers.yaml': undefined });
  const profiles = values.map((value, index) => {
    const quoted = JSON.stringify(value);
    return [
      `recipients/v${index}.yaml`,
      `id: v${index}
roles: [chair]
state: FR
languages: [en]
office: { title: { en: ${quoted} }, rank: chair }
address: { lines: [${quoted}, 1000 Somewhere] }
copies: [{ en: ${quoted} }]
source: the assembly
verified: 2025-11-30
`,
    ];
  });
  return {
    ...files,
    'templates/appeal/letter.yaml': `${files['templates/appeal/letter.yaml']}meant: ${JSON.stringify(meant)}\n`,
    'templates/appeal/en/body/chair.md': BODY,
    'templates/appeal/en/demands/publish/ask.md': DEMAND,
    ...Object.fromEntries(profiles),
  };
}

/** The result for a profile with the value in its title, address and copies. */
export interface AwkwardResult {
  readonly value: string;
  readonly composed: ComposedLetter | undefined;
  readonly faults: readonly Diagnostic[];
}

/** The results for awkward values, one for each value. */
export interface AwkwardLetters {
  readonly plan: Plan;
  readonly results: readonly AwkwardResult[];
}

/** Composes a letter for each value. */
export async function composeAwkward(values: readonly string[]): Promise<AwkwardLetters> {
  const { world } = memoryWorld(campaignOf(values));
  const plan = valueOf(await prepare(world, JOB));
  const results: AwkwardResult[] = [];
  const add = (index: number, composed: ComposedLetter | undefined, faults: readonly Diagnostic[]): void => {
    results.push({ value: values[index] ?? '', composed, faults });
  };
  for await (const addressee of selectAddressees(plan, loadProfiles(world), ALL_RECIPIENTS)) {
    if (addressee.kind === 'failed') {
      const [fault] = addressee.faults;
      add(Number(/v(\d+)\.yaml$/.exec(fault?.span.file ?? '')?.[1]), undefined, addressee.faults);
    } else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(plan, selection);
      add(Number(selection.recipient.id.slice(1)), composed.ok ? composed.value : undefined, composed.diagnostics);
    }
  }
  return { plan, results };
}

/** Expects every fault to name a code point, or white space, and a location in a profile. Returns the results of refused values. */
export function expectRefusalsExplained(results: readonly AwkwardResult[]): readonly AwkwardResult[] {
  const refused = results.filter(({ composed }) => composed === undefined);
  for (const { value, faults } of refused) {
    expect(faults.length, JSON.stringify(value)).toBeGreaterThan(0);
    for (const { message, span } of faults) {
      expect(plainMessage(message), JSON.stringify(value)).toMatch(/U\+[0-9A-F]{4,6}|a space|two spaces/);
      expect(span.file, JSON.stringify(value)).toMatch(/^recipients\/v\d+\.yaml$/);
      expect(span.line).toBeGreaterThan(0);
    }
  }
  return refused;
}

/**
 * Expects every composed letter to have its value unchanged in its parsed Markdown and on its pages. Returns their
 * number.
 */
export function expectReadAsTyped(results: readonly AwkwardResult[]): number {
  const write = createMarkdownWriter(NO_LOCALES);
  let compared = 0;
  for (const { value, composed } of results) {
    if (composed?.pages === undefined) continue;
    const name = JSON.stringify(value);
    expect(countOccurrences(wordsOfMarkdown(write(composed.letter)), value), name).toBeGreaterThanOrEqual(OCCURRENCES);
    expect(countOccurrences(wordsInReadingOrder(composed.pages), value), name).toBeGreaterThanOrEqual(OCCURRENCES);
    compared += 1;
  }
  return compared;
}

/** Expects the PDF to contain the value unchanged, as pdf.js extracts its text. */
export async function expectInPdf(plan: Plan, { value, composed }: AwkwardResult): Promise<void> {
  if (composed === undefined) throw new Error(`refused: ${value}`);
  const [, pdf] = await plan.write(composed);
  if (pdf === undefined) throw new Error('a format is missing');
  expect(countOccurrences((await wordsOfPdf(pdf.bytes)).join(''), value), value).toBeGreaterThanOrEqual(OCCURRENCES);
}

function countOccurrences(text: string, value: string): number {
  return squeezed(text).split(squeezed(value)).length - 1;
}
