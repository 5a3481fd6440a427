import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import {
  GITHUB_VARIABLES,
  GITLAB_VARIABLES,
  RECIPE_LETTER,
  type Workflow,
  checkoutOfCampaign,
  folderWithPrograms,
  linesOf,
  readRecipe,
  runLines,
} from '../support/recipes.ts';

/** A campaign whose letters are all current, or with one stale letter, or with a fault. */
async function checkedOut(state: 'current' | 'stale' | 'faulty'): Promise<string> {
  const campaign = checkoutOfCampaign();
  await inProcess(campaign, ['generate', '--to', 'md']);
  const body = join(campaign, `templates/${RECIPE_LETTER}/en/body/minister.md`);
  if (state === 'stale') writeFileSync(body, readFileSync(body, 'utf8').replace('We write to you', 'We write'));
  if (state === 'faulty') writeFileSync(body, `${readFileSync(body, 'utf8')}\n{{nonsense}}\n`);
  return campaign;
}

describe('docs/ci/github.yml', () => {
  const workflow = readRecipe('ci/github.yml') as Workflow;
  const steps = workflow.jobs['letters']?.steps ?? [];

  test.each([
    ['current', 0],
    ['stale', 1],
    ['faulty', 1],
  ] as const)('gives a run of a campaign that is %s the exit code %i', async (state, code) => {
    const campaign = await checkedOut(state);
    const env = { ...GITHUB_VARIABLES, GITHUB_WORKSPACE: campaign };
    const result = runLines(linesOf(steps), campaign, folderWithPrograms(), env);
    expect([result.code, result.err]).toEqual([
      code,
      code === 0 ? expect.any(String) : expect.stringContaining('::error'),
    ]);
    const upload = steps.at(-1);
    expect([upload?.uses, upload?.if]).toEqual(['github/codeql-action/upload-sarif@v4', 'always()']);
    const sarif = JSON.parse(readFileSync(join(campaign, upload?.with?.['sarif_file'] ?? ''), 'utf8')) as {
      runs: { results: { level: string }[] }[];
    };
    expect(sarif.runs[0]?.results.filter(({ level }) => level === 'error')).toHaveLength(state === 'faulty' ? 1 : 0);
  });

  test('has the permission that the upload needs, and no other to write', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  });
});

describe('docs/ci/gitlab-ci.yml', () => {
  const { letters } = readRecipe('ci/gitlab-ci.yml') as {
    letters: { before_script: string[]; script: string[]; artifacts: { reports: { junit: string[] } } };
  };

  test.each([
    ['current', 0, 2],
    ['stale', 1, 2],
    ['faulty', 1, 1],
  ] as const)('gives a campaign that is %s the exit code %i, and %i reports', async (state, code, count) => {
    const campaign = await checkedOut(state);
    const lines = [...letters.before_script, ...letters.script];
    expect(runLines(lines, campaign, folderWithPrograms(), GITLAB_VARIABLES).code).toBe(code);
    const reports = letters.artifacts.reports.junit.filter((file) => existsSync(join(campaign, file)));
    expect(reports).toHaveLength(count);
  });
});

test('docs/ci/pre-commit-config.yaml names the hooks of this repository', () => {
  const { repos } = readRecipe('ci/pre-commit-config.yaml') as { repos: { hooks: { id: string }[] }[] };
  const declared = readRecipe('../.pre-commit-hooks.yaml') as { id: string }[];
  expect(repos[0]?.hooks).toEqual(declared.map(({ id }) => ({ id })));
});

test('a recipe that does not install demarche, or calls it without npx, fails', () => {
  const programs = folderWithPrograms();
  expect(runLines(['npx demarche list'], checkoutOfCampaign(), programs).code).toBe(127);
  expect(runLines(['npm ci', 'demarche list'], checkoutOfCampaign(), programs).code).toBe(127);
  expect(runLines(['npm ci', 'npx demarche list'], checkoutOfCampaign(), programs).code).toBe(0);
});
