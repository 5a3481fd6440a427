import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/in-process.ts';
import { type Workflow, linesOf, readRecipe } from '../support/recipes.ts';
import { ROOT, copyOfCampaign, temporaryFolder } from '../support/run-demarche.ts';
import { expectWorks, freshRepository, runAsUser, succeed } from './users.ts';

/** An empty package, into which demarche is installed. */
const user = (): string => folderWith({ 'package.json': '{ "private": true }' });

test('a tarball is installed without running a script, and works', () => {
  const folder = user();
  succeed(runAsUser('npm', ['pack', '--pack-destination', folder], ROOT));
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const installed = succeed(runAsUser('npm', ['install', '--foreground-scripts', `./${tarball}`], folder));
  expect(installed.out + installed.err).not.toMatch(/^> /m);
  expectWorks('npx', ['demarche'], folder, 'node_modules/demarche');
  expect(existsSync(join(folder, 'node_modules/demarche/docs/campaign.md'))).toBe(true);
  expect(existsSync(join(folder, 'node_modules/demarche/src/cli'))).toBe(false);

  // npm leaves files of the name .gitignore out of packages.
  const begun = succeed(runAsUser('npx', ['demarche', 'init', 'mine'], folder));
  expect(begun.out).toContain('run   npx demarche generate -C mine\n');
  expect(existsSync(join(folder, 'mine/.gitignore'))).toBe(true);
  succeed(runAsUser('npx', ['demarche', 'generate', '-C', 'mine'], folder));
  expect(existsSync(join(folder, 'mine/out/letter/mayor.en.pdf'))).toBe(true);
});

describe('a git repository', () => {
  test('is built where it is installed, and again by the commands of docs/ci/github.yml', () => {
    const campaign = copyOfCampaign();
    succeed(runAsUser('npm', ['init', '--yes'], campaign));
    succeed(runAsUser('npm', ['install', '--save-dev', `git+file://${freshRepository()}`], campaign));
    expectWorks('npx', ['demarche'], campaign, 'node_modules/demarche');
    succeed(runAsUser('npx', ['demarche', 'generate', '--quiet'], campaign));

    rmSync(join(campaign, 'node_modules'), { recursive: true });
    const steps = (readRecipe('ci/github.yml') as Workflow).jobs['letters']?.steps ?? [];
    const env = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: campaign };
    const run = succeed(runAsUser('sh', ['-e', '-c', linesOf(steps).join('\n')], campaign, env));
    expect(run.err).toContain('94 files of 47 letters: 94 fresh');
  });

  test('is built where it is installed globally', () => {
    const prefix = temporaryFolder();
    const address = `git+file://${freshRepository()}`;
    succeed(runAsUser('npm', ['install', '--global', '--install-links', '--prefix', prefix, address], prefix));
    expectWorks(join(prefix, 'bin/demarche'), [], prefix, 'lib/node_modules/demarche');
  });
});
