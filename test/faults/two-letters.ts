import { execFile } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { THE_LETTER, aCampaign } from '../support/a-campaign.ts';
import { inProcess, putFile } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

const BIN = resolve(import.meta.dirname, '../../bin/demarche.js');

/** The output of a program, and its exit code. */
export interface Ending {
  /** Undefined if a signal ended the program. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end, or kills it after `killAfter` milliseconds. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env = {}, killAfter }: { cwd?: string; env?: Record<string, string>; killAfter?: number } = {},
): Promise<Ending> {
  return new Promise((done) => {
    const child = execFile(
      program,
      args,
      { cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, maxBuffer: 64_000_000 },
      (_, out, err) => done({ code: child.exitCode ?? undefined, out, err }),
    );
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
}

/** The arguments with which Node runs the command. */
export const demarcheArgs = (...args: readonly string[]): readonly string[] => [BIN, ...args];

/** Runs the command. */
export function demarche(args: readonly string[], options: Parameters<typeof run>[2] = {}): Promise<Ending> {
  return run(process.execPath, demarcheArgs(...args), options);
}

/** Creates a campaign with two letters. */
export function twoLetters(): string {
  const campaign = temporaryFolder();
  for (const [path, text] of Object.entries(aCampaign())) putFile(campaign, path, text);
  return campaign;
}

/** The files in the letter folder of a campaign, by name. */
export function lettersIn(campaign: string): ReadonlyMap<string, string> {
  const folder = join(campaign, 'out', THE_LETTER);
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).sort();
  } catch {
    // Nothing was written yet.
  }
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** A run with a later date over the letters of an earlier run, and the files that both runs leave without a failure. */
export interface Overwriting {
  /** Creates a copy of the campaign as the earlier run left it. */
  readonly fresh: () => string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Arguments of the later run. */
  readonly args: readonly string[];
}

/** Makes the letters of both runs in these formats. */
export async function prepareOverwriting(formats: string): Promise<Overwriting> {
  const generateArgs = (day: string, campaign: string): readonly string[] => {
    return ['generate', '--to', formats, '--date', day, '-C', campaign];
  };
  const campaign = twoLetters();
  await inProcess('/', generateArgs('2025-12-01', campaign));
  const before = lettersIn(campaign);
  const later = temporaryFolder();
  cpSync(campaign, later, { recursive: true });
  await inProcess('/', generateArgs('2025-12-02', later));
  const after = lettersIn(later);
  return {
    before,
    after,
    args: generateArgs('2025-12-02', '.'),
    fresh: () => {
      const copy = temporaryFolder();
      cpSync(campaign, copy, { recursive: true });
      return copy;
    },
  };
}

/** Lists what is wrong with the end of a run and the files that it left; empty if nothing is. */
export function complaintsAbout(
  { code, err }: Ending,
  found: ReadonlyMap<string, string>,
  { before, after }: Overwriting,
): readonly string[] {
  const complaints: string[] = [];
  if (/^\s+at .*:\d+:\d+/m.test(err)) complaints.push(`a stack trace: ${err}`);
  if (code !== undefined && ![0, 1, 2].includes(code)) complaints.push(`exit code ${code}: ${err}`);
  const isFault = /error\[|^demarche(?: could not be started)?: /m.test(err);
  if (code !== undefined && code !== 0 && !isFault) complaints.push(`no reason: ${err}`);
  if (code === 0 && isFault) complaints.push(`exit code 0 after a fault: ${err}`);
  for (const [name, text] of found) {
    const isLetter = /\.(?:md|pdf)$/.test(name);
    if (isLetter && text !== before.get(name) && text !== after.get(name)) complaints.push(`half a file: ${name}`);
    if (isLetter && code === 0 && text !== after.get(name)) complaints.push(`exit code 0, and ${name} is the old one`);
  }
  return complaints;
}

/** Makes the next run, without a failure, and lists what is wrong after it. */
export async function complaintsAfterNext(campaign: string, { args, after }: Overwriting): Promise<readonly string[]> {
  const next = await inProcess(campaign, args);
  if (next.code !== 0) return [`the next run ends with ${next.code}: ${next.err}`];
  const found = lettersIn(campaign);
  const complaints = [...found.keys()].filter((name) => !after.has(name)).map((name) => `litter: ${name}`);
  for (const [name, text] of after)
    if (found.get(name) !== text) complaints.push(`after the next run, ${name} is not right`);
  return complaints;
}

/** Works on the items with two workers at a time, which are numbered 0 and 1. Returns the results in order. */
export async function withTwoWorkers<T, U>(
  items: readonly T[],
  work: (item: T, worker: number) => Promise<U>,
): Promise<readonly U[]> {
  const results: U[] = [];
  const entries = items.entries();
  const worker = async (number: number): Promise<void> => {
    for (const [index, item] of entries) results[index] = await work(item, number);
  };
  await Promise.all([worker(0), worker(1)]);
  return results;
}
