import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { demarche, temporaryFolder } from '../support/run-demarche.ts';

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
}

test('from an empty folder to an edited letter: init, validate, generate, with the paths that init prints', async () => {
  const cwd = temporaryFolder();
  const { code, out, err } = await demarche(['init'], { cwd });
  expect([code, err]).toEqual([0, '']);
  const [, edited = '', page = ''] = /^edit {2}\S+ (\S+) \S+\nsee .*\nrun .*\npage {2}(\S+)\n$/u.exec(out) ?? [];
  const text = readFileSync(join(cwd, edited), 'utf8');
  writeFileSync(join(cwd, edited), text.replace('there will be tea', 'there will be tea and cake'));
  const validated = await demarche(['validate', '--strict', '-C', 'letter'], { cwd });
  expect([validated.code, validated.out + validated.err]).toEqual([0, expect.stringContaining('0 faults, 0 warnings')]);
  expect((await demarche(['generate', '-C', 'letter'], { cwd })).code).toBe(0);
  expect(existsSync(join(cwd, page))).toBe(true);
  expect(readFileSync(join(cwd, page.replace(/pdf$/u, 'md')), 'utf8')).toContain('there will be tea and cake');
});

test('in a repository, git finds nothing new after generate and review', async () => {
  const cwd = temporaryFolder();
  git(cwd, 'init', '--quiet');
  expect((await inProcess(cwd, ['init', '.'])).code).toBe(0);
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', 'Begin');
  for (const command of ['generate', 'review']) expect((await inProcess(cwd, [command])).code).toBe(0);
  expect([existsSync(join(cwd, 'out')), existsSync(join(cwd, 'review'))]).toEqual([true, true]);
  expect(git(cwd, 'status', '--porcelain')).toBe('');
});
