import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../src/pipeline.ts';
import { ALL_RECIPIENTS, type Filter } from '../../src/run/filter.ts';
import { generate } from '../../src/run/generate.ts';
import { joinShards } from '../../src/run/shards/join-shards.ts';
import { manifestPath } from '../../src/run/manifest.ts';
import { closeRun, openRun } from '../../src/run/open-run.ts';
import { recordReads } from '../../src/run/recorded-world.ts';
import { type Shard, isInShard, parseShard } from '../../src/run/shards/shard.ts';
import { THE_LETTER, aCampaign } from '../support/a-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { inFull, valueOf } from '../support/outcomes.ts';

type Files = Record<string, string>;
type Output = Map<string, Uint8Array>;

const COUNT = 12;

/** A campaign with twelve ministers, one of whom is skipped. */
function campaign(changes: Files = {}): Files {
  const minister = aCampaign()['recipients/ministers.yaml'] ?? '';
  const ministers = Array.from({ length: COUNT }, (_, index) => minister.replace('be-minister', `minister-${index}`));
  ministers[3] += '  skip: { reason: no such office }\n';
  return { ...aCampaign(), 'recipients/ministers.yaml': ministers.join(''), ...changes };
}

interface RunSettings {
  readonly files?: Files;
  readonly shard?: Shard | undefined;
  readonly tool?: string;
  readonly filter?: Filter;
}

async function run(
  output: Output,
  { files = campaign(), shard, tool = '1.0.0', filter = ALL_RECIPIENTS }: RunSettings = {},
) {
  const { world, reads } = recordReads(memoryWorld(files, output).world);
  const options = { filter: { ...filter, shard }, force: false, dryRun: false, tool, runtime: 'Node 1', reads };
  const job = { letter: THE_LETTER, formats: ['md'] as const, attachSource: false };
  const opened = valueOf(await openRun(world, loadProfiles(world), job, options));
  let written = 0;
  for await (const result of generate(opened)) {
    if (result.kind === 'done') written += result.files.filter(({ state }) => state === 'written').length;
  }
  expect(await closeRun(opened)).toEqual([]);
  return written;
}

const shardsOf = (total: number): readonly Shard[] =>
  Array.from({ length: total }, (_, index) => ({ index: index + 1, total }));

function join(output: Output, shards: readonly Shard[]) {
  const paths = shards.map((shard) => manifestPath(THE_LETTER, shard));
  return joinShards(memoryWorld({}, output).world.output, THE_LETTER, paths);
}

/** All files by path, as text. */
function textsOf(output: Output): Record<string, string> {
  return Object.fromEntries(
    [...output]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
}

async function outputOfSingleRun(files = campaign()): Promise<Record<string, string>> {
  const output: Output = new Map();
  await run(output, { files });
  return textsOf(output);
}

async function runInShards(total: number, settings: RunSettings = {}): Promise<Output> {
  const output: Output = new Map();
  for (const shard of shardsOf(total)) await run(output, { ...settings, shard });
  return output;
}

test('every recipient is in exactly one shard, and a thousand are divided about evenly', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `recipient-${index}`);
  for (const total of [1, 2, 3, 7]) {
    const counts = shardsOf(total).map((shard) => ids.filter((id) => isInShard(shard, id)).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1000);
    expect(Math.min(...counts)).toBeGreaterThan(1000 / total - 60);
    expect(shardsOf(total).filter((shard) => isInShard(shard, undefined))).toEqual([{ index: 1, total }]);
  }
});

test.each(['', '0/2', '3/2', '1', '1/', '/2', '1/0', '01/2', '1/2/3', '-1/2', '1.0/2'])('%j is not a shard', (text) => {
  expect(parseShard(text)).toBeUndefined();
});

describe('shards', () => {
  // With more shards than letters, some shards have no letters.
  test.each([1, 2, 5, COUNT + 2])(
    'leave the files of a single run if %i of them are run and joined in reverse order',
    async (total) => {
      const output: Output = new Map();
      let written = 0;
      for (const shard of shardsOf(total).toReversed()) written += await run(output, { shard });
      expect(written).toBe(COUNT);
      const joined = await join(output, shardsOf(total).toReversed());
      expect([joined.ok && joined.value, joined.diagnostics]).toEqual([{ shards: total, letters: COUNT }, []]);
      expect(textsOf(output)).toEqual(await outputOfSingleRun());
    },
  );

  test('leave the files of a single run if they are run and joined again with another total', async () => {
    const output = await runInShards(3);
    await join(output, shardsOf(3));
    const letter = 'templates/appeal/letter.yaml';
    const files = campaign({ [letter]: (campaign()[letter] ?? '').replace('A/1', 'A/2') });
    for (const shard of shardsOf(2)) await run(output, { shard, files });
    expect((await join(output, shardsOf(2))).diagnostics).toEqual([]);
    expect(textsOf(output)).toEqual(await outputOfSingleRun(files));
  });

  test('write nothing when run again', async () => {
    const output = await runInShards(2);
    const before = new Map(output);
    for (const shard of shardsOf(2)) expect(await run(output, { shard })).toBe(0);
    expect([...output].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  });
});

describe('joining is refused and changes no file for', () => {
  async function joinRefused(output: Output, shards: readonly Shard[]): Promise<readonly string[]> {
    const before = new Map(output);
    const joined = await join(output, shards);
    expect([joined.ok, [...output]]).toEqual([false, [...before]]);
    return joined.diagnostics.map(inFull);
  }
  const path = (index: number): string => manifestPath(THE_LETTER, { index, total: 3 });

  test('a missing shard, which is named', async () => {
    const [first, , third] = shardsOf(3);
    const output = await runInShards(3);
    expect(
      await joinRefused(
        output,
        [first, third].flatMap((shard) => shard ?? []),
      ),
    ).toEqual([expect.stringContaining('shard/missing not all shards are there: 2/3 is missing')]);
    output.delete(path(2));
    expect(await joinRefused(output, shardsOf(3))).toEqual([expect.stringContaining('shard/missing there is no such')]);
  });

  test('a shard that is given twice', async () => {
    const output = await runInShards(3);
    const [first = { index: 1, total: 3 }] = shardsOf(3);
    expect(await joinRefused(output, [...shardsOf(3), first])).toEqual([expect.stringContaining('shard/doubled')]);
  });

  test.each<[string, RunSettings]>([
    ['version of demarche', { tool: '1.0.1' }],
    [
      'campaign',
      { files: campaign({ 'templates/appeal/sources.yaml': `${campaign()['templates/appeal/sources.yaml']} ` }) },
    ],
    ['options', { filter: { ...ALL_RECIPIENTS, roles: ['minister'] } }],
  ])('a shard that differs in its %s', async (difference, change) => {
    const output = await runInShards(3);
    await run(output, { ...change, shard: { index: 2, total: 3 } });
    expect(await joinRefused(output, shardsOf(3))).toEqual([expect.stringContaining(`in its ${difference}`)]);
  });

  test('shards of different totals', async () => {
    const output = await runInShards(3);
    await run(output, { shard: { index: 1, total: 2 } });
    expect(await joinRefused(output, [...shardsOf(3), { index: 1, total: 2 }])).toEqual([
      expect.stringContaining('in its number of shards'),
    ]);
  });

  test('an unfinished shard', async () => {
    const output = await runInShards(3);
    const lines = new TextDecoder()
      .decode(output.get(path(2)))
      .trimEnd()
      .split('\n');
    output.set(path(2), new TextEncoder().encode(`${lines.slice(0, -1).join('\n')}\n`));
    expect(await joinRefused(output, shardsOf(3))).toEqual([expect.stringContaining('shard/unfinished shard 2/3')]);
  });

  test('a shard with failed letters', async () => {
    const files = campaign();
    files['recipients/ministers.yaml'] = (files['recipients/ministers.yaml'] ?? '').replace(
      'id: minister-1\n',
      'id: minister-1\n  nickname: x\n',
    );
    const output = await runInShards(3, { files });
    expect(await joinRefused(output, shardsOf(3))).toEqual([
      expect.stringMatching(/shard\/letter-failed .*: 1 failed/),
    ]);
  });

  test('a manifest that is not of a shard or this letter, or has letters of other shards or without files', async () => {
    const output = await runInShards(3);
    const manifest = new TextDecoder().decode(output.get(path(2)));
    const [header = '', ...lines] = manifest.split('\n');
    const withManifest = (text: string): Output => new Map(output).set(path(2), new TextEncoder().encode(text));
    expect(await joinRefused(withManifest(manifest.replace('"shard":"2/3"', '"x":0')), shardsOf(3))).toEqual([
      expect.stringContaining('shard/foreign this is not the manifest of a shard'),
    ]);
    expect(
      await joinRefused(withManifest(manifest.replace('"letter":"appeal"', '"letter":"other"')), shardsOf(3)),
    ).toEqual([expect.stringContaining('shard/foreign this shard is of the letter other')]);
    expect(await joinRefused(withManifest([header.replace('2/3', '1/3'), ...lines].join('\n')), shardsOf(3))).toEqual([
      expect.stringMatching(/shard\/foreign the letter of [\w-]+ is not of this shard/),
    ]);
    for (const name of ['../../../x', 'a/b.md', '..', 'a\\b.md', '']) {
      const leadingOut = manifest.replace(/"name":"[^"]*"/u, () => `"name":${JSON.stringify(name)}`);
      expect(await joinRefused(withManifest(leadingOut), shardsOf(3))).toEqual([
        expect.stringContaining('output/manifest this is not a manifest that this version can read'),
      ]);
    }
    const withoutFile = new Map(output);
    const [name = ''] = /minister-\d+\.en\.md/.exec(manifest) ?? [];
    withoutFile.delete(`${THE_LETTER}/${name}`);
    expect(await joinRefused(withoutFile, shardsOf(3))).toEqual([expect.stringContaining(`${name}:1:1 shard/foreign`)]);
  });
});

test('a manifest of a shard that cannot be deleted is reported after the shards are joined', async () => {
  const output: Output = new Map();
  const shards = shardsOf(2);
  for (const shard of shards) await run(output, { shard });
  const folder = memoryWorld({}, output).world.output;
  const paths = shards.map((shard) => manifestPath(THE_LETTER, shard));
  const remove = () => Promise.resolve({ ok: false, reason: 'not permitted' } as const);
  const outcome = await joinShards({ ...folder, remove }, THE_LETTER, paths);
  expect(outcome.diagnostics.map(inFull)).toEqual(
    paths.map((path) =>
      expect.stringContaining(`out/${path}:1:1 output/failed the shards are joined, but this manifest`),
    ),
  );
  expect([...output.keys()]).toContain(manifestPath(THE_LETTER));
});

describe('the enclosures of letters', () => {
  const enclosing = (file: string, change: Files = {}): Files =>
    campaign({
      'templates/appeal/letter.yaml': (aCampaign()['templates/appeal/letter.yaml'] ?? '').replace(
        'enclosures: [charter]',
        `enclosures: [{ id: map, title: Map, file: ${file} }]`,
      ),
      'templates/appeal/map.txt': 'A map\n',
      'templates/appeal/plan.txt': 'A plan\n',
      ...change,
    });
  const inOneRun = async (files: Files): Promise<Output> => {
    const output: Output = new Map();
    await run(output, { files });
    return output;
  };

  test('are those of a single run, if shards in folders of their own are brought into that of an earlier run', async () => {
    const output = await inOneRun(enclosing('map.txt'));
    const files = enclosing('plan.txt');
    for (const shard of shardsOf(3)) {
      const shardOutput: Output = new Map();
      await run(shardOutput, { files, shard });
      for (const [path, bytes] of shardOutput) output.set(path, bytes);
    }
    expect(valueOf(await join(output, shardsOf(3))).shards).toBe(3);
    expect(textsOf(output)).toEqual(textsOf(await inOneRun(files)));
    expect([...output.keys()].filter((path) => path.includes('/enclosures/'))).toEqual(['appeal/enclosures/plan.txt']);
  });

  test('are those of a single run, if all shards write into one folder and a file has changed', async () => {
    const output = await inOneRun(enclosing('map.txt'));
    const files = enclosing('map.txt', { 'templates/appeal/map.txt': 'Another map\n' });
    for (const shard of shardsOf(2)) await run(output, { files, shard });
    valueOf(await join(output, shardsOf(2)));
    expect(textsOf(output)).toEqual(textsOf(await inOneRun(files)));
  });

  test('are refused if one is missing beside the manifests', async () => {
    const output: Output = new Map();
    for (const shard of shardsOf(2)) await run(output, { files: enclosing('map.txt'), shard });
    output.delete('appeal/enclosures/map.txt');
    const joined = await join(output, shardsOf(2));
    expect(joined.diagnostics.map(inFull).join('\n')).toContain('enclosures/map.txt');
    expect(joined.ok).toBe(false);
  });

  test('stay if the file of an obsolete one was changed by hand', async () => {
    const output = await inOneRun(enclosing('map.txt'));
    output.set('appeal/enclosures/map.txt', new Uint8Array([1]));
    for (const shard of shardsOf(2)) await run(output, { files: enclosing('plan.txt'), shard });
    valueOf(await join(output, shardsOf(2)));
    expect(output.has('appeal/enclosures/map.txt')).toBe(true);
  });
});
