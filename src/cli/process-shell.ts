import { EXIT, OutputLost, type Shell } from './shell.ts';
import { isSystemError, reasonOf } from './system-error.ts';

/**
 * Creates the shell of this process: standard streams, environment and signals. The first SIGINT or SIGTERM aborts
 * `stop`, which asks the run to stop at the next letter. The listener of that signal is then removed, so that a second
 * signal of the same kind ends the process at once, which is the default action. `signalExitCode` returns the exit code
 * for the signal received; undefined if there was none.
 */
export function createProcessShell(): { readonly shell: Shell; readonly signalExitCode: () => number | undefined } {
  const controller = new AbortController();
  let signalCode: number | undefined;
  const stopOn = (signal: NodeJS.Signals, code: number): void => {
    process.once(signal, () => {
      signalCode = code;
      controller.abort();
    });
  };
  stopOn('SIGINT', EXIT.interrupted);
  stopOn('SIGTERM', EXIT.terminated);
  return {
    shell: {
      cwd: process.cwd(),
      env: process.env,
      searchCampaign: async (folder) => (await import('./find-campaign.ts')).searchCampaign(folder),
      openWorld: async (campaign, output) => {
        // Flags are set here and not at the start, because help and usage errors end before V8 optimises code.
        const [{ delayOptimisation }, { createNodeWorld }] = await Promise.all([
          import('./engine.ts'),
          import('./node-world.ts'),
        ]);
        delayOptimisation();
        return createNodeWorld(campaign, output);
      },
      openOutput: async (output) => (await import('./output-folder.ts')).openOutputFolder(output),
      input: readInput,
      out: (data) =>
        writeToStream(process.stdout, data).catch((error: unknown) => {
          throw new OutputLost(reasonOf(error), isSystemError(error, 'EPIPE'));
        }),
      // A failure of standard error cannot be reported anywhere.
      err: (text) => writeToStream(process.stderr, text).catch(() => undefined),
      isTerminal: IS_TERMINAL,
      prompts: async () => (await import('./prompts.ts')).createPrompts({ signal: controller.signal }),
      serve: async (site, port) => (await import('./serve.ts')).serve(site, port),
      openAddress: async (address, onFailure) => (await import('./open.ts')).openAddress(address, onFailure),
      stop: controller.signal,
    },
    signalExitCode: () => signalCode,
  };
}

/**
 * Whether the streams are terminals. Getters, because Node opens a stream on first access, and most runs use only one.
 */
const IS_TERMINAL: Shell['isTerminal'] = {
  get in() {
    return process.stdin.isTTY === true;
  },
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

/** Writes data to a stream. Resolves when the data is written, so that awaiting it applies backpressure. */
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
