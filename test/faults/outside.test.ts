import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/run-demarche.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMARCHE = join(ROOT, 'bin/demarche.js');
const CAMPAIGN = join(ROOT, 'test/golden/good-campaign');

/** Runs Node under strace, and returns the lines of its log, which has the calls for networks and processes. */
function trace(args: readonly string[]): { readonly code: number | null; readonly calls: readonly string[] } {
  const log = join(temporaryFolder(), 'trace');
  const { status } = spawnSync(
    'strace',
    ['-f', '-qq', '-e', 'trace=network,process', '-e', 'signal=none', '-o', log, process.execPath, ...args],
    { env: { PATH: process.env['PATH'] ?? '' } },
  );
  return { code: status, calls: readFileSync(log, 'utf8').split('\n') };
}

/** The calls that use a network. */
const networkCalls = (calls: readonly string[]): readonly string[] =>
  calls.filter((call) => /\b(?:socket|connect|bind|listen|sendto|sendmsg)\(/.test(call) && !call.includes('AF_UNIX'));

/** The calls that start a process or a program; a new thread is no process. */
const processStarts = (calls: readonly string[]): readonly string[] =>
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
      const { code, calls } = trace([DEMARCHE, ...command, '-C', CAMPAIGN]);
      expect([command[0], code, networkCalls(calls), processStarts(calls).length]).toEqual([command[0], 0, [], 1]);
    }
  });

  test('works without a network', () => {
    const unshareOptions = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
    for (const command of commands()) {
      const output = execFileSync('unshare', [
        ...unshareOptions,
        process.execPath,
        DEMARCHE,
        ...command,
        '-C',
        CAMPAIGN,
      ]);
      if (command[0] === 'list') expect(output.toString()).toContain('the-chair');
    }
    expect(commands()).toHaveLength(4);
  });
});

describe('the trace shows', () => {
  test('a connection', () => {
    const { calls } = trace(['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"]);
    expect(networkCalls(calls).length).toBeGreaterThan(0);
  });

  test('another program', () => {
    const { calls } = trace(['-e', "require('node:child_process').spawnSync('true')"]);
    expect(processStarts(calls).length).toBeGreaterThan(1);
  });
});
