import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The root folder of the project, which is itself a campaign. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The output of the built command, and its exit code. */
export interface CommandResult {
  /** -1 if a signal ended the process. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Options of {@link demarche}. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The signal that is sent to the process after its first output on standard error. */
  readonly signalAtFirstLine?: NodeJS.Signals;
  /** Standard input. */
  readonly input?: string;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

/** Runs `bin/demarche.js` in a process of its own, whose environment has only `PATH` and `env`. */
export function demarche(
  args: readonly string[],
  { cwd = ROOT, env = {}, node = [], input, signalAtFirstLine }: CommandOptions = {},
): Promise<CommandResult> {
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

/** Creates an empty folder, which is deleted when the test finishes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Creates a copy of the shipped campaign for the test to change. */
export function copyOfCampaign(): string {
  const folder = temporaryFolder();
  for (const part of ['templates', 'recipients']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  return folder;
}

/** The last line of an output, which is the summary of a run. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** The files of the letter `open-letter` in an output folder, by name, with the manifest. */
export function lettersIn(out: string): ReadonlyMap<string, Buffer> {
  const folder = join(out, 'open-letter');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
