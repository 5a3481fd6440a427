import type { RequestedEditions } from '../model/edition.ts';

/** The values of `--color`; the first is the default. */
export const COLOURS = ['auto', 'always', 'never'] as const;

/** The values of `--reporter`: the forms in which diagnostics are reported. */
export const REPORTERS = ['human', 'github', 'sarif', 'junit'] as const;

/** The shells for which `demarche completion` prints a script. */
export const COMPLETION_SHELLS = ['bash', 'zsh', 'fish'] as const;

// Commander requires types with an index signature for options: type aliases have one implicitly, interfaces do not.

/** Options of every command that reads a campaign. */
export type CommonOptions = {
  /** The campaign's folder; undefined: the current folder. */
  readonly directory?: string | undefined;
  /** A file of recipients besides the campaign's own; `-` is standard input. */
  readonly recipients?: string | undefined;
  /** The columns file of that file, which is a table; undefined: its columns are named by the keys of a profile. */
  readonly columns?: string | undefined;
  /** The date, `YYYY-MM-DD`, that replaces the letter's own date. */
  readonly date?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: (typeof COLOURS)[number];
  /** Whether messages show values from profiles even under CI. */
  readonly showValues: boolean;
  readonly reporter: readonly ReporterChoice[];
};

/** A form in which diagnostics are reported. `file`: the file to write; undefined: standard error. */
export interface ReporterChoice {
  readonly name: (typeof REPORTERS)[number];
  readonly file?: string;
}

/** Options that filter recipients. */
export type FilterOptions = {
  readonly role: readonly string[];
  readonly group: readonly string[];
  readonly state: readonly string[];
  /** Fields with a value that they must have, as `name=value`. */
  readonly field: readonly string[];
};

/** The editions (letters in one language) that `--language` requests; undefined: the command decides. */
export type EditionOptions = {
  readonly language?: RequestedEditions | undefined;
};

/** Options of every command that opens the letters of a campaign. */
export type LettersOptions = CommonOptions &
  EditionOptions & {
    readonly letter: readonly string[];
    /** The output folder, for commands that let the user choose it; undefined: the folder `out` of the campaign. */
    readonly output?: string | undefined;
    /** The folder of the campaign that takes the place of `out`. */
    readonly defaultOutput?: 'review';
  };

/** Options of every command that goes over recipients. */
export type RecipientsOptions = LettersOptions & FilterOptions;
