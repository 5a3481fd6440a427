import { beforeAll, describe, expect, test } from 'vitest';
import type { ComposedLetter } from '../../src/model/composed-letter.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { plainMessage } from '../../src/model/message.ts';
import { type Plan, composeLetter, prepare } from '../../src/pipeline.ts';
import { loadProfiles } from '../../src/load/load-profiles.ts';
import { addressees } from '../../src/run/addressees.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import { openMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { THE_LETTER, aCampaign } from '../support/a-campaign.ts';
import { AWKWARD_VALUES } from '../support/awkward-values.ts';
import { MANY_AWKWARD_VALUES } from '../support/many-awkward-values.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { valueOf } from '../support/outcomes.ts';
import { squeezed, wordsInReadingOrder } from '../support/paged-text.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';

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

interface Found {
  readonly value: string;
  readonly composed: ComposedLetter | undefined;
  readonly faults: readonly Diagnostic[];
}

let plan: Plan;
const found: Found[] = [];

beforeAll(async () => {
  const { world } = memoryWorld(campaignOf(MANY_AWKWARD_VALUES));
  plan = valueOf(await prepare(world, JOB));
  const add = (index: number, composed: ComposedLetter | undefined, faults: readonly Diagnostic[]): void => {
    found.push({ value: MANY_AWKWARD_VALUES[index] ?? '', composed, faults });
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
}, 120_000);

function timesIn(text: string, value: string): number {
  return squeezed(text).split(squeezed(value)).length - 1;
}

describe('of six hundred awkward values, each in ten places and more,', () => {
  test('every one was tried', () => {
    expect(MANY_AWKWARD_VALUES.length).toBeGreaterThanOrEqual(600);
    expect(new Set(found.map(({ value }) => value)).size).toBe(MANY_AWKWARD_VALUES.length);
  });

  test('at most 15 % are refused, each with its code point and its place', () => {
    const refused = found.filter(({ composed }) => composed === undefined);
    for (const { value, faults } of refused) {
      expect(faults.length, JSON.stringify(value)).toBeGreaterThan(0);
      for (const { message, span } of faults) {
        expect(plainMessage(message), JSON.stringify(value)).toMatch(/U\+[0-9A-F]{4,6}/);
        expect(span.file, JSON.stringify(value)).toMatch(/^recipients\/v\d+\.yaml$/);
        expect(span.line).toBeGreaterThan(0);
      }
    }
    expect(refused.length).toBeGreaterThan(30);
    expect(refused.length / found.length).toBeLessThanOrEqual(0.15);
  });

  test('all others stand in the Markdown, read back, and on the pages as they were typed', () => {
    const write = openMarkdownWriter();
    for (const { value, composed } of found) {
      if (composed?.pages === undefined) continue;
      const name = JSON.stringify(value);
      expect(timesIn(wordsOfMarkdown(write(composed.letter)), value), name).toBeGreaterThanOrEqual(PLACES);
      expect(timesIn(wordsInReadingOrder(composed.pages), value), name).toBeGreaterThanOrEqual(PLACES);
    }
  });

  test('and some of each kind in the bytes of the PDF', async () => {
    let looked = 0;
    for (const { value, composed } of found) {
      if (composed === undefined || AWKWARD_VALUES.indexOf(value) % 4 !== 0) continue;
      const [, pdf] = await plan.write(composed);
      if (pdf === undefined) throw new Error('a format is missing');
      expect(timesIn((await wordsOfPdf(pdf.bytes)).join(''), value), value).toBeGreaterThanOrEqual(PLACES);
      looked += 1;
    }
    expect(looked).toBeGreaterThanOrEqual(10);
  });
});
