import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';
import { type Ending, demarche, demarcheArgs, run, withTwoWorkers } from './two-letters.ts';

const KILLS = 40;

/** The paths of all files and folders below a folder, but for those that `init` hides. */
function pathsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => !path.startsWith('.demarche-init')).toSorted();
}

/** The paths of a campaign that `init` has written without a failure. */
async function wholeCampaign(...args: readonly string[]): Promise<readonly string[]> {
  const folder = temporaryFolder();
  await inProcess(folder, ['init', 'new', ...args]);
  return pathsIn(join(folder, 'new'));
}

test('after kills at different moments there is the whole new folder or none, and the next init succeeds', async () => {
  const args = ['init', 'new', '--from', 'open-letter'];
  const whole = await wholeCampaign('--from', 'open-letter');
  expect(whole.length).toBeGreaterThan(100);
  const startTime = performance.now();
  await demarche(args, { cwd: temporaryFolder() });
  const duration = performance.now() - startTime;
  const moments = Array.from({ length: KILLS }, (_, index) => (duration * 1.2 * index) / KILLS);
  let killed = 0;
  const complaints = await withTwoWorkers(moments, async (killAfter) => {
    const cwd = temporaryFolder();
    const { code } = await demarche(args, { cwd, killAfter });
    if (code === undefined) killed += 1;
    const left = pathsIn(join(cwd, 'new'));
    const found = left.length === 0 || left.join('\n') === whole.join('\n') ? [] : ['a part of the campaign'];
    if (left.length > 0) return found;
    const next = await demarche(args, { cwd });
    const isWhole = pathsIn(join(cwd, 'new')).join('\n') === whole.join('\n');
    const isClean = readdirSync(cwd).join() === 'new';
    return [
      ...found,
      ...(next.code === 0 && isWhole && isClean ? [] : [`next: ${next.err} ${readdirSync(cwd).join()}`]),
    ];
  });
  expect(complaints.flat()).toEqual([]);
  // On a busy machine, many runs end sooner than the one that was timed.
  expect(killed).toBeGreaterThan(KILLS / 8);
});

describe('in an empty folder that exists, at each rename', () => {
  /** Runs `init .`; at the rename with this number, the system does what strace injects. */
  function initWith(cwd: string, injection: string): Promise<Ending> {
    const strace = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=rename', '-e', `inject=rename:${injection}`];
    return run('strace', [...strace, process.execPath, ...demarcheArgs('init', '.')], { cwd });
  }

  test.each([1, 2, 3, 4, 5])('a failure leaves nothing: %i', async (number) => {
    const cwd = temporaryFolder();
    const { code, err } = await initWith(cwd, `error=EIO:when=${number}`);
    expect([code, err]).toEqual([1, 'demarche: the folder “.” could not be written: the disk failed\n']);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5])('a kill leaves no campaign, and the next init makes it whole: %i', async (number) => {
    const cwd = temporaryFolder();
    expect((await initWith(cwd, `signal=KILL:when=${number}`)).code).not.toBe(0);
    expect(readdirSync(cwd)).not.toContain('templates');
    const next = await demarche(['init', '.'], { cwd });
    expect([next.code, next.err]).toEqual([0, '']);
    expect(pathsIn(cwd)).toEqual(await wholeCampaign());
    expect(readdirSync(cwd).filter((name) => name.startsWith('.demarche'))).toEqual([]);
  });

  test('are five', async () => {
    expect((await initWith(temporaryFolder(), 'error=EIO:when=6')).code).toBe(0);
  });
});

describe('at a pseudo-terminal, init', () => {
  /** Runs `init` at a terminal of script(1), at which a user presses keys when words are on the screen. */
  function initAtTerminal(cwd: string, replies: readonly (readonly [string, string])[]): Promise<Ending> {
    // A terminal of script(1) has no columns at first.
    const command = `stty cols 100 rows 40; ${[process.execPath, ...demarcheArgs('init')].join(' ')}`;
    const child = spawn('script', ['-qefc', command, '/dev/null'], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', SHELL: '/bin/sh' },
    });
    const pending = [...replies];
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [words, keys] = pending[0] ?? [];
      if (words === undefined || !out.includes(words)) return;
      pending.shift();
      // The terminal echoes keys, and makes Ctrl-C a signal, until the question has been drawn.
      setTimeout(() => child.stdin.write(keys), 200);
    });
    return new Promise((done) => child.on('close', (code) => done({ code: code ?? undefined, out, err: '' })));
  }

  test('asks, writes the campaign, and prints where it is', async () => {
    const cwd = temporaryFolder();
    const { code, out } = await initAtTerminal(cwd, [
      ['Which campaign', '\r'],
      ['In which language', '\r'],
      ['Into which folder', 'mine\r'],
    ]);
    expect(code).toBe(0);
    expect(out).toContain('run   demarche generate -C mine');
    expect(pathsIn(join(cwd, 'mine'))).toEqual(await wholeCampaign());
  });

  test('writes nothing after Ctrl-C, and ends with exit code 130', async () => {
    const cwd = temporaryFolder();
    const { code } = await initAtTerminal(cwd, [
      ['Which campaign', '\r'],
      ['In which language', '\u0003'],
    ]);
    expect([code, readdirSync(cwd)]).toEqual([130, []]);
  });
});
