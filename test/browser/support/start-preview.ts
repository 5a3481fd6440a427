import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../support/run-demarche.ts';

/** A running `demarche preview`. */
export interface StartedProgram {
  readonly address: string;
  /** Sends the signal of Ctrl-C, and resolves to the exit code. */
  readonly interrupt: () => Promise<number>;
  /** Resolves to the exit code when the program ends by itself, and to what it wrote on standard error. */
  readonly ended: Promise<{ readonly code: number; readonly err: string }>;
}

/** Starts `demarche preview` on a campaign, on a port that is free, until the test finishes. */
export async function startPreview(campaign: string, ...args: readonly string[]): Promise<StartedProgram> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/demarche.js'), 'preview', '--port', '0', ...args], {
    cwd: campaign,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'exit').then(([code]) => ({ code: typeof code === 'number' ? code : -1, err }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const lines = createInterface({ input: child.stdout });
  const printed = await Promise.race([once(lines, 'line'), ended]);
  if (!Array.isArray(printed)) throw new Error(`preview ended at once with ${printed.code}: ${printed.err}`);
  return {
    address: String(printed[0]),
    interrupt: async () => {
      child.kill('SIGINT');
      return (await ended).code;
    },
    ended,
  };
}
