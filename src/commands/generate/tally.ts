import { counted } from '../../report/counted.ts';
import type { LetterResult } from '../../run/generate.ts';

/** A run in numbers, as far as it has come. `planned`: files that a dry run would write. */
export interface Tally {
  readonly letters: number;
  readonly written: number;
  readonly unchanged: number;
  readonly planned: number;
  readonly skipped: number;
  readonly failed: number;
}

/** Before the first letter. */
export const NOTHING_YET: Tally = { letters: 0, written: 0, unchanged: 0, planned: 0, skipped: 0, failed: 0 };

/** The numbers with one more recipient in them. */
export function tallied(tally: Tally, result: LetterResult): Tally {
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

/** The last line of a run: "47 letters: 94 files written, 0 unchanged; 1 recipient skipped, 0 failed". */
export function summaryLine({ letters, written, unchanged, skipped, failed }: Omit<Tally, 'planned'>): string {
  return `${counted(letters, 'letter')}: ${counted(written, 'file')} written, ${unchanged} unchanged; ${counted(skipped, 'recipient')} skipped, ${failed} failed`;
}

/** The last line of a dry run. */
export function plannedLine({ letters, planned, skipped, failed }: Omit<Tally, 'written' | 'unchanged'>): string {
  return `${counted(letters, 'letter')}: ${counted(planned, 'file')} would be written or found unchanged; ${counted(skipped, 'recipient')} skipped, ${failed} failed`;
}
