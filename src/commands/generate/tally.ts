import type { Tally } from '../../report/summary.ts';
import type { LetterResult } from '../../run/generate.ts';

/** A run in numbers, as far as it has come. `planned`: files that a dry run would write. */
export interface RunningTally extends Tally {
  readonly planned: number;
}

/** Before the first letter. */
export const NOTHING_YET: RunningTally = { letters: 0, written: 0, unchanged: 0, planned: 0, skipped: 0, failed: 0 };

/** The numbers with one more recipient in them. */
export function tallied(tally: RunningTally, result: LetterResult): RunningTally {
  if (result.kind === 'skipped') return { ...tally, skipped: tally.skipped + 1 };
  const count = (state: string): number => result.files.filter((file) => file.state === state).length;
  return {
    ...tally,
    letters: tally.letters + (result.kind === 'done' ? 1 : 0),
    failed: tally.failed + (result.kind === 'failed' ? 1 : 0),
    written: tally.written + count('written'),
    unchanged: tally.unchanged + count('unchanged'),
    planned: tally.planned + count('planned'),
  };
}
