import { expect } from 'vitest';
import type { ComposedLetter } from '../../src/model/composed-letter.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type Plan, composeLetter, prepare } from '../../src/pipeline.ts';
import { loadProfiles } from '../../src/load/load-profiles.ts';
import { addressees } from '../../src/run/addressees.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import { plainMessage } from '../../src/model/message.ts';
import { openMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { THE_LETTER, aCampaign } from './a-campaign.ts';
import { memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';
import { squeezed, wordsInReadingOrder } from './paged-text.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { wordsOfMarkdown } from './read-markdown.ts';

/** The value stands in a subject, a paragraph alone, a sentence, strong and emphasised, a link, a heading, an item … */
const BODY = `# About {{recipient.title}}

{{recipient.title}}

We write to you, {{recipient.title}}, with **{{recipient.title}}** and *{{recipient.title}}*{{cite "charter"}}.

## {{recipient.title}}

- {{recipient.title}}

> [{{recipient.title}}](https://example.org/)

{{demands}}

{{passage "thanks"}}
`;

/** … a demand's title; then in the envelope line, the address and a copy. */
const DEMAND = '**Publish, {{recipient.title}}**: the Charter{{cite "charter"}}.\n';
const PLACES = 12;

const JOB = { letter: THE_LETTER, formats: ['md', 'pdf'] as const, attachSource: false };

/** A campaign in which each value is a profile, a file for each. */
function campaignOf(values: readonly string[]): Record<string, string> {
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
    'templates/appeal/en/body/chair.md': BODY,
    'templates/appeal/en/demands/publish/ask.md': DEMAND,
    ...Object.fromEntries(profiles),
  };
}

/** What became of a profile that holds the value wherever it can. */
export interface Found {
  readonly value: string;
  readonly composed: ComposedLetter | undefined;
  readonly faults: readonly Diagnostic[];
}

/** What became of letters with awkward values, one to a value. */
export interface AwkwardLetters {
  readonly plan: Plan;
  readonly found: readonly Found[];
}

export async function composeAwkward(values: readonly string[]): Promise<AwkwardLetters> {
  const { world } = memoryWorld(campaignOf(values));
  const plan = valueOf(await prepare(world, JOB));
  const found: Found[] = [];
  const add = (index: number, composed: ComposedLetter | undefined, faults: readonly Diagnostic[]): void => {
    found.push({ value: values[index] ?? '', composed, faults });
  };
  for await (const addressee of addressees(plan, loadProfiles(world), ALL_RECIPIENTS)) {
    if (addressee.kind === 'failed') {
      const [fault] = addressee.faults;
      add(Number(/v(\d+)\.yaml$/.exec(fault?.span.file ?? '')?.[1]), undefined, addressee.faults);
    } else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(plan, selection);
      add(Number(selection.recipient.id.slice(1)), composed.ok ? composed.value : undefined, composed.diagnostics);
    }
  }
  return { plan, found };
}

/** Those that were refused, each with its code point and its place. */
export function expectRefusalsExplained(found: readonly Found[]): readonly Found[] {
  const refused = found.filter(({ composed }) => composed === undefined);
  for (const { value, faults } of refused) {
    expect(faults.length, JSON.stringify(value)).toBeGreaterThan(0);
    for (const { message, span } of faults) {
      expect(plainMessage(message), JSON.stringify(value)).toMatch(/U\+[0-9A-F]{4,6}/);
      expect(span.file, JSON.stringify(value)).toMatch(/^recipients\/v\d+\.yaml$/);
      expect(span.line).toBeGreaterThan(0);
    }
  }
  return refused;
}

/** All others stand in the Markdown, read back, and on the pages as they were typed; gives how many were read. */
export function expectReadAsTyped(found: readonly Found[]): number {
  const write = openMarkdownWriter();
  let looked = 0;
  for (const { value, composed } of found) {
    if (composed?.pages === undefined) continue;
    const name = JSON.stringify(value);
    expect(timesIn(wordsOfMarkdown(write(composed.letter)), value), name).toBeGreaterThanOrEqual(PLACES);
    expect(timesIn(wordsInReadingOrder(composed.pages), value), name).toBeGreaterThanOrEqual(PLACES);
    looked += 1;
  }
  return looked;
}

/** The value stands in the bytes of its PDF as it was typed, as another reader finds it. */
export async function expectInPdf(plan: Plan, { value, composed }: Found): Promise<void> {
  if (composed === undefined) throw new Error(`refused: ${value}`);
  const [, pdf] = await plan.write(composed);
  if (pdf === undefined) throw new Error('a format is missing');
  expect(timesIn((await wordsOfPdf(pdf.bytes)).join(''), value), value).toBeGreaterThanOrEqual(PLACES);
}

function timesIn(text: string, value: string): number {
  return squeezed(text).split(squeezed(value)).length - 1;
}
