import type { EditionsWanted } from '../model/edition.ts';

/** When messages are coloured; the first is the default. */
export const COLOURS = ['auto', 'always', 'never'] as const;

/** The forms in which diagnostics are reported. */
export const REPORTERS = ['human', 'github', 'sarif', 'junit'] as const;

// Commander's types take options with an index signature, which type aliases have implicitly and interfaces do not.

/** Options of every command that reads a campaign. */
export type CommonOptions = {
  readonly directory?: string | undefined;
  /** A file of recipients besides the campaign's own; `-` is standard input. */
  readonly recipients?: string | undefined;
  readonly date?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: (typeof COLOURS)[number];
  readonly showValues: boolean;
  readonly reporter: readonly ReporterChoice[];
};

/** A form in which diagnostics are reported, and the file for it; without one they go to a standard stream. */
export interface ReporterChoice {
  readonly name: (typeof REPORTERS)[number];
  readonly file?: string;
}

/** Options that filter recipients. */
export type FilterOptions = {
  readonly role: readonly string[];
  readonly group: readonly string[];
  readonly state: readonly string[];
};

/** Which editions of a letter are meant; undefined: the command decides. */
export type EditionOptions = {
  readonly language?: EditionsWanted | undefined;
};

/** Options of every command about letters. */
export type LettersOptions = CommonOptions &
  EditionOptions & {
    readonly letter: readonly string[];
    /** Where letters are, or go, for commands that let the user choose; undefined: the folder `out` of the campaign. */
    readonly output?: string | undefined;
  };

/** Options of every command that goes over recipients. */
export type RecipientsOptions = LettersOptions & FilterOptions;
