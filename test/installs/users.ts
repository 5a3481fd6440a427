import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { ROOT, type CommandResult, temporaryFolder } from '../support/run-demarche.ts';

/** What a fresh clone does not have. */
const NOT_IN_A_CLONE =
  /^(?:\.git|node_modules|dist|out|coverage|\.verapdf.*|\.typst|bench\/\.peers|bench\/results\.csv)$/;

/** Creates a folder with the files of this repository as a fresh clone has them: nothing is installed or built. */
export function freshClone(): string {
  const folder = join(temporaryFolder(), 'demarche');
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !NOT_IN_A_CLONE.test(path.slice(ROOT.length + 1)),
  });
  return folder;
}

/** Creates a git repository with one commit of {@link freshClone}. */
export function freshRepository(): string {
  const folder = freshClone();
  commitAll(folder);
  return folder;
}

/** Makes a folder a git repository, if it is none, and commits all of its files. Returns the id of the commit. */
export function commitAll(folder: string): string {
  const git = (...args: readonly string[]): string =>
    succeed(runAsUser('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], folder)).out.trim();
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '-m', 'x');
  return git('rev-parse', 'HEAD');
}

/** Runs a program as a user does: without the variables and the path that `npm run` and vitest add. */
export function runAsUser(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): CommandResult {
  const added =
    /^(?:npm_(?:lifecycle|package|command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE_ENV|VITEST|CI$|GITHUB_)/;
  const inherited = Object.entries(process.env).filter(([name]) => !added.test(name));
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), PATH: path, ...env },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Asserts that a program exited with 0; its output is in the message otherwise. */
export function succeed(result: CommandResult): CommandResult {
  expect(result.code, `${result.out}\n${result.err}`).toBe(0);
  return result;
}

/** Asserts that an installed `demarche` says its version, and makes the sample's letters from the installed package. */
export function expectWorks(program: string, args: readonly string[], cwd: string, sample: string): void {
  expect(succeed(runAsUser(program, [...args, '--version'], cwd)).out).toMatch(/^demarche \d+\.\d+\.\d+\n$/);
  const made = succeed(runAsUser(program, [...args, 'generate', '-C', sample, '-o', 'letters'], cwd));
  expect(made.err).toContain('47 letters: 94 files written');
  expect(readdirSync(join(cwd, 'letters/open-letter')).filter((name) => /\.(?:md|pdf)$/.test(name))).toHaveLength(94);
}
