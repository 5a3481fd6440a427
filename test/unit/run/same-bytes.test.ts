import { beforeAll, describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/load/load-profiles.ts';
import { ALL_RECIPIENTS, type Filter } from '../../../src/run/filter.ts';
import { type GenerateControls, generate } from '../../../src/run/generate.ts';
import { closeRun, openRun } from '../../../src/run/open-run.ts';
import type { World } from '../../../src/world.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

/** Letters of people whose names and addresses share words, and whose marks need glyphs that others do not. */
const MINISTERS = ['Charters', 'Charters and Fonts', 'Łódź', 'Ἀθῆναι', 'Charters', 'Ειρήνη'];

/** A campaign that writes to these ministers in this order, so many to a file, and to the chair. */
function campaign(order: readonly number[], perFile = order.length): Record<string, string> {
  const template = aCampaign()['recipients/ministers.yaml'] ?? '';
  const profiles = order.map((id) =>
    template
      .replace('be-minister', `minister-${id}`)
      .replace('Minister of Charters', `Minister of ${MINISTERS[id]}`)
      .replace('2 Min', `${id} Min`),
  );
  const files: Record<string, string> = { ...aCampaign(), 'recipients/ministers.yaml': '[]\n' };
  for (let at = 0; at < profiles.length; at += perFile) {
    files[`recipients/z${profiles.length - at}.yaml`] = profiles.slice(at, at + perFile).join('');
  }
  return files;
}

interface Way extends GenerateControls {
  readonly filter?: Filter;
  /** What stands between the run and its files. */
  readonly through?: (world: World) => World;
}

/** Letters by path, as Markdown and PDF. */
async function letters(files: Record<string, string>, way: Way = {}): Promise<ReadonlyMap<string, string>> {
  const { filter = ALL_RECIPIENTS, through = (world) => world, ...manner } = way;
  const { world, output } = memoryWorld(files);
  const options = { filter, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node 1' };
  const job = { letter: THE_LETTER, formats: ['md', 'pdf'] as const, attachSource: false };
  const seen = through(world);
  const run = valueOf(await openRun(seen, loadProfiles(seen), job, options));
  for await (const result of generate(run, manner)) expect(result.kind).toBe('done');
  await closeRun(run);
  const written = [...output].filter(([path]) => /\.(?:md|pdf)$/.test(path));
  return new Map(written.map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
}

/** Folders are listed the other way round. */
const backwards = (world: World): World => ({
  ...world,
  list: async (folder) => (await world.list(folder)).toReversed(),
});

const ALL = [0, 1, 2, 3, 4, 5];

describe('the same bytes come out', () => {
  let whole: ReadonlyMap<string, string>;
  beforeAll(async () => {
    whole = await letters(campaign(ALL));
    expect(whole.size).toBe(14);
  });

  test.each<[string, Record<string, string>, Way, number]>([
    ['recipients in another order', campaign([5, 3, 1, 0, 2, 4]), {}, 14],
    ['recipients in other files, in another order', campaign([5, 3, 1, 0, 2, 4], 2), {}, 14],
    ['folders that list their files in another order', campaign(ALL, 2), { through: backwards }, 14],
    ['one letter at a time', campaign(ALL), { maxInProgress: 1 }, 14],
    ['many letters on their way', campaign(ALL), { maxInProgress: 100 }, 14],
    ['a letter alone', campaign(ALL), { filter: { ...ALL_RECIPIENTS, ids: ['minister-3'] } }, 2],
    ['a letter that is the only one', campaign([3]), {}, 4],
    ['the first of two shards', campaign(ALL), { filter: { ...ALL_RECIPIENTS, shard: { index: 1, total: 2 } } }, 6],
    ['the second', campaign(ALL), { filter: { ...ALL_RECIPIENTS, shard: { index: 2, total: 2 } } }, 8],
  ])('from %s', async (_, files, way, count) => {
    const some = await letters(files, way);
    expect(some.size).toBe(count);
    for (const [path, text] of some) expect(text === whole.get(path), path).toBe(true);
  });
});
