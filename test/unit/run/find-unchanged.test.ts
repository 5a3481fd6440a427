import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/load/load-profiles.ts';
import { ALL_RECIPIENTS, type Filter } from '../../../src/run/filter.ts';
import { generate } from '../../../src/run/generate.ts';
import { closeRun, openRun } from '../../../src/run/open-run.ts';
import { recordReads } from '../../../src/run/recorded-world.ts';
import { type RequestedRun, findUnchanged } from '../../../src/run/find-unchanged.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

const MINISTER = `${THE_LETTER}/be-minister.en.md`;
const MANIFEST = `${THE_LETTER}/manifest.ndjson`;
const QUESTION: RequestedRun = {
  tool: '1.0.0',
  runtime: 'Node 1',
  job: { letter: THE_LETTER, attachSource: false },
  formats: 'any',
  editions: 'any',
};

/** Runs to the end and closes. */
async function run(
  output: Map<string, Uint8Array>,
  { files = aCampaign(), filter = ALL_RECIPIENTS }: { files?: Record<string, string>; filter?: Filter } = {},
): Promise<void> {
  const { world, reads } = recordReads(memoryWorld(files, output).world);
  const options = { filter, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node 1', reads };
  const job = { letter: THE_LETTER, formats: ['md'] as const, attachSource: false };
  const opened = valueOf(await openRun(world, loadProfiles(world), job, options));
  for await (const result of generate(opened)) expect(result).toBeDefined();
  await closeRun(opened);
}

async function settledOutput(): Promise<Map<string, Uint8Array>> {
  const output = new Map<string, Uint8Array>();
  await run(output);
  return output;
}

const ask = (output: Map<string, Uint8Array>, files = aCampaign(), question = QUESTION) =>
  findUnchanged(memoryWorld(files, output).world, question);

const SKIPPING = aCampaignWith('recipients/chair.yaml', 'verified:', 'skip: { reason: x }\nverified:');
const LATER = { ...QUESTION, job: { ...QUESTION.job, date: '2025-12-02' } };

describe('nothing is to be done', () => {
  test('after a run of everybody', async () => {
    expect(await ask(await settledOutput())).toEqual({ letters: 2, files: 2, skipped: [] });
  });

  test('nor for those who are skipped', async () => {
    const output = new Map<string, Uint8Array>();
    await run(output, { files: SKIPPING });
    expect(await ask(output, SKIPPING)).toEqual({ letters: 1, files: 1, skipped: ['the-chair'] });
  });

  test('after a second run, when a comment was all that changed', async () => {
    const output = await settledOutput();
    const files = aCampaignWith('recipients/chair.yaml', 'verified:', '# checked\nverified:');
    expect(await ask(output, files)).toBeUndefined();
    await run(output, { files });
    expect(await ask(output, files)).toEqual({ letters: 2, files: 2, skipped: [] });
  });
});

describe('a closer look is needed', () => {
  test.each<[string, Record<string, string>, RequestedRun]>([
    ['a text', aCampaignWith('templates/appeal/en/body/minister.md', 'We write', 'We wrote'), QUESTION],
    ['a profile', aCampaignWith('recipients/chair.yaml', 'Aline', 'Alice'), QUESTION],
    ['the list of profiles', aCampaign({ 'recipients/more.yaml': '[]' }), QUESTION],
    ['the list of texts', aCampaign({ 'templates/appeal/en/partials/p.md': 'x' }), QUESTION],
    ['a file that is gone', aCampaign({ 'recipients/chair.yaml': undefined }), QUESTION],
    ['the tool', aCampaign(), { ...QUESTION, tool: '1.0.1' }],
    ['the run time', aCampaign(), { ...QUESTION, runtime: 'Node 2' }],
    ['the date', aCampaign(), LATER],
    ['the formats', aCampaign(), { ...QUESTION, formats: ['md', 'pdf'] }],
    ['the editions', aCampaign(), { ...QUESTION, editions: 'all' }],
    ['what is attached', aCampaign(), { ...QUESTION, job: { ...QUESTION.job, attachSource: true } }],
  ])('when this changed: %s', async (_, files, question) => {
    const output = await settledOutput();
    expect(await ask(output)).toBeDefined();
    expect(await ask(output, files, question)).toBeUndefined();
  });

  test.each<[string, (output: Map<string, Uint8Array>) => unknown]>([
    ['was changed by hand', (output) => output.set(MINISTER, Buffer.from('mine'))],
    ['is gone', (output) => output.delete(MINISTER)],
  ])('when a file %s', async (_, change) => {
    const output = await settledOutput();
    change(output);
    expect(await ask(output)).toBeUndefined();
  });

  test('when a later run began to write', async () => {
    const output = await settledOutput();
    const lines = Buffer.from(output.get(MANIFEST) ?? []).toString();
    output.set(MANIFEST, Buffer.from(`${lines}${lines.split('\n')[1]}\n`));
    expect(await ask(output)).toBeUndefined();
  });

  test('when the last run was of some', async () => {
    const output = new Map<string, Uint8Array>();
    await run(output, { filter: { ...ALL_RECIPIENTS, ids: ['the-chair'] } });
    expect(await ask(output)).toBeUndefined();
  });

  test('when the manifest lists a letter that is not made any more', async () => {
    const output = await settledOutput();
    await run(output, { files: SKIPPING });
    expect(await ask(output, SKIPPING)).toBeUndefined();
  });

  test('when a fault has to be told again', async () => {
    const output = new Map<string, Uint8Array>();
    const files = aCampaignWith('recipients/chair.yaml', 'roles: [chair]', 'roles: [chare]');
    await run(output, { files });
    expect(output.has(MINISTER)).toBe(true);
    expect(await ask(output, files)).toBeUndefined();
  });
});

test('beside a lock, which a run that was killed may have left, a run has to look', async () => {
  const output = await settledOutput();
  output.set(`${THE_LETTER}/manifest.lock`, new TextEncoder().encode('{}'));
  expect(await ask(output)).toBeUndefined();
});
