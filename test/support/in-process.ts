import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../../src/cli/main.ts';
import { COMMANDS } from '../../src/commands/commands.ts';
import { searchCampaign } from '../../src/cli/find-campaign.ts';
import { createNodeWorld } from '../../src/cli/node-world.ts';
import { openOutputFolder } from '../../src/cli/output-folder.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { temporaryFolder } from './run-demarche.ts';

/** The output and the exit code of a command. */
export interface InProcessResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line in this process on the disk, with the working directory `cwd` and `input` as standard input.
 * `parts` of a shell stand in the place of those of a test.
 */
export function inProcess(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
  parts: ShellParts = {},
): Promise<InProcessResult> {
  return runIn(
    {
      ...parts,
      cwd,
      env,
      searchCampaign: async (folder) => searchCampaign(folder),
      openWorld: async (campaign, output) => createNodeWorld(campaign, output),
      openOutput: async (output) => openOutputFolder(output),
    },
    args,
    [new TextEncoder().encode(input)],
  );
}

/** The parts of a shell that a test may have of its own. `err` is called besides what collects the output. */
type ShellParts = Partial<
  Pick<Shell, 'searchCampaign' | 'stop' | 'isTerminal' | 'prompts' | 'serve' | 'openAddress' | 'err'>
>;

/**
 * Runs the command line in this process with parts of a shell; `input` holds the chunks of standard input. Any folder
 * is a campaign unless the shell has a search of its own.
 */
export async function runIn(
  shell: Pick<Shell, 'cwd' | 'env' | 'openWorld' | 'openOutput'> & ShellParts,
  args: readonly string[],
  input: readonly Uint8Array[] = [],
): Promise<InProcessResult> {
  const streams = { out: '', err: '' };
  const code = await runProgram(
    args,
    {
      searchCampaign: async (folder) => ({
        campaign: folder,
        exists: true,
        parts: ['templates', 'recipients'],
        listBelow: () => [],
      }),
      stop: new AbortController().signal,
      isTerminal: { in: false, out: false, err: false },
      prompts: () => Promise.reject(new Error('a command asked a question')),
      serve: () => Promise.reject(new Error('a command listened')),
      openAddress: () => Promise.reject(new Error('a command started a program')),
      ...shell,
      input: () =>
        (async function* (): AsyncGenerator<Uint8Array> {
          yield* input;
        })(),
      out: (data) => {
        streams.out += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
        return Promise.resolve();
      },
      err: (text) => {
        streams.err += text;
        return shell.err?.(text) ?? Promise.resolve();
      },
    },
    COMMANDS,
  );
  return { code, ...streams };
}

/** Creates a temporary folder with these files, which is deleted when the test finishes. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) putFile(folder, path, text);
  return folder;
}

/** Writes a file, and creates its parent folders. */
export function putFile(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
