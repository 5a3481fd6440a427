import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCampaign } from './support/a-campaign.ts';
import { folderWith, inProcess } from './support/in-process.ts';

/** The commands, each as its arguments, that docs/many-letters.md has for an engine: a CI service or a batch system. */
function commandsFor(engine: string): readonly (readonly string[])[] {
  const text = readFileSync('docs/many-letters.md', 'utf8').replaceAll('${{ matrix.shard }}', '{}');
  const [, section = ''] = text.split(`\n### ${engine}\n`);
  const [engineSection = ''] = section.split('\n### ');
  const yaml = [...engineSection.matchAll(/command: \[demarche, (.*)\]/g)].map(([, args = '']) => args.split(', '));
  const lines = [...engineSection.matchAll(/(?:^|run: |- |')demarche ((?:generate|join)[^'\n]*)/gm)];
  return [...yaml, ...lines.map(([, args = '']) => args.split(' '))];
}

/** The environment variables that an engine sets for one of four jobs, which are numbered from 1. */
type JobEnvironment = (index: number) => Record<string, string>;

const ENGINES: readonly (readonly [string, JobEnvironment])[] = [
  ['On one machine', () => ({})],
  ['GitHub Actions', () => ({})],
  ['GitLab', (index) => ({ CI_NODE_INDEX: String(index), CI_NODE_TOTAL: '4' })],
  ['Kubernetes', (index) => ({ JOB_COMPLETION_INDEX: String(index - 1) })],
  ['AWS Batch', (index) => ({ AWS_BATCH_JOB_ARRAY_INDEX: String(index - 1), AWS_BATCH_JOB_ARRAY_SIZE: '4' })],
  [
    'Slurm',
    (index) => ({
      SLURM_ARRAY_TASK_ID: String(index),
      SLURM_ARRAY_TASK_COUNT: '4',
      SLURM_ARRAY_TASK_MIN: '1',
      SLURM_ARRAY_TASK_MAX: '4',
      SLURM_ARRAY_TASK_STEP: '1',
    }),
  ],
];

function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** The name of the letter's folder in the commands of the document; {@link aCampaign} has another. */
const FOLDER = 'open-letter';

function createCampaign(): string {
  const files = Object.entries(aCampaign()).map(([path, text]) => [path.replace('/appeal/', `/${FOLDER}/`), text]);
  const ministers = aCampaign()['recipients/ministers.yaml'] ?? '';
  const many = Array.from({ length: 9 }, (_, index) => ministers.replace('be-minister', `minister-${index}`));
  return folderWith({ ...Object.fromEntries(files), 'recipients/ministers.yaml': many.join('') });
}

describe('the commands of docs/many-letters.md', () => {
  test.each(ENGINES)('write the same files as a single run: %s', async (engine, environmentOf) => {
    const [generate = [], joinCommand = ['join', `out/${FOLDER}/manifest.*-of-*.ndjson`]] = commandsFor(engine);
    expect([generate[0], joinCommand[0]]).toEqual(['generate', 'join']);
    const folder = createCampaign();
    for (const index of [1, 2, 3, 4]) {
      const args = generate.map((arg) => arg.replace('{}', String(index)));
      const result = await inProcess(folder, [...args, '--to', 'md'], environmentOf(index));
      expect([result.code, result.err.split('\n')[0]]).toEqual([0, expect.stringContaining(`shard ${index}/4`)]);
    }
    const pattern = joinCommand[1] ?? '';
    expect(pattern).toBe(`out/${FOLDER}/manifest.*-of-*.ndjson`);
    const manifests = readdirSync(join(folder, 'out', FOLDER)).filter((name) =>
      /^manifest\..*-of-.*\.ndjson$/.test(name),
    );
    const joined = await inProcess(folder, ['join', ...manifests.map((name) => `out/${FOLDER}/${name}`)]);
    expect(joined).toEqual({ code: 0, out: '', err: '4 shards joined: 10 letters\n' });

    const singleRunFolder = createCampaign();
    expect((await inProcess(singleRunFolder, ['generate', '--to', 'md'])).code).toBe(0);
    expect(contentsOf(join(folder, 'out', FOLDER))).toEqual(contentsOf(join(singleRunFolder, 'out', FOLDER)));
  });
});

test('join rejects shards in different folders', async () => {
  const result = await inProcess(createCampaign(), [
    'join',
    'a/x/manifest.1-of-2.ndjson',
    'b/x/manifest.2-of-2.ndjson',
  ]);
  expect([result.code, result.err]).toEqual([2, expect.stringContaining('different folders')]);
});
