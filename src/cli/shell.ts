import { quoted } from '../report/neutralise.ts';
import type { OutputFolder, World } from '../world.ts';
import type { OutputLocation } from './output-folder.ts';

/** The parts of the process that a command may use; tests supply their own. */
export interface Shell {
  /** The absolute path of the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Opens the campaign in a folder, with the output folder of its letters; undefined if there is no campaign. */
  readonly openWorld: (campaign: string, output: OutputLocation) => Promise<World | undefined>;
  /** Opens an output folder on its own, without a campaign. */
  readonly openOutput: (output: OutputLocation) => Promise<OutputFolder>;
  /** Standard input, which can be read once. Throws when `stop` is aborted, even while it waits for data. */
  readonly input: (stop: AbortSignal) => AsyncIterable<Uint8Array>;
  /** Writes data to standard output. Resolves once the data is written; rejects with `OutputLost`. */
  readonly out: (data: string | Uint8Array) => Promise<void>;
  /** Writes progress, faults and the summary to standard error. Never rejects. */
  readonly err: (text: string) => Promise<void>;
  /** Whether standard output and standard error are terminals. */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** Aborted when a signal asks the run to stop. */
  readonly stop: AbortSignal;
}

/** Exit codes: done; the answer is no; could not start; a bug (EX_SOFTWARE of sysexits.h); 128 + signal number. */
export const EXIT = { done: 0, no: 1, usage: 2, bug: 70, interrupted: 130, terminated: 143 } as const;

/** The command cannot be started with this command line: exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Creates a usage error about names that do not exist; its hint lists the existing ones. */
export function noSuch(kind: string, names: readonly string[], known: readonly string[]): UsageError {
  return new UsageError(`there is no ${kind} ${names.map(quoted).join(', ')}`, `there is: ${known.join(', ')}`);
}

/** Standard output could not be written. */
export class OutputLost extends Error {
  /** Whether the reader closed its end of the pipe (EPIPE), which is not reported. */
  readonly isClosedByReader: boolean;

  constructor(reason: string, isUnwanted: boolean) {
    super(reason);
    this.name = 'OutputLost';
    this.isClosedByReader = isUnwanted;
  }
}

/** A signal asked the command to stop before it had a result. */
export class Stopped extends Error {
  constructor() {
    super('stopped before the end');
    this.name = 'Stopped';
  }
}
