import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess, putFile } from '../support/in-process.ts';
import {
  GITHUB_VARIABLES,
  GITLAB_VARIABLES,
  RECIPE_LETTER,
  type Workflow,
  checkoutOfCampaign,
  folderWithPrograms,
  linesOf,
  readRecipe,
  runImage,
  runLines,
} from '../support/recipes.ts';
import { ROOT, type CommandResult } from '../support/run-demarche.ts';

const SHARDS = [1, 2, 3, 4];
const OK = expect.objectContaining({ code: 0 });

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** Asserts that the output folder of a campaign has the same files as after a single run. */
async function expectSingleRun(campaign: string): Promise<void> {
  const single = checkoutOfCampaign();
  expect((await inProcess(single, ['generate', '--to', 'md'])).code).toBe(0);
  const made = contentsOf(join(campaign, 'out', RECIPE_LETTER));
  expect(Object.keys(made)).toHaveLength(11);
  expect(made).toEqual(contentsOf(join(single, 'out', RECIPE_LETTER)));
}

describe('the recipes of docs/many-letters.md write the same files as a single run', () => {
  test('github.yml', async () => {
    const { shards, join: joinJob } = (readRecipe('many-letters/github.yml') as Workflow).jobs;
    const programs = folderWithPrograms();
    const joining = checkoutOfCampaign();
    for (const shard of SHARDS) {
      const checkout = checkoutOfCampaign();
      expect(runLines(linesOf(shards?.steps ?? [], shard), checkout, programs, GITHUB_VARIABLES)).toEqual(OK);
      expect(shards?.steps.at(-1)?.with).toEqual({ name: 'shard-${{ matrix.shard }}', path: 'out' });
      cpSync(join(checkout, 'out'), join(joining, 'out'), { recursive: true });
    }
    const download = joinJob?.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'));
    expect([joinJob?.needs, download?.with]).toEqual([
      'shards',
      { pattern: 'shard-*', path: 'out', 'merge-multiple': true },
    ]);
    expect(runLines(linesOf(joinJob?.steps ?? []), joining, programs, GITHUB_VARIABLES)).toEqual(OK);
    await expectSingleRun(joining);
  });

  test('gitlab-ci.yml', async () => {
    const recipe = readRecipe('many-letters/gitlab-ci.yml') as {
      default: { before_script: string[] };
      shards: { parallel: number; script: string[]; artifacts: { paths: string[] } };
      join: { needs: string[]; script: string[] };
    };
    const programs = folderWithPrograms();
    const joining = checkoutOfCampaign();
    for (const shard of SHARDS) {
      const checkout = checkoutOfCampaign();
      const env = { ...GITLAB_VARIABLES, CI_NODE_INDEX: String(shard), CI_NODE_TOTAL: String(recipe.shards.parallel) };
      const lines = [...recipe.default.before_script, ...recipe.shards.script];
      expect(runLines(lines, checkout, programs, env)).toEqual(OK);
      for (const path of recipe.shards.artifacts.paths)
        cpSync(join(checkout, path), join(joining, path), { recursive: true });
    }
    expect(recipe.join.needs).toEqual(['shards']);
    expect(
      runLines([...recipe.default.before_script, ...recipe.join.script], joining, programs, GITLAB_VARIABLES),
    ).toEqual(OK);
    await expectSingleRun(joining);
  });

  test('kubernetes.yaml and kubernetes-join.yaml', async () => {
    interface KubernetesJob {
      spec: { completions?: number; template: { spec: { containers: { args: string[]; workingDir: string }[] } } };
    }
    const containerOf = (job: KubernetesJob): { args: string[]; workingDir: string } | undefined =>
      job.spec.template.spec.containers[0];
    const shards = readRecipe('many-letters/kubernetes.yaml') as KubernetesJob;
    const joining = readRecipe('many-letters/kubernetes-join.yaml') as KubernetesJob;
    const campaign = checkoutOfCampaign();
    expect(shards.spec.completions).toBe(SHARDS.length);
    for (const shard of SHARDS) {
      const env = { JOB_COMPLETION_INDEX: String(shard - 1) };
      expect(runImage(containerOf(shards)?.args ?? [], campaign, env)).toEqual(OK);
    }
    expect(runImage(containerOf(joining)?.args ?? [], campaign)).toEqual(OK);
    await expectSingleRun(campaign);
  });

  test('aws-batch.json and aws-batch-join.json', async () => {
    const definition = readRecipe('many-letters/aws-batch.json') as { containerProperties: { command: string[] } };
    const joining = readRecipe('many-letters/aws-batch-join.json') as { containerOverrides: { command: string[] } };
    const campaign = checkoutOfCampaign();
    for (const shard of SHARDS) {
      const env = { AWS_BATCH_JOB_ARRAY_INDEX: String(shard - 1), AWS_BATCH_JOB_ARRAY_SIZE: '4' };
      expect(runImage(definition.containerProperties.command, campaign, env)).toEqual(OK);
    }
    expect(runImage(joining.containerOverrides.command, campaign)).toEqual(OK);
    await expectSingleRun(campaign);
    expect(readFileSync(join(ROOT, 'docs/many-letters.md'), 'utf8')).toContain('--array-properties size=4');
  });

  /** Runs the lines of a code block of the document in a campaign that has the scripts of the recipes in it. */
  function runWithScripts(lines: readonly string[]): { readonly campaign: string; readonly result: CommandResult } {
    const campaign = checkoutOfCampaign();
    for (const name of ['parallel.sh', 'slurm.sh', 'slurm-join.sh']) {
      putFile(campaign, name, readFileSync(join(ROOT, 'docs/many-letters', name)));
    }
    return { campaign, result: runLines(['npm ci', ...lines], campaign, folderWithPrograms()) };
  }

  test('parallel.sh', async () => {
    const { campaign, result } = runWithScripts(['sh ./parallel.sh']);
    expect(result).toEqual(OK);
    await expectSingleRun(campaign);
  });

  test('slurm.sh and slurm-join.sh', async () => {
    const [, section = ''] = readFileSync(join(ROOT, 'docs/many-letters.md'), 'utf8').split('\n### Slurm\n');
    const [, block = ''] = /```sh\n(.*?)```/su.exec(section) ?? [];
    expect(readFileSync(join(ROOT, 'docs/many-letters/slurm.sh'), 'utf8')).toContain('\n#SBATCH --array=1-4\n');
    const { campaign, result } = runWithScripts([block]);
    expect(result).toEqual(OK);
    await expectSingleRun(campaign);
  });
});
