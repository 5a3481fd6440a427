import process from 'node:process';
import { addAbortSignal } from 'node:stream';
import { EXIT, type Shell } from './shell.ts';

/** The shell of this process, and the exit code of the signal that stopped it, if one did. */
export interface ProcessShell {
  readonly shell: Shell;
  readonly stoppedBy: () => number | undefined;
}

/**
 * Standard streams, environment and signals. The first signal asks the work to stop at the next letter; a second one
 * of the same kind finds no listener any more and ends the process at once.
 */
export function openProcessShell(): ProcessShell {
  const controller = new AbortController();
  let stoppedBy: number | undefined;
  const stopOn = (signal: NodeJS.Signals, code: number): void => {
    process.once(signal, () => {
      stoppedBy = code;
      controller.abort();
    });
  };
  stopOn('SIGINT', EXIT.interrupted);
  stopOn('SIGTERM', EXIT.terminated);
  // A reader that goes away is reported through the write's callback; without a listener it would end the process.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    shell: {
      cwd: process.cwd(),
      env: process.env,
      openWorld: async (campaign, output) => {
        const { hasCampaign, openNodeWorld } = await import('./node-world.ts');
        return (await hasCampaign(campaign)) ? openNodeWorld(campaign, output) : undefined;
      },
      openOutput: async (output) => (await import('./output-folder.ts')).openOutputFolder(output),
      input: (stop) => addAbortSignal(stop, process.stdin),
      out: (data) => handOver(process.stdout, data),
      // Nobody can be told that nobody can be told.
      err: (text) => handOver(process.stderr, text).catch(() => undefined),
      isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
      stop: controller.signal,
    },
    stoppedBy: () => stoppedBy,
  };
}

function handOver(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
