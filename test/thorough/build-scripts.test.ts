import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, putFile } from '../support/in-process.ts';
import { ROOT } from '../support/run-demarche.ts';

/** Runs a script with Node in a process of its own, with these environment variables and `PATH` only. */
function runScript(path: string, env: Readonly<Record<string, string>> = {}): { code: number | null; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return { code: status, err: stderr };
}

describe('bin/demarche.js without the files that it loads', () => {
  let folder = '';
  beforeEach(() => {
    folder = folderWith({});
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
  });

  test('says in a checkout which command builds it, and exits with 2', () => {
    putFile(folder, 'build/build.mjs', '');
    const sentence = `demarche is not built. Run \`npm ci && npm run build\` in ${folder}\n`;
    expect(runScript(join(folder, 'bin/demarche.js'))).toEqual({ code: 2, err: sentence });
  });

  test('says so too if a part of the build is missing', () => {
    putFile(folder, 'build/build.mjs', '');
    putFile(folder, 'dist/program/main.cjs', "require('./chunk.cjs');");
    expect(runScript(join(folder, 'bin/demarche.js'))).toMatchObject({ code: 2, err: expect.stringMatching(/^.*\n$/) });
  });

  test('says in an installed package that it must be installed again', () => {
    const sentence = `demarche is incomplete: ${folder} lacks files. Install it again.\n`;
    expect(runScript(join(folder, 'bin/demarche.js'))).toEqual({ code: 2, err: sentence });
  });
});

test('a package that is missing when it is needed is named in one sentence, with the exit code 2', () => {
  const installation = folderWith({ 'node_modules/harfbuzzjs/package.json': '{}' });
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(ROOT, part), join(installation, part), { recursive: true });
  }
  symlinkSync(
    join(ROOT, 'node_modules/@expo-google-fonts'),
    join(installation, 'node_modules/@expo-google-fonts'),
    'dir',
  );
  const args = [join(installation, 'bin/demarche.js'), 'generate', '-C', folderWith(aCampaign())];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(
      /^demarche: this installation of demarche is incomplete: “.*harfbuzzjs.*” is missing\n {2}hint: .*\n$/,
    ),
  ]);
});

describe('the stamp of a build', () => {
  let folder = '';
  let stamp: { isBuildFresh: () => boolean; buildWithStamp: (build: () => Promise<void>) => Promise<void> };
  const build = (): Promise<void> => Promise.resolve(putFile(folder, 'dist/program/main.cjs', 'built'));

  beforeEach(async () => {
    folder = folderWith({
      'src/cli/main.ts': 'one',
      'package.json': '{}',
      'tsconfig.json': '{}',
      'node_modules/.package-lock.json': '{}',
    });
    cpSync(join(ROOT, 'build'), join(folder, 'build'), { recursive: true });
    stamp = (await import(pathToFileURL(join(folder, 'build/stamp.mjs')).href)) as typeof stamp;
    expect(stamp.isBuildFresh()).toBe(false);
    await stamp.buildWithStamp(build);
    expect(stamp.isBuildFresh()).toBe(true);
  });

  test.each([
    ['a source file is edited', 'src/cli/main.ts', 'two'],
    ['a source file is added', 'src/cli/more.ts', ''],
    ['a script of the build is edited', 'build/bundle.mjs', ''],
    ['the package is renamed', 'package.json', '{"name":"x"}'],
    ['another version of a package is installed', 'node_modules/.package-lock.json', '{"lockfileVersion":3}'],
    ['a built file is edited', 'dist/program/main.cjs', 'edited'],
    ['a file is added to the built ones', 'dist/index.js', ''],
  ])('is stale if %s', (_, path, text) => {
    putFile(folder, path, text);
    expect(stamp.isBuildFresh()).toBe(false);
  });

  test.each(['src/cli/main.ts', 'dist/program/main.cjs', 'dist', 'node_modules'])('is stale without %s', (path) => {
    rmSync(join(folder, path), { recursive: true });
    expect(stamp.isBuildFresh()).toBe(false);
  });

  test('is fresh if only the time of a file changes', () => {
    utimesSync(join(folder, 'src/cli/main.ts'), 1, 1);
    expect(stamp.isBuildFresh()).toBe(true);
  });

  test('is stale after a build that failed', async () => {
    await expect(stamp.buildWithStamp(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(stamp.isBuildFresh()).toBe(false);
  });

  test('is stale if a source file was edited while it was built', async () => {
    await stamp.buildWithStamp(async () => {
      await build();
      putFile(folder, 'src/cli/main.ts', 'two');
    });
    expect(stamp.isBuildFresh()).toBe(false);
  });
});

describe('build/bundle.mjs', () => {
  /** Bundles the rules for dates alone, with stand-ins for these modules; returns the message if that fails. */
  async function bundleDates(standIns: Readonly<Record<string, string>>): Promise<string> {
    const { bundle } = (await import(pathToFileURL(join(ROOT, 'build/bundle.mjs')).href)) as {
      bundle: (entries: object, folder: string, standIns: object) => Promise<unknown>;
    };
    return bundle({ dates: 'src/model/date.ts' }, join(folderWith({}), 'dates'), standIns).then(
      () => '',
      (error: unknown) => String(error),
    );
  }

  test('bundles an entry that needs no mail, as that of the benchmarks', async () => {
    expect(await bundleDates({})).toBe('');
  });

  test('refuses a stand-in for a module of the project that is not in the bundle', async () => {
    expect(await bundleDates({ 'src/model/no-such.ts': '' })).toContain('no module ends with src/model/no-such.ts');
  });
});

describe('build/prepare.mjs', () => {
  /** A checkout whose build and whose npm only record that they were called. */
  function checkoutWith(packages: readonly string[]): string {
    const folder = folderWith(Object.fromEntries(packages.map((name) => [`node_modules/${name}/package.json`, '{}'])));
    cpSync(join(ROOT, 'build/prepare.mjs'), join(folder, 'build/prepare.mjs'));
    const record = (name: string): string =>
      `import { mkdirSync, writeFileSync } from 'node:fs'; writeFileSync('${name}', process.argv.slice(2).join(' '));`;
    putFile(folder, 'build/build.mjs', record('built'));
    const install = `for (const name of ['rolldown', '@types/node']) mkdirSync('node_modules/' + name, { recursive: true });`;
    putFile(folder, 'npm.mjs', `${record('installed')} ${install}`);
    return folder;
  }

  function prepare(folder: string, env: Readonly<Record<string, string>>): Record<string, unknown> {
    const result = runScript(join(folder, 'build/prepare.mjs'), { npm_execpath: join(folder, 'npm.mjs'), ...env });
    const read = (name: string): string | undefined =>
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
    return { ...result, installed: read('installed'), built: read('built') };
  }

  test('builds, unless the build is fresh, where the packages that build it are installed', () => {
    const folder = checkoutWith(['rolldown', '@types/node', 'typescript']);
    expect(prepare(folder, {})).toEqual({ code: 0, err: '', installed: undefined, built: '--if-stale' });
  });

  test.each([[['typescript']], [['typescript', 'rolldown']], [[]]])('does nothing with %j alone', (packages) => {
    const result = prepare(checkoutWith(packages), { npm_config_omit: 'dev' });
    expect(result).toMatchObject({ code: 0, installed: undefined, built: undefined });
    expect(result['err']).toMatch(/^demarche is not built: .*\n$/);
  });

  test('installs these packages first in a copy of the repository for a global installation', () => {
    const result = prepare(checkoutWith(['typescript']), { npm_config_global: 'true' });
    expect(result).toMatchObject({ code: 0, err: '', built: '--if-stale' });
    expect(result['installed']).toMatch(/^ci --ignore-scripts --include=dev --no-global --location=project /);
  });
});
