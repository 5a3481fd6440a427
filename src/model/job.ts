import type { Format } from './artifact.ts';
import type { Day } from './date.ts';
import type { EditionsWanted } from './edition.ts';

/** Which letter is made, as what. `date` replaces its own; left out, `editions` are one for each, that it reads. */
export interface Job {
  readonly letter: string;
  readonly date?: Day;
  readonly editions?: EditionsWanted;
  readonly formats: readonly Format[];
  readonly attachSource: boolean;
}
