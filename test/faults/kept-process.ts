import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ending } from './two-letters.ts';

/** A process that has loaded the command and runs it on request, any number of times. */
export interface KeptProcess {
  readonly pid: number;
  /** Resolves when the run ends or the process is killed. */
  readonly run: (cwd: string, args: readonly string[]) => Promise<Ending>;
  readonly isAlive: () => boolean;
  readonly end: () => Promise<void>;
}

/** Processes that are kept between runs, one for each worker. */
export interface KeptProcesses {
  readonly processFor: (worker: number) => Promise<KeptProcess>;
  /** Must be called after each run. Ends a process that left a lock, so that the lock is that of an ended process. */
  readonly afterRun: (worker: number, campaign: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Creates the set of processes. Each is started when it is first requested. */
export function openKeptProcesses(): KeptProcesses {
  const processes = new Map<number, KeptProcess>();
  return {
    processFor: async (worker) => {
      const process = processes.get(worker) ?? (await openKeptProcess());
      processes.set(worker, process);
      return process;
    },
    afterRun: async (worker, campaign) => {
      const process = processes.get(worker);
      if (process?.isAlive() === true && !existsSync(join(campaign, 'out/appeal/manifest.lock'))) return;
      await process?.end();
      processes.delete(worker);
    },
    end: async () => {
      for (const process of processes.values()) await process.end();
    },
  };
}

/** Starts a process. Node's thread pool has one thread, so that every run makes its system calls in the same order. */
async function openKeptProcess(): Promise<KeptProcess> {
  const child = fork(join(import.meta.dirname, 'run-when-told.mjs'), {
    env: { PATH: process.env['PATH'] ?? '', UV_THREADPOOL_SIZE: '1' },
  });
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  await nextMessage(child);
  return {
    pid: child.pid ?? -1,
    isAlive,
    run: async (cwd, args) => {
      child.send({ cwd, args });
      return ((await nextMessage(child)) as Ending | undefined) ?? { code: undefined, out: '', err: '' };
    },
    end: () =>
      new Promise((done) => {
        if (!isAlive()) return done();
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

/** The next message of the process, or undefined if the process ends. */
function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((done) => {
    const settle = (message?: unknown): void => {
      child.off('message', settle).off('exit', onExit);
      done(message);
    };
    const onExit = (): void => settle();
    child.on('message', settle).on('exit', onExit);
  });
}
