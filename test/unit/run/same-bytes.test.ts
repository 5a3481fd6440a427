import { beforeAll, describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/pipeline.ts';
import { ALL_RECIPIENTS, type Filter } from '../../../src/run/filter.ts';
import { type GenerateControls, generate } from '../../../src/run/generate.ts';
import { closeRun, openRun } from '../../../src/run/open-run.ts';
import type { World } from '../../../src/world.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

/** Offices of which several share words, and some need glyphs that others do not. */
const MINISTERS = ['Charters', 'Charters and Fonts', 'Łódź', 'Ἀθῆναι', 'Charters', 'Ειρήνη'];

/** A campaign for the chair and these ministers, in this order and with `perFile` ministers in a file. */
function campaignFor(order: readonly number[], perFile = order.length): Record<string, string> {
  const template = aCampaign()['recipients/ministers.yaml'] ?? '';
  const profiles = order.map((id) =>
    template
      .replace('be-minister', `minister-${id}`)
      .replace('Minister of Charters', `Minister of ${MINISTERS[id]}`)
      .replace('2 Min', `${id} Min`),
  );
  const files: Record<string, string> = { ...aCampaign(), 'recipients/ministers.yaml': '[]\n' };
  for (let start = 0; start < profiles.length; start += perFile) {
    files[`recipients/z${profiles.length - start}.yaml`] = profiles.slice(start, start + perFile).join('');
  }
  return files;
}

interface RunVariation extends GenerateControls {
  readonly filter?: Filter;
  /** Wraps the world, to change how the run sees its files. */
  readonly wrapWorld?: (world: World) => World;
}

/** Generates letters as Markdown and PDF; returns their bytes by path, as Latin-1. */
async function generateLetters(
  files: Record<string, string>,
  variation: RunVariation = {},
): Promise<ReadonlyMap<string, string>> {
  const { filter = ALL_RECIPIENTS, wrapWorld = (world) => world, ...controls } = variation;
  const { world, output } = memoryWorld(files);
  const options = { filter, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node 1' };
  const job = { letter: THE_LETTER, formats: ['md', 'pdf'] as const, attachSource: false };
  const wrappedWorld = wrapWorld(world);
  const run = valueOf(await openRun(wrappedWorld, loadProfiles(wrappedWorld), job, options));
  for await (const result of generate(run, controls)) expect(result.kind).toBe('done');
  await closeRun(run);
  const written = [...output].filter(([path]) => /\.(?:md|pdf)$/.test(path));
  return new Map(written.map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
}

/** A world that lists folders in reverse order. */
const listBackwards = (world: World): World => ({
  ...world,
  list: async (folder) => (await world.list(folder)).toReversed(),
});

const ALL = [0, 1, 2, 3, 4, 5];

describe('the same bytes come out', () => {
  let reference: ReadonlyMap<string, string>;
  beforeAll(async () => {
    reference = await generateLetters(campaignFor(ALL));
    expect(reference.size).toBe(14);
  });

  test.each<[string, Record<string, string>, RunVariation, number]>([
    ['recipients in another order', campaignFor([5, 3, 1, 0, 2, 4]), {}, 14],
    ['recipients in other files, in another order', campaignFor([5, 3, 1, 0, 2, 4], 2), {}, 14],
    ['folders that list their files in another order', campaignFor(ALL, 2), { wrapWorld: listBackwards }, 14],
    ['one letter at a time', campaignFor(ALL), { maxInProgress: 1 }, 14],
    ['many letters in progress', campaignFor(ALL), { maxInProgress: 100 }, 14],
    ['a run of one letter', campaignFor(ALL), { filter: { ...ALL_RECIPIENTS, ids: ['minister-3'] } }, 2],
    ['a campaign with one minister', campaignFor([3]), {}, 4],
    ['the first of two shards', campaignFor(ALL), { filter: { ...ALL_RECIPIENTS, shard: { index: 1, total: 2 } } }, 6],
    ['the second of two shards', campaignFor(ALL), { filter: { ...ALL_RECIPIENTS, shard: { index: 2, total: 2 } } }, 8],
  ])('from %s', async (_, files, variation, count) => {
    const letters = await generateLetters(files, variation);
    expect(letters.size).toBe(count);
    for (const [path, text] of letters) expect(text === reference.get(path), path).toBe(true);
  });
});
