import type { Format } from './artifact.ts';
import type { Day } from './date.ts';
import type { RequestedEditions } from './edition.ts';

/** The letter to make, and the options of the run. */
export interface Job {
  /** The name of the letter's folder under `templates/`. */
  readonly letter: string;
  /** Replaces the date of `letter.yaml`. */
  readonly date?: Day;
  /** If left out, each recipient gets one edition, in a language that it reads. */
  readonly editions?: RequestedEditions;
  readonly formats: readonly Format[];
  /** Whether a PDF has the letter as Markdown attached. */
  readonly attachSource: boolean;
}
