import { quote } from '../report/neutralise.ts';
import type { OutputFolder, World } from '../world.ts';
import type { OutputFolderPath } from './output-folder.ts';
import type { ServedSite, Site } from './site.ts';

/** The two folders of a campaign: that of the letters, and that of the recipients. */
export const CAMPAIGN_PARTS = ['templates', 'recipients'] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

/** The result of a search for a campaign, which begins in one folder. */
export interface CampaignSearch {
  /** The absolute path of the nearest campaign: the folder itself, or one above it; undefined if there is none. */
  readonly campaign: string | undefined;
  /** Whether the folder of the search exists. */
  readonly exists: boolean;
  /** The folders of a campaign that the folder of the search has. */
  readonly parts: readonly CampaignPart[];
  /** Lists the names of the campaigns directly in the folder of the search. */
  readonly listBelow: () => readonly string[];
}

/** The parts of the process that a command may use. Tests supply their own implementation. */
export interface Shell {
  /** The absolute path of the current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Searches for the campaign of a folder, given by its absolute path: there, and in the folders above it. */
  readonly searchCampaign: (folder: string) => Promise<CampaignSearch>;
  /** Opens the campaign in a folder, with the output folder of its letters. */
  readonly openWorld: (campaign: string, output: OutputFolderPath) => Promise<World>;
  /** Opens an output folder without a campaign. */
  readonly openOutput: (output: OutputFolderPath) => Promise<OutputFolder>;
  /** Standard input, which can be read once. Throws when `stop` is aborted, even while it waits for data. */
  readonly input: (stop: AbortSignal) => AsyncIterable<Uint8Array>;
  /** Writes data to standard output. Resolves once the data is written; rejects with `OutputLost`. */
  readonly out: (data: string | Uint8Array) => Promise<void>;
  /** Writes progress, faults and the summary to standard error. Never rejects. */
  readonly err: (text: string) => Promise<void>;
  /** Whether standard input, standard output and standard error are terminals. */
  readonly isTerminal: { readonly in: boolean; readonly out: boolean; readonly err: boolean };
  /** Loads what asks questions on the terminal. */
  readonly prompts: () => Promise<Prompts>;
  /** Serves a site to the browsers of this computer, on this port or the next one that is free; 0 is any. */
  readonly serve: (site: Site, port: number) => Promise<ServedSite>;
  /** Shows an address in the user's browser. `onFailure` is called, perhaps later, with the reason as a sentence. */
  readonly openAddress: (address: string, onFailure: (reason: string) => void) => Promise<void>;
  /** Aborted when a signal asks the run to stop. */
  readonly stop: AbortSignal;
}

/** Questions to the user of a terminal. An answer is undefined if the user cancels (Ctrl-C). */
export interface Prompts {
  /** Asks for one of several values. */
  readonly choose: (message: string, choices: readonly PromptChoice[]) => Promise<string | undefined>;
  /** Asks for a line of text. `problemWith` says what is wrong with an answer, which is then asked for again. */
  readonly ask: (
    message: string,
    options: { readonly initial: string; readonly problemWith: (answer: string) => string | undefined },
  ) => Promise<string | undefined>;
}

/** A value that can be chosen. `hint`: what it is, in a few words. */
export interface PromptChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/**
 * Exit codes. `negative`: there are faults or differences, or a letter failed. `usage`: the command could not start.
 * `bug`: EX_SOFTWARE of sysexits.h. `interrupted`, `cutOff` and `terminated`: 128 + signal number; `cutOff` is that of
 * SIGPIPE, which ends other programs when the reader of a pipe has ended.
 */
export const EXIT = {
  success: 0,
  negative: 1,
  usage: 2,
  bug: 70,
  interrupted: 130,
  cutOff: 141,
  terminated: 143,
} as const;

/** Thrown if the command cannot be started with this command line. Ends the program with exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Creates a UsageError about names that do not exist. Its hint lists the existing names, or says that there are none. */
export function unknownNameError(
  kind: string,
  unknownNames: readonly string[],
  existingNames: readonly string[],
): UsageError {
  return new UsageError(
    `there is no ${kind} ${unknownNames.map(quote).join(', ')}`,
    existingNames.length === 0 ? 'there is none' : `there is: ${existingNames.join(', ')}`,
  );
}

/** Thrown if standard output could not be written. */
export class OutputLost extends Error {
  /** Whether the reader closed its end of the pipe (EPIPE), which is not reported. */
  readonly isClosedByReader: boolean;

  constructor(reason: string, isClosedByReader: boolean) {
    super(reason);
    this.name = 'OutputLost';
    this.isClosedByReader = isClosedByReader;
  }
}

/** Thrown if a signal asked the command to stop before it had a result. */
export class Stopped extends Error {
  constructor() {
    super('stopped before the end');
    this.name = 'Stopped';
  }
}
