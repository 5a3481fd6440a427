import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The folder of the project, which is a campaign. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What the built command said and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How to run it, apart from its arguments. */
export interface Running {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sent when the first line stands on standard error. */
  readonly signalAtFirstLine?: NodeJS.Signals;
  /** What it reads on standard input. */
  readonly input?: string;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

/** Runs `bin/demarche.js` as a user would, in an environment that holds nothing else. */
export function demarche(
  args: readonly string[],
  { cwd = ROOT, env = {}, node = [], input, signalAtFirstLine }: Running = {},
): Promise<Said> {
  return new Promise((resolved) => {
    const child = execFile(
      process.execPath,
      [...node, join(ROOT, 'bin/demarche.js'), ...args],
      { cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, maxBuffer: 64_000_000, encoding: 'latin1' },
      (_, out, err) => resolved({ code: child.exitCode ?? -1, out, err: Buffer.from(err, 'latin1').toString('utf8') }),
    );
    child.stdin?.end(input);
    if (signalAtFirstLine !== undefined) child.stderr?.once('data', () => child.kill(signalAtFirstLine));
  });
}

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the shipped campaign that a test may break. */
export function copyOfCampaign(): string {
  const folder = temporaryFolder();
  for (const part of ['templates', 'recipients']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  return folder;
}

/** How a command sums up what it did. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
