import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The failures of calls that change the disk; `kill` kills the process before the call. */
const CHANGING = ['kill', 'ENOSPC', 'EIO', 'EACCES'];
/** The failures of calls that only read. A kill before one of them is the same as a kill before the next change. */
const READING = ['EIO', 'EACCES'];

const CALLS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['openat', 'write', 'fsync', 'close', 'rename', 'unlink', 'mkdir', 'rmdir'].map((call) => [call, CHANGING]),
  ),
  ...Object.fromEntries(['read', 'pread64', 'statx', 'newfstatat', 'getdents64'].map((call) => [call, READING])),
};

/** One call on the watched paths, and the failure to inject into it. */
export interface Fault {
  readonly call: string;
  /** The number of the call among those of the same name, from 1, counted for each thread as strace does. */
  readonly nth: number;
  /** A failure: `kill`, or the name of an error. */
  readonly failure: string;
}

/** A strace that is attached to a process. `end` stops it, and returns the lines of its log. */
export interface Watch {
  readonly end: () => Promise<readonly string[]>;
}

/**
 * Attaches strace to a process. It traces and counts only calls on these paths, and injects the fault into one of them.
 * Without a fault, it traces calls of all names.
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
  let output = '';
  await new Promise<void>((attached, failed) => {
    strace.stderr.on('data', (text) => {
      output += String(text);
      if (/attached/.test(output)) attached();
    });
    void ended.then(() => failed(new Error(`strace: ${output}`)));
  });
  return {
    end: async () => {
      strace.kill('SIGINT');
      await ended;
      return readFileSync(log, 'utf8').split('\n');
    },
  };
}

function injectionOf({ call, nth, failure }: Fault): string {
  return `inject=${call}:${failure === 'kill' ? 'signal=SIGKILL' : `error=${failure}`}:when=${nth}`;
}

/** The faults that can be injected into the calls in a log: each failure of each call. */
export function faultsFor(log: readonly string[]): readonly Fault[] {
  const counts = new Map<string, number>();
  const calls = log.flatMap((line): readonly Omit<Fault, 'failure'>[] => {
    const [, thread = '', call = ''] = /^(\d+)\s+(\w+)\(/.exec(line) ?? [];
    if (call === '') return [];
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    return [{ call, nth }];
  });
  const distinct = [...new Map(calls.map((call) => [`${call.call} ${call.nth}`, call])).values()];
  return distinct.flatMap((call) => {
    const failures = CALLS[call.call];
    if (failures === undefined) throw new Error(`no failures are listed for ${call.call}`);
    return failures.map((failure) => ({ ...call, failure }));
  });
}

/** The paths in a campaign's output folder that a run of two letters uses. */
export function pathsIn(campaign: string): readonly string[] {
  const letters = ['the-chair.en', 'be-minister.en'].flatMap((name) => [`${name}.md`, `${name}.pdf`]);
  const temporary = [1, 2, 3, 4, 5, 6].map((number) => `.demarche-abababababab-${number}.tmp`);
  const names = ['manifest.ndjson', 'manifest.lock', ...letters, ...temporary].map((name) => `appeal/${name}`);
  return ['', 'appeal', ...names].map((name) => join(campaign, 'out', name));
}
