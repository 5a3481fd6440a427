import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** The explanation of a code for users: sentences, and an example as in a file or on a command line. */
export interface ExplainedCode {
  /** The mistake, in general terms. */
  readonly meaning: string;
  /** Why it matters; also shown below the first fault with the code. */
  readonly why: string;
  /** How to fix it. */
  readonly fix: string;
  /** The example with the fault, and the same example corrected. */
  readonly wrong: string;
  readonly right: string;
}

/** The explanations of all codes of some areas. The area of `yaml/syntax` is `yaml`. */
export type ExplainedCodes<Area extends string> = Readonly<
  Record<Extract<DiagnosticCode, `${Area}/${string}`>, ExplainedCode>
>;
