import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/artifact.ts';
import { loadProfiles } from '../../src/pipeline.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import { generate } from '../../src/run/generate.ts';
import { closeRun, openRun } from '../../src/run/open-run.ts';
import type { World } from '../../src/world.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../support/a-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { valueOf } from '../support/outcomes.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const LONG = aCampaignWith(
  'templates/appeal/en/body/minister.md',
  'We write to you.',
  Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of a long letter.`).join('\n\n'),
);
const SHORT = aCampaign();
const MINISTER = { ...ALL_RECIPIENTS, ids: ['be-minister'] };
const PAGE = (page: number): string => `${THE_LETTER}/be-minister.en.${page}.svg`;

type Output = Map<string, Uint8Array>;

interface Settings {
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly formats?: readonly Format[];
  /** Changes what the run writes through. */
  readonly change?: (output: World['output']) => Partial<World['output']>;
}

/** Generates the letter to the minister. Returns the state of each file, or the codes of the faults. */
async function run(files: Record<string, string>, output: Output, settings: Settings = {}): Promise<readonly string[]> {
  const { force = false, dryRun = false, formats = ['svg'], change = () => ({}) } = settings;
  const { world } = memoryWorld(files, output);
  const changed = { ...world, output: { ...world.output, ...change(world.output) } };
  const options = { filter: MINISTER, force, dryRun, tool: '1.0.0', runtime: 'Node' };
  const job = { letter: THE_LETTER, formats, attachSource: false };
  const opened = valueOf(await openRun(changed, loadProfiles(changed), job, options));
  const results: string[] = [];
  for await (const result of generate(opened, { maxInProgress: 1 })) {
    if (result.kind === 'done') results.push(...result.files.map(({ path, state }) => `${path} ${state}`));
    if (result.kind === 'failed') results.push(...result.faults.map(({ code }) => code));
  }
  expect(await closeRun(opened)).toEqual([]);
  return results;
}

async function longLetter(): Promise<Output> {
  const output: Output = new Map();
  await run(LONG, output);
  return output;
}

const demarche = (files: Record<string, string>, output: Output, command: string) =>
  runInMemory(command.split(' '), memoryWorld(files, output).world);

const pagesIn = (output: Output): readonly string[] =>
  [...output.keys()].filter((path) => path.endsWith('.svg')).sort();

describe('a letter that has fewer pages than before', () => {
  test('leaves no file of the others, and is current after that', async () => {
    const output = await longLetter();
    expect(pagesIn(output)).toEqual([PAGE(1), PAGE(2), PAGE(3)]);
    expect(await run(SHORT, output)).toEqual([`${PAGE(1)} written`, `${PAGE(2)} removed`, `${PAGE(3)} removed`]);
    expect(pagesIn(output)).toEqual([PAGE(1)]);
    expect(await run(SHORT, output)).toEqual([`${PAGE(1)} unchanged`]);
  });

  test('keeps them while it is written in another format', async () => {
    const output = await longLetter();
    await run(SHORT, output, { formats: ['md'] });
    expect(pagesIn(output)).toEqual([PAGE(1), PAGE(2), PAGE(3)]);
    await run(SHORT, output);
    expect(pagesIn(output)).toEqual([PAGE(1)]);
  });

  test('keeps a page that was changed by hand, says so each time, and deletes it with force', async () => {
    const output = await longLetter();
    output.set(PAGE(3), new TextEncoder().encode('edited'));
    expect(await run(SHORT, output)).toEqual(['output/foreign-file']);
    expect(await run(SHORT, output)).toEqual(['output/foreign-file']);
    expect(pagesIn(output)).toEqual([PAGE(1), PAGE(2), PAGE(3)]);
    expect(await run(SHORT, output, { force: true })).toEqual([
      `${PAGE(1)} unchanged`,
      `${PAGE(2)} removed`,
      `${PAGE(3)} removed`,
    ]);
    expect(pagesIn(output)).toEqual([PAGE(1)]);
  });

  test('is tried again if a page cannot be deleted', async () => {
    const output = await longLetter();
    const remove = (): Promise<{ ok: false; reason: string }> => Promise.resolve({ ok: false, reason: 'no' });
    expect(await run(SHORT, output, { change: () => ({ remove }) })).toEqual(['output/failed', 'output/failed']);
    expect(await run(SHORT, output)).toEqual([`${PAGE(1)} unchanged`, `${PAGE(2)} removed`, `${PAGE(3)} removed`]);
  });

  test('leaves no file of the others after a run that was killed at any change of a file', async () => {
    let calls = Infinity;
    let killedRuns = 0;
    for (let limit = 0; limit < 20 && calls >= limit; limit += 1) {
      const output = await longLetter();
      calls = 0;
      const killed = async (): Promise<unknown> =>
        run(SHORT, output, {
          change: (target) => {
            const limited =
              <A extends readonly unknown[], R>(act: (...given: A) => Promise<R>) =>
              (...given: A): Promise<R> => {
                calls += 1;
                if (calls > limit) throw new Error('killed');
                return act(...given);
              };
            return {
              write: limited(target.write),
              append: limited(target.append),
              remove: limited(target.remove),
              lock: () => Promise.resolve({ ok: true, release: () => Promise.resolve() }),
            };
          },
        });
      await killed().catch(() => (killedRuns += 1));
      const results = await run(SHORT, output);
      expect(results[0], `killed at change ${limit}`).toMatch(/written|unchanged/);
      expect(pagesIn(output), `killed at change ${limit}`).toEqual([PAGE(1)]);
    }
    expect(killedRuns).toBeGreaterThan(3);
  });

  test('leaves no file of the others when its shards are joined', async () => {
    const output = await longLetter();
    const pageBefore = output.get(PAGE(3)) ?? new Uint8Array();
    for (const shard of ['1/2', '2/2']) {
      const { code } = await demarche(SHORT, output, `generate --to svg --shard ${shard}`);
      expect(code).toBe(0);
    }
    const ofMinister = (): readonly string[] => pagesIn(output).filter((path) => path.includes('minister'));
    expect(ofMinister()).toEqual([PAGE(1)]);
    const manifests = [1, 2].map((index) => `out/${THE_LETTER}/manifest.${index}-of-2.ndjson`);
    // As if the shard had written on another machine.
    output.set(PAGE(3), pageBefore);
    expect(await demarche(SHORT, output, `join ${manifests.join(' ')}`)).toMatchObject({ code: 0 });
    expect(ofMinister()).toEqual([PAGE(1)]);
  });
});

test('a letter whose last page could not be saved is not current', async () => {
  const output: Output = new Map();
  const write: World['output']['write'] = (path, content) => {
    if (path === PAGE(2)) return Promise.resolve({ ok: false, reason: 'full' });
    return memoryWorld({}, output).world.output.write(path, content);
  };
  expect(await run(LONG, output, { change: () => ({ write }) })).toEqual(['output/failed']);
  expect(await run(LONG, output)).toEqual([`${PAGE(1)} unchanged`, `${PAGE(2)} written`, `${PAGE(3)} unchanged`]);
});

test('a dry run lists each page', async () => {
  const output: Output = new Map();
  const planned = await run(LONG, output, { dryRun: true, formats: ['md', 'svg'] });
  expect(planned).toEqual([
    `${THE_LETTER}/be-minister.en.md planned`,
    ...[1, 2, 3].map((page) => `${PAGE(page)} planned`),
  ]);
  expect(output.size).toBe(0);
});

describe('the command line', () => {
  test('checks each page, and names the pages that a letter no longer has', async () => {
    const output: Output = new Map();
    expect((await demarche(LONG, output, 'generate be-minister --to pdf,svg')).code).toBe(0);
    expect((await demarche(LONG, output, 'check be-minister')).err).toContain('4 files of 1 letter: 4 fresh');
    output.delete(PAGE(2));
    expect((await demarche(LONG, output, 'check be-minister')).err).toContain('3 fresh, 1 missing');
    expect((await demarche(SHORT, output, 'generate be-minister')).code).toBe(0);
    const { err } = await demarche(SHORT, output, 'check be-minister');
    expect(err).toContain('output/surplus');
    expect(err).toContain('out/appeal/be-minister.en.3.svg');
    expect(err).toContain('4 files of 1 letter: 2 fresh, 1 stale, 1 of pages that letters no longer have');
    expect((await demarche(SHORT, output, 'diff be-minister')).out).toContain('appeal/be-minister.en.3.svg');
  });

  test('names the pages of a letter that no recipient gets', async () => {
    const output: Output = new Map();
    await demarche(LONG, output, 'generate --to svg');
    const files = aCampaign({ 'recipients/ministers.yaml': undefined });
    const { err } = await demarche(files, output, 'check');
    expect(err.match(/be-minister\.en\.\d\.svg/g)).toEqual([1, 2, 3].map((page) => `be-minister.en.${page}.svg`));
    expect(err).toContain('output/orphaned');
  });

  test('finds the first difference on the page that the file shows', async () => {
    const output: Output = new Map();
    await demarche(LONG, output, 'generate be-minister --to svg');
    const files = { ...LONG };
    for (const [path, text] of Object.entries(files))
      files[path] = text.replace('Paragraph 55 of', 'Paragraph last of');
    const { err } = await demarche(files, output, 'check');
    expect(err).toMatch(/page 3, line \d+ would read “Paragraph last of/);
    expect(err).toContain('out/appeal/be-minister.en.3.svg');
    expect(err).toContain('1 stale');
  });

  test('never takes a page for the letter to send', async () => {
    const output: Output = new Map();
    await demarche(SHORT, output, 'generate be-minister --to pdf,svg');
    expect((await demarche(SHORT, output, 'dispatch be-minister')).out).toContain('be-minister.en.pdf');
    const pagesOnly: Output = new Map();
    await demarche(SHORT, pagesOnly, 'generate be-minister --to svg');
    const { out } = await demarche(SHORT, pagesOnly, 'dispatch be-minister');
    expect(out).not.toContain('.svg');
    expect(out).toContain('no current file');
  });

  test('writes a letter of one page to standard output, and refuses one of several', async () => {
    const one = await demarche(SHORT, new Map(), 'generate be-minister --to svg -o -');
    expect(one.out.startsWith('<svg ')).toBe(true);
    const several = await demarche(LONG, new Map(), 'generate be-minister --to svg -o -');
    expect([several.code, several.out]).toEqual([2, '']);
    expect(several.err).toContain('this letter has 3 pages, each of which is a file as svg');
  });

  test('leaves no page of a longer clearance copy', async () => {
    const output: Output = new Map();
    await demarche(LONG, output, 'review be-minister --to svg -o out');
    const before = pagesIn(output);
    await demarche(SHORT, output, 'review be-minister --to svg -o out');
    expect(before.length).toBeGreaterThan(2);
    expect(pagesIn(output)).toEqual(before.slice(0, pagesIn(output).length));
    expect(pagesIn(output).length).toBeLessThan(before.length);
  });
});
