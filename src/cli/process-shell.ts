import { EXIT, OutputLost, type Shell } from './shell.ts';
import { hasCode, reasonOf } from './system-error.ts';

/**
 * Opens the shell of this process: standard streams, environment and signals. The first SIGINT or SIGTERM aborts
 * `stop`, which asks the run to stop at the next letter. As its listener is removed then, a second signal of the same
 * kind ends the process at once, by default action. `stoppedBy`: the exit code for the signal received, if there was
 * one.
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
        // Only commands that open a campaign have enough work for V8 flags to matter; help and usage errors do not.
        const [{ delayOptimisation }, { hasCampaign, openNodeWorld }] = await Promise.all([
          import('./engine.ts'),
          import('./node-world.ts'),
        ]);
        delayOptimisation();
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

/** Getters, as Node opens a standard stream on first access, and most runs need only one of the two. */
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

/** Resolves once the data is written, so that a caller that awaits it is subject to backpressure. */
function writeToStream(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  // Errors reach the caller through the write callback; an `error` event without a listener would end the process.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    stream.write(data, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
