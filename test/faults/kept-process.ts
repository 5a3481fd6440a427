import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ending } from './two-letters.ts';

/** A process that has the command loaded and runs it when told. */
export interface KeptProcess {
  readonly pid: number;
  /** Ends with the process if that is killed meanwhile. */
  readonly run: (cwd: string, args: readonly string[]) => Promise<Ending>;
  readonly isAlive: () => boolean;
  readonly end: () => Promise<void>;
}

/** Processes that are kept, one for each who works at the same time. */
export interface KeptProcesses {
  readonly at: (worker: number) => Promise<KeptProcess>;
  /** After a run in a campaign that may have been the last: a lock that is left is that of a process that is gone. */
  readonly after: (worker: number, campaign: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts each when it is first asked for. */
export function openKeptProcesses(): KeptProcesses {
  const kept = new Map<number, KeptProcess>();
  return {
    at: async (worker) => {
      const process = kept.get(worker) ?? (await openKeptProcess());
      kept.set(worker, process);
      return process;
    },
    after: async (worker, campaign) => {
      const process = kept.get(worker);
      if (process?.isAlive() === true && !existsSync(join(campaign, 'out/appeal/manifest.lock'))) return;
      await process?.end();
      kept.delete(worker);
    },
    end: async () => {
      for (const process of kept.values()) await process.end();
    },
  };
}

/** All that is waited for has one thread, so that a run makes its calls in the same order each time. */
async function openKeptProcess(): Promise<KeptProcess> {
  const child = fork(join(import.meta.dirname, 'run-when-told.mjs'), {
    env: { PATH: process.env['PATH'] ?? '', UV_THREADPOOL_SIZE: '1' },
  });
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  await answer(child);
  return {
    pid: child.pid ?? -1,
    isAlive,
    run: async (cwd, args) => {
      child.send({ cwd, args });
      return ((await answer(child)) as Ending | undefined) ?? { code: undefined, out: '', err: '' };
    },
    end: () =>
      new Promise((done) => {
        if (!isAlive()) return done();
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

/** What it says next; undefined: it is gone. */
function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((done) => {
    const settle = (said?: unknown): void => {
      child.off('message', settle).off('exit', gone);
      done(said);
    };
    const gone = (): void => settle();
    child.on('message', settle).on('exit', gone);
  });
}
