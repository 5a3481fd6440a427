import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/pipeline.ts';
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
const REQUEST: RequestedRun = {
  tool: '1.0.0',
  runtime: 'Node 1',
  job: { letter: THE_LETTER, attachSource: false },
  formats: ['md'],
  editions: undefined,
};

/** Generates all letters of the run and closes it. */
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

async function outputOfFullRun(): Promise<Map<string, Uint8Array>> {
  const output = new Map<string, Uint8Array>();
  await run(output);
  return output;
}

const find = (output: Map<string, Uint8Array>, files = aCampaign(), request = REQUEST) =>
  findUnchanged(memoryWorld(files, output).world, request);

const SKIPPING = aCampaignWith('recipients/chair.yaml', 'verified:', 'skip: { reason: x }\nverified:');
const LATER_REQUEST = { ...REQUEST, job: { ...REQUEST.job, date: '2025-12-02' } };

describe('returns the counts of the last run', () => {
  test('if nothing changed', async () => {
    expect(await find(await outputOfFullRun())).toEqual({ letters: 2, files: 2, skipped: [], warnings: 0 });
  });

  test('with the skipped recipients', async () => {
    const output = new Map<string, Uint8Array>();
    await run(output, { files: SKIPPING });
    expect(await find(output, SKIPPING)).toEqual({ letters: 1, files: 1, skipped: ['the-chair'], warnings: 0 });
  });

  test('after a second run, if only a comment changed', async () => {
    const output = await outputOfFullRun();
    const files = aCampaignWith('recipients/chair.yaml', 'verified:', '# checked\nverified:');
    expect(await find(output, files)).toBeUndefined();
    await run(output, { files });
    expect(await find(output, files)).toEqual({ letters: 2, files: 2, skipped: [], warnings: 0 });
  });
});

/** The campaign with a table of two ministers. */
const WITH_TABLE = aCampaign({
  'recipients/more.columns.yaml': `id: "{Name}"
roles: [minister]
state: BE
languages: [en]
office: { title: { en: "{Function}" }, rank: minister }
address: { lines: ["{Street}", TOWN] }
source: the list
ignore: [Phone]
`,
  'recipients/more.csv': 'Name,Function,Street,Phone\nOne,Minister of One,1 Road,1\nTwo,Minister of Two,2 Road,2\n',
});
const changed = (path: string, from: string, to: string): Record<string, string> => ({
  ...WITH_TABLE,
  [path]: (WITH_TABLE[path] ?? '').replace(from, to),
});

describe('a table of recipients', () => {
  test.each([
    ['a cell', changed('recipients/more.csv', '1 Road', '9 Road')],
    ['a cell of a column that is ignored', changed('recipients/more.csv', '1 Road,1', '1 Road,9')],
    ['the columns file', changed('recipients/more.columns.yaml', 'the list', 'another list')],
  ])('is an input: a run is needed if this changed: %s', async (_, files) => {
    const output = new Map<string, Uint8Array>();
    await run(output, { files: WITH_TABLE });
    expect(await find(output, WITH_TABLE)).toMatchObject({ letters: 4 });
    expect(await find(output, files)).toBeUndefined();
  });

  test('makes only the letter of a changed cell again', async () => {
    const output = new Map<string, Uint8Array>();
    await run(output, { files: WITH_TABLE });
    const before = new Map(output);
    await run(output, { files: changed('recipients/more.csv', '1 Road', '9 Road') });
    const rewritten = [...output].filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => path);
    expect(rewritten.toSorted()).toEqual([MANIFEST, `${THE_LETTER}/one.en.md`]);
  });
});

describe('returns undefined', () => {
  test.each<[string, Record<string, string>, RequestedRun]>([
    ['a text', aCampaignWith('templates/appeal/en/body/minister.md', 'We write', 'We wrote'), REQUEST],
    ['a profile', aCampaignWith('recipients/chair.yaml', 'Aline', 'Alice'), REQUEST],
    ['the list of profiles', aCampaign({ 'recipients/more.yaml': '[]' }), REQUEST],
    ['the list of texts', aCampaign({ 'templates/appeal/en/partials/p.md': 'x' }), REQUEST],
    ['a deleted file', aCampaign({ 'recipients/chair.yaml': undefined }), REQUEST],
    ['the tool', aCampaign(), { ...REQUEST, tool: '1.0.1' }],
    ['the run time', aCampaign(), { ...REQUEST, runtime: 'Node 2' }],
    ['the date', aCampaign(), LATER_REQUEST],
    ['the formats', aCampaign(), { ...REQUEST, formats: ['md', 'pdf'] }],
    ['the editions', aCampaign(), { ...REQUEST, editions: 'all' }],
    ['the option to attach the source', aCampaign(), { ...REQUEST, job: { ...REQUEST.job, attachSource: true } }],
  ])('if this changed: %s', async (_, files, request) => {
    const output = await outputOfFullRun();
    expect(await find(output)).toBeDefined();
    expect(await find(output, files, request)).toBeUndefined();
  });

  test.each<[string, (output: Map<string, Uint8Array>) => unknown]>([
    ['was changed by hand', (output) => output.set(MINISTER, Buffer.from('mine'))],
    ['was deleted', (output) => output.delete(MINISTER)],
  ])('if a file %s', async (_, change) => {
    const output = await outputOfFullRun();
    change(output);
    expect(await find(output)).toBeUndefined();
  });

  test('if a later run began to write', async () => {
    const output = await outputOfFullRun();
    const lines = Buffer.from(output.get(MANIFEST) ?? []).toString();
    output.set(MANIFEST, Buffer.from(`${lines}${lines.split('\n')[1]}\n`));
    expect(await find(output)).toBeUndefined();
  });

  test.each<[string, (manifest: string) => string]>([
    ['of another version', (manifest) => manifest.replace('"schemaVersion":1', '"schemaVersion":2')],
    ['without its header', (manifest) => manifest.slice(manifest.indexOf('\n') + 1)],
    ['with a line that cannot be read', (manifest) => manifest.replace('\n', '\nx\n')],
    [
      'with a closing line that says nothing',
      (manifest) => manifest.replace(/\n[^\n]*\n$/, '\n{"demarche":"settled"}\n'),
    ],
    ['with a closing line without a job', (manifest) => manifest.replace(/"job":\{[^}]*\}/, '"job":null')],
  ])('if the manifest is one %s', async (_, edit) => {
    const output = await outputOfFullRun();
    const manifest = Buffer.from(output.get(MANIFEST) ?? []).toString();
    expect(edit(manifest)).not.toBe(manifest);
    output.set(MANIFEST, Buffer.from(edit(manifest)));
    expect(await find(output)).toBeUndefined();
  });

  test('if the last run had a filter', async () => {
    const output = new Map<string, Uint8Array>();
    await run(output, { filter: { ...ALL_RECIPIENTS, ids: ['the-chair'] } });
    expect(await find(output)).toBeUndefined();
  });

  test('if the manifest lists a letter that is no longer made', async () => {
    const output = await outputOfFullRun();
    await run(output, { files: SKIPPING });
    expect(await find(output, SKIPPING)).toBeUndefined();
  });

  test('if the last run had a fault, which must be reported again', async () => {
    const output = new Map<string, Uint8Array>();
    const files = aCampaignWith('recipients/chair.yaml', 'roles: [chair]', 'roles: [chare]');
    await run(output, { files });
    expect(output.has(MINISTER)).toBe(true);
    expect(await find(output, files)).toBeUndefined();
  });
});

test('returns undefined beside a lock file, which a killed run may have left', async () => {
  const output = await outputOfFullRun();
  output.set(`${THE_LETTER}/manifest.lock`, new TextEncoder().encode('{}'));
  expect(await find(output)).toBeUndefined();
});
