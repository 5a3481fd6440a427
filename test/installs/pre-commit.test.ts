import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { ROOT, copyOfCampaign, temporaryFolder } from '../support/run-demarche.ts';
import { commitAll, freshClone, runAsUser, succeed } from './users.ts';

test('the hooks of docs/ci/pre-commit-config.yaml pass, and fail where a letter is stale or a text has a fault', async () => {
  const python = temporaryFolder();
  succeed(runAsUser('python3', ['-m', 'venv', python], python));
  succeed(runAsUser(join(python, 'bin/pip'), ['install', '--quiet', 'pre-commit'], python));

  const demarche = freshClone();
  const commit = commitAll(demarche);
  const campaign = copyOfCampaign();
  const config = readFileSync(join(ROOT, 'docs/ci/pre-commit-config.yaml'), 'utf8');
  const adapted = config.replace(/repo: .*/, `repo: ${demarche}`).replace('rev: TAG', `rev: ${commit}`);
  writeFileSync(join(campaign, '.pre-commit-config.yaml'), adapted);
  expect((await inProcess(campaign, ['generate', '--to', 'md', '--quiet'])).code).toBe(0);
  commitAll(campaign);

  const env = { PRE_COMMIT_HOME: temporaryFolder() };
  const runHooks = (): string[] => {
    const { out } = runAsUser(join(python, 'bin/pre-commit'), ['run', '--all-files'], campaign, env);
    return [...out.matchAll(/\.(Passed|Failed|Skipped)$/gm)].map(([, result]) => result ?? '');
  };
  expect(runHooks()).toEqual(['Passed', 'Passed']);
  const letter = join(campaign, 'out/open-letter/eu-fr.en.md');
  writeFileSync(letter, readFileSync(letter, 'utf8').replace('2025', '2026'));
  expect(runHooks()).toEqual(['Passed', 'Failed']);
  const body = join(campaign, 'templates/open-letter/en/body/minister.md');
  writeFileSync(body, `${readFileSync(body, 'utf8')}\n{{nonsense}}\n`);
  expect(runHooks()).toEqual(['Failed', 'Failed']);
});
