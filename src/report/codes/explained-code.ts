import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** The explanation of a diagnostic code for users: sentences, and an example from a file or a command line. */
export interface ExplainedCode {
  /** The mistake, in general terms. */
  readonly meaning: string;
  /** Why the mistake matters; also shown below the first diagnostic with the code. */
  readonly why: string;
  /** How to fix the mistake. */
  readonly fix: string;
  /** The example with the mistake. */
  readonly wrong: string;
  /** The same example, corrected. */
  readonly right: string;
}

/** The explanations of all codes of some areas. An area is the part of a code before the slash, as `yaml`. */
export type ExplainedCodes<Area extends string> = Readonly<
  Record<Extract<DiagnosticCode, `${Area}/${string}`>, ExplainedCode>
>;
