import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/in-process.ts';
import { type Workflow, linesOf, readRecipe } from '../support/recipes.ts';
import { ROOT, copyOfCampaign, temporaryFolder } from '../support/run-demarche.ts';
import { editFile, isAsShown, startSteps } from '../support/start-document.ts';
import { expectWorks, freshRepository, runAsUser, succeed } from './users.ts';

/** The path of the tarball that `npm pack` writes into a folder. */
function pack(folder: string): string {
  succeed(runAsUser('npm', ['pack', '--pack-destination', folder], ROOT));
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  return join(folder, tarball);
}

test('a tarball is installed without running a script, and works', () => {
  const folder = folderWith({ 'package.json': '{ "private": true }' });
  const installed = succeed(runAsUser('npm', ['install', '--foreground-scripts', pack(folder)], folder));
  expect(installed.out + installed.err).not.toMatch(/^> /m);
  expectWorks('npx', ['demarche'], folder, 'node_modules/demarche');
  expect(existsSync(join(folder, 'node_modules/demarche/docs/start.md'))).toBe(true);
  expect(existsSync(join(folder, 'node_modules/demarche/src/cli'))).toBe(false);
});

test('from a tarball in an empty folder to a letter of one’s own: three commands, one edited file, no warnings', () => {
  const folder = temporaryFolder();
  const tarball = pack(temporaryFolder());
  succeed(runAsUser('npm', ['install', '--prefix', '.', tarball], folder));
  expect(existsSync(join(folder, 'node_modules/demarche'))).toBe(true);
  const { out } = succeed(runAsUser('npx', ['demarche', 'init', 'mine'], folder));
  const [, text = '', command = '', page = ''] =
    /^edit .* (\S+\.md) .*\nsee .*\nrun {3}(.+)\npage {2}(.+)\n$/u.exec(out) ?? [];
  writeFileSync(join(folder, text), '# Our footbridge\n\nWe ask you to have the footbridge repaired before winter.\n');
  const made = succeed(runAsUser('sh', ['-c', command], folder));
  expect(made.err).toBe('3 letters: 6 files written, 0 unchanged; 0 recipients skipped, 0 failed\n');
  expect(readFileSync(join(folder, page), 'latin1')).toMatch(/^%PDF-/u);
  expect(readFileSync(join(folder, page.replace(/pdf$/u, 'md')), 'utf8')).toContain('the footbridge repaired');

  // npm leaves files of the name .gitignore out of packages.
  expect(existsSync(join(folder, 'mine/.gitignore'))).toBe(true);
  const validated = succeed(runAsUser('npx', ['demarche', 'validate', '--strict', '-C', 'mine'], folder));
  expect(validated.err).toMatch(/^3 letters sound, .* 0 faults, 0 warnings\n/u);
});

test('docs/start.md names the tarball that npm pack writes', () => {
  const tarball = basename(pack(temporaryFolder()));
  expect(readFileSync(join(ROOT, 'docs/start.md'), 'utf8')).toContain(`\`npm install --prefix . ./${tarball}\``);
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

  test('is installed, and letters are made with it, by the commands of docs/start.md', () => {
    const repository = freshRepository();
    let folder = temporaryFolder();
    for (const step of startSteps()) {
      if (step.kind !== 'command') {
        editFile(folder, step);
        continue;
      }
      const line = step.line.replace('/path/of/the/clone', repository);
      const [, entered] = /^cd (\S+)$/u.exec(line) ?? [];
      if (entered !== undefined) folder = join(folder, entered);
      const { out, err } = runAsUser('sh', ['-c', entered === undefined ? line : 'true'], folder);
      expect({ line, isAsShown: isAsShown(out + err, step.shown) || out + err }).toEqual({ line, isAsShown: true });
    }
    expect(existsSync(join(folder, 'out/letter/upper-town.en.pdf'))).toBe(true);
  });

  test('is built where it is installed globally', () => {
    const prefix = temporaryFolder();
    const address = `git+file://${freshRepository()}`;
    succeed(runAsUser('npm', ['install', '--global', '--install-links', '--prefix', prefix, address], prefix));
    expectWorks(join(prefix, 'bin/demarche'), [], prefix, 'lib/node_modules/demarche');
  });
});
