import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/run-demarche.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMARCHE = join(ROOT, 'bin/demarche.js');
const CAMPAIGN = join(ROOT, 'test/golden/good-campaign');
/** The maximum time from a signal to the end, in milliseconds: about 50 on an idle machine, more under strace. */
const MAX_DELAY = 5000;

/** Runs Node under strace, and returns the lines of its log, which has the calls for networks, processes and files. */
function trace(args: readonly string[]): { readonly code: number | null; readonly calls: readonly string[] } {
  const log = join(temporaryFolder(), 'trace');
  const { status } = spawnSync(
    'strace',
    ['-f', '-qq', '-e', 'trace=network,process,file', '-e', 'signal=none', '-o', log, process.execPath, ...args],
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

/** The calls that change files or open them to be changed; `/dev/null` is no file. */
const fileChanges = (calls: readonly string[]): readonly string[] =>
  calls.filter(
    (call) =>
      /\b(?:mkdir|rename|unlink|rmdir|symlink|link|truncate|chmod|creat)(?:at2?)?\(|O_WRONLY|O_RDWR|O_CREAT/.test(
        call,
      ) && !/"\/dev\/(?:null|tty)"/.test(call),
  );

const commands = (): readonly (readonly string[])[] => {
  const out = join(temporaryFolder(), 'out');
  const rehearsal = ['--rehearsal', 'me@example.org'];
  return [
    ['generate', '-o', out],
    ['drafts', ...rehearsal, '--from', out, '-o', join(temporaryFolder(), 'drafts')],
    ['validate'],
    ['list'],
    ['explain', 'the-chair'],
  ];
};

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
    expect(commands()).toHaveLength(5);
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

  test('a written file', () => {
    const file = join(temporaryFolder(), 'file');
    const { calls } = trace(['-e', `require('node:fs').writeFileSync(${JSON.stringify(file)}, '')`]);
    expect(fileChanges(calls)).toHaveLength(1);
  });
});

describe('a preview', () => {
  /** Starts a preview under strace, asks for its page and a letter, and stops it with SIGINT. */
  async function tracedPreview(): Promise<{ code: number | null; milliseconds: number; calls: readonly string[] }> {
    const log = join(temporaryFolder(), 'trace');
    const child = spawn(
      'strace',
      ['-f', '-qq', '-e', 'trace=network,process,file', '-e', 'signal=none', '-o', log, process.execPath].concat(
        DEMARCHE,
        'preview',
        'the-chair',
        '--port',
        '0',
        '-C',
        CAMPAIGN,
      ),
      { env: { PATH: process.env['PATH'] ?? '' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const ended = once(child, 'exit');
    const [output] = (await once(child.stdout, 'data')) as [Buffer];
    const address = output.toString().trim();
    expect((await fetch(address)).status).toBe(200);
    const { recipients } = (await (await fetch(`${address}overview.json`)).json()) as {
      recipients: { letter: string; id: string; languages: string[] }[];
    };
    const { letter = '', id = '', languages } = recipients[0] ?? { languages: [] };
    const query = new URLSearchParams({ letter, id, language: languages[0] ?? '' });
    const answer = (await (await fetch(`${address}letter.json?${query.toString()}`)).json()) as { pages: string[] };
    expect(answer.pages.length).toBeGreaterThan(0);
    // A page that waits for events does not keep the preview from ending.
    await fetch(`${address}events`);
    const [pid = ''] = readFileSync(log, 'utf8').split(' ');
    const signalTime = performance.now();
    process.kill(Number(pid), 'SIGINT');
    const [code] = (await ended) as [number | null];
    return { code, milliseconds: performance.now() - signalTime, calls: readFileSync(log, 'utf8').split('\n') };
  }

  test('a preview listens once, on 127.0.0.1, connects to nothing and writes no file', async () => {
    const { code, milliseconds, calls } = await tracedPreview();
    expect(code).toBe(130);
    expect(milliseconds).toBeLessThan(MAX_DELAY);
    const named = (name: string): readonly string[] => calls.filter((call) => new RegExp(`\\b${name}\\(`).test(call));
    expect(named('listen')).toHaveLength(1);
    expect(named('bind').map((call) => /sin_addr=inet_addr\("(.*?)"\)/.exec(call)?.[1])).toEqual(['127.0.0.1']);
    expect([...named('connect'), ...named('sendto'), ...named('sendmsg')]).toEqual([]);
    expect(processStarts(calls)).toHaveLength(1);
    expect(fileChanges(calls)).toEqual([]);
    expect(calls.filter((call) => /\bopenat\(/.test(call)).length).toBeGreaterThan(10);
  });
});
