import type { Format } from './artifact.ts';
import type { Day } from './date.ts';
import type { RequestedEditions } from './edition.ts';

/** What a run (one execution of a command) makes: a letter, and the options for it. */
export interface Job {
  /** The name of the letter's folder under `templates/`. */
  readonly letter: string;
  /** The date of the letter; if left out, the date in `letter.yaml`. */
  readonly date?: Day;
  /** The requested languages. If left out, each recipient gets one edition, in a language that it reads if possible. */
  readonly editions?: RequestedEditions;
  /** The formats of the files to write. */
  readonly formats: readonly Format[];
  /** Whether each PDF has the letter as a Markdown file attached. */
  readonly attachSource: boolean;
}
