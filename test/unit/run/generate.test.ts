import { describe, expect, test } from 'vitest';
import { type Filter, ALL_RECIPIENTS } from '../../../src/run/filter.ts';
import { type LetterResult, generate } from '../../../src/run/generate.ts';
import { type Run, closeRun, openRun } from '../../../src/run/open-run.ts';
import { loadProfiles } from '../../../src/pipeline.ts';
import type { Format } from '../../../src/model/artifact.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';

interface RunSettings {
  readonly files?: Record<string, string>;
  readonly output?: Map<string, Uint8Array>;
  readonly filter?: Filter;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly formats?: readonly Format[];
  readonly tool?: string;
}

async function open({ files = aCampaign(), output, formats = ['md'], ...more }: RunSettings): Promise<Run> {
  const { world } = memoryWorld(files, output);
  const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node', ...more };
  const job = { letter: THE_LETTER, formats, attachSource: false };
  return valueOf(await openRun(world, loadProfiles(world), job, options));
}

/** Runs to the end; returns the result of each letter, as `id: state state` or `id: code`. */
async function run(settings: RunSettings): Promise<readonly string[]> {
  const opened = await open(settings);
  const results: string[] = [];
  for await (const result of generate(opened)) results.push(summarise(result));
  expect(await closeRun(opened)).toEqual([]);
  return results;
}

function summarise(result: LetterResult): string {
  if (result.kind === 'skipped') return `${result.recipient.id}: skipped`;
  if (result.kind === 'failed') return `${result.id}: ${result.faults.map(({ code }) => code).join(' ')}`;
  return `${result.selection.recipient.id}: ${result.files.map(({ state }) => state).join(' ')}`;
}

const MINISTER_FILE = `${THE_LETTER}/be-minister.en.md`;
const PROFILES = 'recipients/ministers.yaml';
const MANIFEST = `${THE_LETTER}/manifest.ndjson`;
const [CHAIR, MINISTER] = ['the-chair', 'be-minister'];

function textOf(output: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(output.get(path));
}

describe('a run', () => {
  test('writes every letter and the manifest, and nothing when run again', async () => {
    const output = new Map<string, Uint8Array>();
    expect(await run({ output })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
    expect([...output.keys()].sort()).toEqual([MINISTER_FILE, MANIFEST, `${THE_LETTER}/the-chair.en.md`]);
    const before = new Map(output);
    expect(await run({ output })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: unchanged`]);
    expect([...output].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  });

  test('of some recipients keeps the others in the manifest', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    await run({ output, filter: { ...ALL_RECIPIENTS, ids: [MINISTER] } });
    expect(textOf(output, MANIFEST).trimEnd().split('\n')).toHaveLength(3);
  });

  test('of another format adds its file to the letter’s record', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output, filter: { ...ALL_RECIPIENTS, ids: [MINISTER] } });
    await run({ output, filter: { ...ALL_RECIPIENTS, ids: [MINISTER] }, formats: ['pdf'] });
    const [, line = ''] = textOf(output, MANIFEST).split('\n');
    expect(line.match(/be-minister\.en\.\w+/g)).toEqual(['be-minister.en.md', 'be-minister.en.pdf']);
    expect(await run({ output, formats: ['md', 'pdf'], filter: { ...ALL_RECIPIENTS, ids: [MINISTER] } })).toEqual([
      `${MINISTER}: unchanged unchanged`,
    ]);
  });

  test('of all recipients removes a letter without a recipient from the manifest, once its files are deleted', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    const files = aCampaign({ 'recipients/chair.yaml': undefined });
    await run({ output, files });
    expect(textOf(output, MANIFEST)).toContain('"the-chair"');
    output.delete(`${THE_LETTER}/the-chair.en.md`);
    await run({ output, files, filter: { ...ALL_RECIPIENTS, ids: [MINISTER] } });
    expect(textOf(output, MANIFEST)).toContain('"the-chair"');
    await run({ output, files });
    expect(textOf(output, MANIFEST)).not.toContain('"the-chair"');
    expect(textOf(output, MANIFEST)).toContain(`"${MINISTER}"`);
  });

  test('writes nothing with dryRun', async () => {
    const output = new Map<string, Uint8Array>();
    expect(await run({ output, dryRun: true })).toEqual([`${CHAIR}: planned`, `${MINISTER}: planned`]);
    expect([...output.keys()]).toEqual([]);
  });

  test.each<[string, RunSettings, minister: boolean, chair: boolean]>([
    [
      'only white space and comments',
      { files: aCampaignWith(PROFILES, 'source: the ministry', 'source:  the ministry # x') },
      false,
      false,
    ],
    ['a profile', { files: aCampaignWith(PROFILES, '2 Ministry Street', '3 Ministry Street') }, true, false],
    ['a shared file', { files: aCampaignWith('templates/appeal/letter.yaml', 'A/1', 'A/2') }, true, true],
    ['the tool', { tool: '1.0.1' }, true, true],
    ['nothing', {}, false, false],
  ])(
    'records other inputs for the letters that a change affects, and for no others: %s',
    async (_, change, minister, chair) => {
      const output = new Map<string, Uint8Array>();
      const inputs = (): readonly string[] => textOf(output, MANIFEST).match(/"inputs":"\w+"/g) ?? [];
      await run({ output });
      const before = inputs();
      await run({ output, ...change });
      expect(inputs().map((hash, index) => hash !== before[index])).toEqual([minister, chair]);
    },
  );
});

describe('an existing file', () => {
  test('is replaced if a run wrote it', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    const files = aCampaignWith('templates/appeal/en/body/minister.md', 'We write to you.', 'We turn to you.');
    expect(await run({ output, files })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: written`]);
    expect(textOf(output, MINISTER_FILE)).toContain('We turn to you.');
  });

  test('is kept if it was changed by hand, and overwritten with force', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    output.set(MINISTER_FILE, new TextEncoder().encode('mine'));
    expect(await run({ output })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: output/foreign-file`]);
    expect(textOf(output, MINISTER_FILE)).toBe('mine');
    expect(await run({ output, force: true })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: written`]);
  });

  test('is unchanged if it has the right bytes, even without a manifest', async () => {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    output.delete(MANIFEST);
    expect(await run({ output })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: unchanged`]);
    expect(output.has(MANIFEST)).toBe(true);
  });

  test.each([
    'x',
    'x\n',
    '{"demarche":"settled"}\n',
    '{"demarche":"manifest","schemaVersion":2}\n',
    '{"demarche":"manifest","schemaVersion":1}\n{"id":1}\n',
  ])('stops the run if it is a manifest that cannot be read: %j', async (manifest) => {
    const { world } = memoryWorld(aCampaign(), new Map([[MANIFEST, new TextEncoder().encode(manifest)]]));
    const job = { letter: THE_LETTER, formats: ['md'] as const, attachSource: false };
    const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node' };
    const opened = await openRun(world, loadProfiles(world), job, options);
    expect(opened.diagnostics.map(({ code }) => code)).toEqual(['output/manifest']);
  });
});

describe('a fault of one profile', () => {
  test('fails only that letter', async () => {
    const files = aCampaignWith(PROFILES, `id: ${MINISTER}`, `id: ${MINISTER}\n  nickname: x`);
    expect(await run({ files })).toEqual([`${CHAIR}: written`, `${MINISTER}: data/unknown-key`]);
  });

  test('fails only the second of two profiles with the same id', async () => {
    const files = aCampaignWith(PROFILES, `id: ${MINISTER}`, `id: ${CHAIR}`);
    expect(await run({ files })).toEqual([`${CHAIR}: written`, `${CHAIR}: profile/duplicate-id`]);
  });
});

const EDITED = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/2');

describe('a run that is killed', () => {
  /** Writes all letters but does not close the run. The lock is released, as if its process had ended. */
  async function runUntilKilled(output: Map<string, Uint8Array>): Promise<void> {
    const opened = await open({ output });
    for await (const result of generate(opened)) expect(result.kind).toBe('done');
    await opened.release();
  }
  test('leaves letters that the next run recognises as written by demarche', async () => {
    const output = new Map<string, Uint8Array>();
    await runUntilKilled(output);
    expect(await run({ output, files: EDITED })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
    expect(textOf(output, MANIFEST).trimEnd().split('\n')).toHaveLength(3);
  });

  test('may leave an incomplete manifest line, which loses only the record of that letter', async () => {
    const output = new Map<string, Uint8Array>();
    await runUntilKilled(output);
    output.set(MANIFEST, new TextEncoder().encode(textOf(output, MANIFEST).slice(0, -20)));
    expect(await run({ output, files: EDITED })).toEqual([`${CHAIR}: written`, `${MINISTER}: output/foreign-file`]);
    expect(await run({ output, files: EDITED, force: true })).toEqual([`${CHAIR}: unchanged`, `${MINISTER}: written`]);
  });

  test('may leave a last manifest line without its line feed, which loses nothing', async () => {
    const output = new Map<string, Uint8Array>();
    await runUntilKilled(output);
    output.set(MANIFEST, new TextEncoder().encode(textOf(output, MANIFEST).trimEnd()));
    expect(await run({ output, files: EDITED })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
  });
});

test('a file that a killed run did not reach stays recognised, through a run that does not write its format', async () => {
  const formats = ['md', 'pdf'] as const;
  const output = new Map<string, Uint8Array>();
  await run({ output, formats });
  const next = new Map(output);
  await run({ output: next, formats, files: EDITED });
  // The run of the edited texts was killed after it had appended its records, before it wrote a file.
  output.set(MANIFEST, new TextEncoder().encode(textOf(output, MANIFEST) + recordsIn(textOf(next, MANIFEST))));
  expect(await run({ output, files: EDITED })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
  expect(await run({ output, formats, files: EDITED })).toEqual([
    `${CHAIR}: unchanged written`,
    `${MINISTER}: unchanged written`,
  ]);
});

/** The records of letters in a manifest, without its other lines. */
function recordsIn(manifest: string): string {
  return manifest
    .split('\n')
    .filter((line) => line.startsWith('{"id"'))
    .map((line) => `${line}\n`)
    .join('');
}

test('a run that is killed at any write leaves files that the next run recognises as written by demarche', async () => {
  let steps = 0;
  for (let fatalStep = 1; ; fatalStep += 1) {
    const output = new Map<string, Uint8Array>();
    await run({ output });
    const opened = await open({ output, files: EDITED, formats: ['md'] });
    let step = 0;
    const failAsKilled = (): Promise<never> => Promise.reject(new Error('killed'));
    const killedRun: Run = {
      ...opened,
      output: {
        ...opened.output,
        write: (path, content) => ((step += 1) === fatalStep ? failAsKilled() : opened.output.write(path, content)),
      },
    };
    try {
      for await (const result of generate(killedRun)) expect(result.kind).toBe('done');
    } catch {
      steps += 1;
    }
    await opened.release();
    const laterFiles = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/3');
    expect(await run({ output, files: laterFiles })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
    expect(textOf(output, MANIFEST).trimEnd().split('\n')).toHaveLength(3);
    if (step < fatalStep) break;
  }
  expect(steps).toBe(2);
});

test('refuses a second run on the same letters while one writes, and names the holder of the lock', async () => {
  const output = new Map<string, Uint8Array>();
  const first = await open({ output });
  const { world } = memoryWorld(aCampaign(), output);
  const job = { letter: THE_LETTER, formats: ['md'] as const, attachSource: false };
  const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node' };
  const second = await openRun(world, loadProfiles(world), job, options);
  expect(second.diagnostics.map(inFull)).toEqual([
    expect.stringMatching(/manifest\.lock.* output\/locked .*process 1/),
  ]);
  expect((await openRun(world, loadProfiles(world), job, { ...options, dryRun: true })).ok).toBe(true);
  await closeRun(first);
  expect(await run({ output })).toEqual([`${CHAIR}: written`, `${MINISTER}: written`]);
});

test('a write error fails the letter and keeps it out of the manifest', async () => {
  const opened = await open({});
  const failingRun: Run = {
    ...opened,
    output: { ...opened.output, write: () => Promise.resolve({ ok: false, reason: 'the disk is full' }) },
  };
  const results: string[] = [];
  for await (const result of generate(failingRun)) results.push(summarise(result));
  expect(results).toEqual([`${CHAIR}: output/failed`, `${MINISTER}: output/failed`]);
  expect([await closeRun(failingRun), opened.manifest?.unsettledKeys()]).toEqual([[], []]);
});
