import { quoted } from '../report/neutralise.ts';
import type { OutputFolder, World } from '../world.ts';
import type { OutputLocation } from './output-folder.ts';

/** What a command may use of the process that runs it. */
export interface Shell {
  /** The current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The campaign in a folder, with the folder its letters go into; undefined if no campaign is there. */
  readonly openWorld: (campaign: string, output: OutputLocation) => Promise<World | undefined>;
  /** A folder of letters, whatever campaign they are of. */
  readonly openOutput: (output: OutputLocation) => Promise<OutputFolder>;
  /** Standard input, to be read once. Fails when `stop` is aborted, also while it waits. */
  readonly input: (stop: AbortSignal) => AsyncIterable<Uint8Array>;
  /** Writes data to standard output. Resolves once it is written; rejects with `OutputLost`. */
  readonly out: (data: string | Uint8Array) => Promise<void>;
  /** Writes progress, faults and the last line to standard error. Never rejects. */
  readonly err: (text: string) => Promise<void>;
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** Aborted when the user or the system asks to stop. */
  readonly stop: AbortSignal;
}

/** Exit codes: done; the answer is no; could not start; a bug of ours. Signals are 128 + their number. */
export const EXIT = { done: 0, no: 1, usage: 2, bug: 70, interrupted: 130, terminated: 143 } as const;

/** The command line asks for something that cannot be started: exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** A usage error about names that do not exist; the hint lists those that do. */
export function noSuch(kind: string, names: readonly string[], known: readonly string[]): UsageError {
  return new UsageError(`there is no ${kind} ${names.map(quoted).join(', ')}`, `there is: ${known.join(', ')}`);
}

/** Standard output could not be written. */
export class OutputLost extends Error {
  /** The reader closed the pipe (EPIPE), which is not reported. */
  readonly isUnwanted: boolean;

  constructor(reason: string, isUnwanted: boolean) {
    super(reason);
    this.name = 'OutputLost';
    this.isUnwanted = isUnwanted;
  }
}

/** The user or the system asked to stop before there was a result. */
export class Stopped extends Error {
  constructor() {
    super('stopped before the end');
    this.name = 'Stopped';
  }
}
