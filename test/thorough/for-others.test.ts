import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

const read = (file: string): string => readFileSync(file, 'utf8');

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    inputs: Record<string, { default: string }>;
    runs: { using: string; steps: { run: string; shell: string; env?: Record<string, string> }[] };
  };
  const [build, run] = action.runs.steps;

  test('builds demarche in its own checkout with a script of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect([action.runs.using, build?.run]).toEqual(['composite', 'npm ci --ignore-scripts && npm run build']);
    expect(scripts).toHaveProperty('build');
  });

  test.each([
    ['validate', '--quiet --date 2025-12-01', 0],
    ['check', '', 2],
    ['validate; exit 0', '--nonsense $(exit 0)', 2],
  ])('runs only the given command, and no shell code in its inputs: %s %s', (command, args, code) => {
    expect(run?.run).not.toContain('${{');
    const env = { PATH: process.env['PATH'], DEMARCHE: resolve('bin/demarche.js'), COMMAND: command, ARGUMENTS: args };
    let exitCode = 0;
    try {
      execFileSync('bash', ['-c', run?.run ?? 'exit 99'], { cwd: folderWith(aCampaign()), env, stdio: 'pipe' });
    } catch (error) {
      exitCode = (error as { status: number }).status;
    }
    expect(exitCode).toBe(code);
  });
});

test('the pre-commit hooks run existing commands for the files of a campaign', async () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as {
    id: string;
    entry: string;
    files: string;
    language: string;
  }[];
  expect(hooks.map(({ id }) => id)).toEqual(['demarche-validate', 'demarche-check']);
  const campaign = folderWith(aCampaign());
  await inProcess(campaign, ['generate', '--to', 'md']);
  for (const { entry, files, language } of hooks) {
    const [name, ...args] = entry.split(' ');
    expect([name, language, (await inProcess(campaign, args)).code]).toEqual(['demarche', 'node', 0]);
    expect(new RegExp(files).test('spring/recipients/a.yaml')).toBe(true);
    expect(new RegExp(files).test('recipients-of-yesterday.txt')).toBe(false);
  }
});

test('the Dockerfile copies existing files, does not run as root, and starts the command', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
  expect(copied).toEqual(['package.json', 'package-lock.json', 'tsconfig.json', 'bin', 'build', 'schema', 'src']);
  const allowed = read('.dockerignore').split('\n');
  expect(copied.every((name) => existsSync(name) && allowed.includes(`!${name}`))).toBe(true);
  expect(lines.indexOf('USER node')).toBeGreaterThan(lines.lastIndexOf('FROM node:20-slim'));
  expect(lines).toContain('ENTRYPOINT ["node", "/opt/demarche/bin/demarche.js"]');
});
