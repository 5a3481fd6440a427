import { describe, expect, test } from 'vitest';
import { nodeWorld } from '../../../src/cli/library-world.ts';
import { FORMATS } from '../../../src/model/artifact.ts';
import type { Job } from '../../../src/model/job.ts';
import { loadProfiles, prepare } from '../../../src/pipeline.ts';
import { valueOf } from '../../support/outcomes.ts';
import { ALL_RECIPIENTS } from '../../../src/run/filter.ts';
import { generate } from '../../../src/run/generate.ts';
import { closeRun, openRun } from '../../../src/run/open-run.ts';
import type { RunOptions } from '../../../src/run/run-options.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { folderWith } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const JOB: Job = { letter: THE_LETTER, formats: ['md'], attachSource: false };
const OPTIONS: RunOptions = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1', runtime: 'Node' };

/** The message of the error that is thrown for these options, which a caller in JavaScript may pass. */
async function messageOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'nothing was thrown';
}

describe('a wrong option of a job is a TypeError that names it', () => {
  test.each([
    [{ editions: 'preferred' }, 'job.editions must be "all" or a list of language codes that is not empty'],
    [{ editions: [] }, 'job.editions must be'],
    [{ editions: ['en', 3] }, 'job.editions must be'],
    [{ edition: 'all' }, 'job has no key “edition”; its keys are: letter, date, editions, formats, attachSource'],
    [{ formats: 'pdf' }, `job.formats must be a list of formats (${FORMATS.join(', ')}), not "pdf"`],
    [{ formats: ['docx'] }, `job.formats must be a list of formats (${FORMATS.join(', ')}), not ["docx"]`],
    [{ letter: '' }, 'job.letter must be text that is not empty, not ""'],
    [{ letter: undefined }, 'job.letter must be text that is not empty'],
    [
      { date: '2025-02-30' },
      'job.date must be a day of the calendar, as in "2025-12-01", or left out, not "2025-02-30"',
    ],
    [{ date: new Date(0) }, 'job.date must be a day of the calendar'],
    [{ attachSource: 'yes' }, 'job.attachSource must be true or false, not "yes"'],
  ])('%j', async (change, message) => {
    const job = { ...JOB, ...change } as unknown as Job;
    const { world } = memoryWorld(aCampaign());
    expect(await messageOf(() => prepare(world, job))).toContain(`TypeError: ${message}`);
    expect(await messageOf(() => openRun(world, loadProfiles(world), job, OPTIONS))).toContain(`TypeError: ${message}`);
  });

  test.each([undefined, null, 'open-letter'])('%j in the place of the job', async (job) => {
    const { world } = memoryWorld(aCampaign());
    expect(await messageOf(() => prepare(world, job as unknown as Job))).toContain('TypeError: job must be an object');
  });
});

describe('a wrong option of a run is a TypeError that names it, and leaves no lock', () => {
  test.each([
    [{ filter: undefined }, 'options.filter must be a filter, such as ALL_RECIPIENTS'],
    [{ filter: { ids: ['a'] } }, 'options.filter.roles must be a list of texts'],
    [{ filter: { ...ALL_RECIPIENTS, roles: 'mayor' } }, 'options.filter.roles must be a list of texts, not "mayor"'],
    [{ filter: { ...ALL_RECIPIENTS, role: ['mayor'] } }, 'options.filter has no key “role”'],
    [{ filter: { ...ALL_RECIPIENTS, shard: { index: 3, total: 2 } } }, 'options.filter.shard must be { index, total }'],
    [{ filter: { ...ALL_RECIPIENTS, shard: '1/2' } }, 'options.filter.shard must be { index, total }'],
    [{ force: 1 }, 'options.force must be true or false, not 1'],
    [{ dryRun: undefined }, 'options.dryRun must be true or false'],
    [{ dry: true }, 'options has no key “dry”'],
    [{ tool: undefined }, 'options.tool must be text'],
    [{ runtime: 20 }, 'options.runtime must be text that is not empty, not 20'],
    [{ reads: [] }, 'options.reads must be a function, or left out, not []'],
    [{ recipients: 'x.csv' }, 'options.recipients must be a function'],
  ])('%j', async (change, message) => {
    const { world, output } = memoryWorld(aCampaign());
    const options = { ...OPTIONS, ...change } as unknown as RunOptions;
    expect(await messageOf(() => openRun(world, loadProfiles(world), JOB, options))).toContain(`TypeError: ${message}`);
    expect([...output.keys()]).toEqual([]);
  });

  test('no format', async () => {
    const { world } = memoryWorld(aCampaign());
    const job = { ...JOB, formats: [] };
    expect(await messageOf(() => openRun(world, loadProfiles(world), job, OPTIONS))).toContain(
      'TypeError: job.formats',
    );
  });
});

describe('generate', () => {
  const generateAll = async (filter: RunOptions['filter'], controls: object): Promise<void> => {
    const { world } = memoryWorld(aCampaign());
    const run = valueOf(await openRun(world, loadProfiles(world), JOB, { ...OPTIONS, filter }));
    try {
      for await (const result of generate(run, controls)) expect(result.kind).toBe('done');
    } finally {
      await closeRun(run);
    }
  };

  test.each([
    [{ maxInProgress: 0 }, 'TypeError: controls.maxInProgress must be a whole number from 1, or left out, not 0'],
    [{ maxInProgress: 1.5 }, 'TypeError: controls.maxInProgress must be'],
    [{ ahead: 2 }, 'TypeError: controls has no key “ahead”'],
    [{ shouldStop: true }, 'TypeError: controls.shouldStop must be a function'],
  ])('refuses %j', async (controls, message) => {
    expect(await messageOf(() => generateAll(ALL_RECIPIENTS, controls))).toContain(message);
  });

  test.each([
    [{ roles: ['mayro'] }, 'the filter has the role “mayro”, which the campaign lacks; it has: chair, minister'],
    [{ groups: ['none'] }, 'the filter has the group “none”'],
    [{ states: ['XX'] }, 'the filter has the state “XX”'],
  ])('refuses a filter with the unknown name %j', async (names, message) => {
    expect(await messageOf(() => generateAll({ ...ALL_RECIPIENTS, ...names }, {}))).toContain(`RangeError: ${message}`);
  });

  test('accepts options that are right', async () => {
    await generateAll({ ...ALL_RECIPIENTS, roles: ['chair'] }, { maxInProgress: 1, shouldStop: () => false });
  });
});

describe('nodeWorld', () => {
  test('refuses wrong options, and a folder without a campaign', async () => {
    const open = nodeWorld as unknown as (options: unknown) => unknown;
    expect(await messageOf(() => open({ folder: '.' }))).toContain('TypeError: options has no key “folder”');
    expect(await messageOf(() => open({}))).toBe('TypeError: options.directory must be text that is not empty');
    expect(await messageOf(() => open({ directory: '.', output: 3 }))).toContain('options.output must be text');
    expect(await messageOf(() => open({ directory: folderWith({}) }))).toContain('Error: there is no campaign in “');
  });

  test('reads the campaign, and has its folder out as the output unless another is named', async () => {
    const directory = folderWith(aCampaign());
    expect((await nodeWorld({ directory }).list('templates')).map(({ name }) => name)).toEqual([THE_LETTER]);
    expect(nodeWorld({ directory }).output.name).toBe(`${directory}/out`);
    expect(nodeWorld({ directory, output: 'letters' }).output.name).toBe('letters');
  });
});
