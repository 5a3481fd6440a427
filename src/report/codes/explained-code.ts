import type { DiagnosticCode } from '../../model/diagnostic.ts';

/** What a code means, for people who meet it: sentences, and an example as it would stand in a file. */
export interface ExplainedCode {
  /** What is wrong, whatever the details. */
  readonly meaning: string;
  /** Why that matters, in one sentence, which is also shown below the fault. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** As it should not be, and as it should. */
  readonly wrong: string;
  readonly right: string;
}

/** The codes of some areas, as in `yaml` for `yaml/syntax`; a table of all of them leaves none out. */
export type ExplainedCodes<Area extends string> = Readonly<
  Record<Extract<DiagnosticCode, `${Area}/${string}`>, ExplainedCode>
>;
