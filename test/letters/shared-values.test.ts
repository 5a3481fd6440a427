import { beforeAll, describe, expect, test } from 'vitest';
import { loadProfiles } from '../../src/inquiry.ts';
import type { Job } from '../../src/model/job.ts';
import { openValues, type Values } from '../../src/model/values.ts';
import { type Plan, makeLetter, prepare, targetsOf } from '../../src/pipeline.ts';
import type { World } from '../../src/world.ts';
import { aCampaign, THE_LETTER } from '../support/a-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { valueOf } from '../support/outcomes.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

/** A body in which every kind of block and inline content stands several times, for some recipients once more. */
const REPEATED = `# The Charter

Words. {{recipient.title}} *and* **more**{{cite "charter" at="art. 1"}} [here](https://example.org/).

Words. {{recipient.title}} *and* **more**{{cite "charter" at="art. 1"}} [here](https://example.org/).

{{#if state.short}}Words. {{state.short}}{{else}}Words.{{/if}}

## Words

- Words.
- Words.

  Words.

  1. Words.
  2. Words. {{recipient.title}}

## Words

> Words.
>
> - Words.{{cite "charter"}}
>   - Words.

> Words.

{{passage "thanks"}}

- Words.
- Words.

{{demands}}

Words.
`;

/** Ministers of few States, so that some are told the same and some are not. */
function repeatedCampaign(): Record<string, string> {
  const files = aCampaign({
    'templates/appeal/en/body/minister.md': REPEATED,
    'templates/appeal/en/body/chair.md': REPEATED,
    'templates/appeal/en/demands/publish/ask.md': '**Words.** Words.{{cite "charter"}}\n\n- Words.\n- Words.\n',
  });
  const profile = files['recipients/ministers.yaml'] ?? '';
  const ministers = ['Charters', 'Words', 'Charters', 'Words', 'Charters'].map((title, index) =>
    profile.replace('be-minister', `be-minister-${index}`).replace('Minister of Charters', `Minister of ${title}`),
  );
  return { ...files, 'recipients/ministers.yaml': ministers.join('') };
}

type Letters = ReadonlyMap<string, string>;

/** One letter's files, by name. */
type MakeLetter = () => Promise<Letters>;

async function lettersOf(plan: Plan, world: World): Promise<readonly MakeLetter[]> {
  const makers: MakeLetter[] = [];
  for await (const profile of loadProfiles(world)) {
    for (const target of targetsOf(plan, valueOf(profile))) {
      const found = valueOf(target);
      if (found.kind !== 'letter') continue;
      makers.push(async () => {
        const artifacts = valueOf(await makeLetter(plan, found.selection));
        return new Map(artifacts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));
      });
    }
  }
  return makers;
}

function jobOf(letter: string): Job {
  return { letter, formats: ['md', 'pdf'], attachSource: false };
}

/** All letters of a run, made in an order. */
async function run(world: World, letter: string, values: Values, inOrder: 'as listed' | 'reversed'): Promise<Letters> {
  const job = jobOf(letter);
  const makers = await lettersOf(valueOf(await prepare(world, job, values)), world);
  const letters = new Map<string, string>();
  for (const make of inOrder === 'reversed' ? makers.toReversed() : makers) {
    for (const [name, bytes] of await make()) letters.set(name, bytes);
  }
  return new Map([...letters].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each([
  ['the sample', () => shippedWorld(), 'open-letter', 45],
  ['a campaign that repeats its blocks', () => memoryWorld(repeatedCampaign()).world, THE_LETTER, 6],
])('a letter of %s has the same bytes', (_, open, letter, least) => {
  let apart: Letters;

  beforeAll(async () => {
    apart = await run(open(), letter, NO_VALUES, 'as listed');
    expect(apart.size).toBeGreaterThanOrEqual(2 * least);
  }, 60_000);

  test.each(['as listed', 'reversed'] as const)(
    'in a run of all, %s, where equal parts are one value',
    async (order) => {
      expect(await run(open(), letter, openValues(), order)).toEqual(apart);
    },
  );

  test('in a run of all where few parts are kept', async () => {
    expect(await run(open(), letter, openValues(3), 'as listed')).toEqual(apart);
  });

  test('alone in a run', async () => {
    const world = open();
    const job = jobOf(letter);
    const first = valueOf(await prepare(world, job));
    const count = (await lettersOf(first, world)).length;
    const step = Math.ceil(count / 8);
    for (let index = 0; index < count; index += step) {
      const [make] = (await lettersOf(valueOf(await prepare(world, job)), world)).slice(index);
      const files = (await make?.()) ?? new Map<string, string>();
      expect(files.size).toBe(2);
      for (const [name, bytes] of files) expect(bytes).toBe(apart.get(name));
    }
  });
});
