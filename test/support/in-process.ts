import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../../src/cli/main.ts';
import { COMMANDS } from '../../src/commands/commands.ts';
import { hasCampaign, openNodeWorld } from '../../src/cli/node-world.ts';
import { type OutputFolderPath, openOutputFolder } from '../../src/cli/output-folder.ts';
import type { Shell } from '../../src/cli/shell.ts';
import type { World } from '../../src/world.ts';
import { temporaryFolder } from './run-demarche.ts';

/** What the command said and how it ended. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process on the disk, as in a terminal that stands in `cwd`, with this on standard input. */
export function inProcess(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Answer> {
  return runIn(
    { cwd, env, openWorld: openFromDisk, openOutput: (output) => Promise.resolve(openOutputFolder(output)) },
    args,
    [new TextEncoder().encode(input)],
  );
}

function openFromDisk(campaign: string, output: OutputFolderPath): Promise<World | undefined> {
  return Promise.resolve(hasCampaign(campaign) ? openNodeWorld(campaign, output) : undefined);
}

/** Runs the command line in this process. */
export async function runIn(
  place: Pick<Shell, 'cwd' | 'env' | 'openWorld' | 'openOutput'> & Partial<Pick<Shell, 'stop'>>,
  args: readonly string[],
  input: readonly Uint8Array[] = [],
): Promise<Answer> {
  const said = { out: '', err: '' };
  const code = await runProgram(
    args,
    {
      stop: new AbortController().signal,
      ...place,
      input: () =>
        (async function* (): AsyncGenerator<Uint8Array> {
          yield* input;
        })(),
      out: (data) => {
        said.out += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
        return Promise.resolve();
      },
      err: (text) => {
        said.err += text;
        return Promise.resolve();
      },
      isTerminal: { out: false, err: false },
    },
    COMMANDS,
  );
  return { code, ...said };
}

/** A folder with these files, which goes away with the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) putFile(folder, path, text);
  return folder;
}

/** Writes a file, and the folders on the way to it. */
export function putFile(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
