import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can go wrong with calls that leave the disk another than before. */
const CHANGING = ['kill', 'ENOSPC', 'EIO', 'EACCES'];
/** With calls that only look. A kill before one of them leaves what a kill before the next change leaves. */
const LOOKING = ['EIO', 'EACCES'];

const CALLS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['openat', 'write', 'fsync', 'close', 'rename', 'unlink', 'mkdir', 'rmdir'].map((call) => [call, CHANGING]),
  ),
  ...Object.fromEntries(['read', 'pread64', 'statx', 'newfstatat', 'getdents64'].map((call) => [call, LOOKING])),
};

/** One call on the watched paths, and what goes wrong with it. */
export interface Fault {
  readonly call: string;
  /** Which of its kind, counted as strace counts: for each thread. */
  readonly nth: number;
  readonly what: string;
}

/** Watches a process that runs already; ended, it gives the lines of what it saw. */
export interface Watch {
  readonly end: () => Promise<readonly string[]>;
}

/**
 * Has strace look at a process's calls on these paths, count no others, and do to them what a fault says. Without one it
 * looks at calls of every kind.
 */
export async function watchCalls(pid: number, paths: readonly string[], log: string, fault?: Fault): Promise<Watch> {
  const traced = fault === undefined ? 'all' : Object.keys(CALLS).join(',');
  const watched = paths.flatMap((path) => ['-P', path]);
  const injected = fault === undefined ? [] : ['-e', injectionOf(fault)];
  const strace = spawn(
    'strace',
    ['-f', '-p', String(pid), '-o', log, '-e', `trace=${traced}`, '-e', 'signal=none', ...watched, ...injected],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((done) => {
    strace.once('close', () => done());
  });
  let said = '';
  await new Promise<void>((attached, failed) => {
    strace.stderr.on('data', (text) => {
      said += String(text);
      if (/attached/.test(said)) attached();
    });
    void ended.then(() => failed(new Error(`strace: ${said}`)));
  });
  return {
    end: async () => {
      strace.kill('SIGINT');
      await ended;
      return readFileSync(log, 'utf8').split('\n');
    },
  };
}

function injectionOf({ call, nth, what }: Fault): string {
  return `inject=${call}:${what === 'kill' ? 'signal=SIGKILL' : `error=${what}`}:when=${nth}`;
}

/** Everything that can go wrong with the calls in a log, one at a time. */
export function faultsFor(log: readonly string[]): readonly Fault[] {
  const counts = new Map<string, number>();
  const calls = log.flatMap((line): readonly Omit<Fault, 'what'>[] => {
    const [, thread = '', call = ''] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    if (call === '') return [];
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    return [{ call, nth }];
  });
  const distinct = [...new Map(calls.map((call) => [`${call.call} ${call.nth}`, call])).values()];
  return distinct.flatMap((call) => {
    const whats = CALLS[call.call];
    if (whats === undefined) throw new Error(`nobody said what can go wrong with ${call.call}`);
    return whats.map((what) => ({ ...call, what }));
  });
}

/** Everything in a campaign's output folder that a run of two letters touches. */
export function pathsIn(campaign: string): readonly string[] {
  const letters = ['the-chair.en', 'be-minister.en'].flatMap((name) => [`${name}.md`, `${name}.pdf`]);
  const temporary = [1, 2, 3, 4, 5, 6].map((number) => `.demarche-abababababab-${number}.tmp`);
  const names = ['manifest.ndjson', 'manifest.lock', ...letters, ...temporary].map((name) => `appeal/${name}`);
  return ['', 'appeal', ...names].map((name) => join(campaign, 'out', name));
}
