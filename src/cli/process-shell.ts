import { EXIT, OutputLost, type Shell } from './shell.ts';
import { hasCode, reasonOf } from './system-error.ts';

/**
 * The shell of this process: standard streams, environment and signals. `stoppedBy`: the exit code of the signal that
 * stopped it, if one did. The first signal asks the work to stop at the next letter; a second one
 * of the same kind finds no listener any more and ends the process at once.
 */
export function openProcessShell(): { readonly shell: Shell; readonly stoppedBy: () => number | undefined } {
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
  return {
    shell: {
      cwd: process.cwd(),
      env: process.env,
      openWorld: async (campaign, output) => {
        // With a campaign the work begins; help and usage are told without asking the engine for anything.
        const [{ optimiseLate }, { hasCampaign, openNodeWorld }] = await Promise.all([
          import('./engine.ts'),
          import('./node-world.ts'),
        ]);
        optimiseLate();
        return hasCampaign(campaign) ? openNodeWorld(campaign, output) : undefined;
      },
      openOutput: async (output) => (await import('./output-folder.ts')).openOutputFolder(output),
      input: readInput,
      out: (data) =>
        writeToStream(process.stdout, data).catch((error: unknown) => {
          throw new OutputLost(reasonOf(error), hasCode(error, 'EPIPE'));
        }),
      // A failure of standard error cannot be reported anywhere.
      err: (text) => writeToStream(process.stderr, text).catch(() => undefined),
      isTerminal: TERMINALS,
      stop: controller.signal,
    },
    stoppedBy: () => stoppedBy,
  };
}

/** Getters, as Node opens a standard stream on first access and most runs need one of the two. */
const TERMINALS: Shell['isTerminal'] = {
  get out() {
    return process.stdout.isTTY === true;
  },
  get err() {
    return process.stderr.isTTY === true;
  },
};

async function* readInput(stop: AbortSignal): AsyncGenerator<Uint8Array> {
  const { addAbortSignal } = await import('node:stream');
  yield* addAbortSignal(stop, process.stdin);
}

function writeToStream(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  // A reader that goes away is reported through the write's callback; without a listener it would end the process.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
