import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/run-demarche.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMARCHE = join(ROOT, 'bin/demarche.js');
const CAMPAIGN = join(ROOT, 'test/golden/good-campaign');

/** What a command asks of the network and of other programs, line by line as strace has it. */
function traced(args: readonly string[]): { readonly code: number | null; readonly calls: readonly string[] } {
  const log = join(temporaryFolder(), 'trace');
  const { status } = spawnSync(
    'strace',
    ['-f', '-qq', '-e', 'trace=network,process', '-e', 'signal=none', '-o', log, process.execPath, ...args],
    { env: { PATH: process.env['PATH'] ?? '' } },
  );
  return { code: status, calls: readFileSync(log, 'utf8').split('\n') };
}

const reachesOut = (calls: readonly string[]): readonly string[] =>
  calls.filter((call) => /\b(?:socket|connect|bind|listen|sendto|sendmsg)\(/.test(call) && !call.includes('AF_UNIX'));

/** Threads are the process itself; a fork, or a second program, is another. */
const starts = (calls: readonly string[]): readonly string[] =>
  calls.filter(
    (call) =>
      /\bv?fork\(/.test(call) ||
      (/\bclone3?\(/.test(call) && !call.includes('CLONE_THREAD')) ||
      /\bexecve(?:at)?\(/.test(call),
  );

const commands = (): readonly (readonly string[])[] => [
  ['generate', '-o', join(temporaryFolder(), 'out')],
  ['validate'],
  ['list'],
  ['explain', 'the-chair'],
];

describe('a run', () => {
  test('opens no socket and starts no program', () => {
    for (const command of commands()) {
      const { code, calls } = traced([DEMARCHE, ...command, '-C', CAMPAIGN]);
      expect([command[0], code, reachesOut(calls), starts(calls).length]).toEqual([command[0], 0, [], 1]);
    }
  });

  test('needs no network to be there', () => {
    const asWhom = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
    for (const command of commands()) {
      const said = execFileSync('unshare', [...asWhom, process.execPath, DEMARCHE, ...command, '-C', CAMPAIGN]);
      if (command[0] === 'list') expect(said.toString()).toContain('the-chair');
    }
    expect(commands()).toHaveLength(4);
  });
});

describe('the trace would show', () => {
  test('a connection', () => {
    const { calls } = traced(['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"]);
    expect(reachesOut(calls).length).toBeGreaterThan(0);
  });

  test('another program', () => {
    const { calls } = traced(['-e', "require('node:child_process').spawnSync('true')"]);
    expect(starts(calls).length).toBeGreaterThan(1);
  });
});
