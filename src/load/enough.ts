import type { Diagnostic } from '../model/diagnostic.ts';

/** More faults of one kind than this in one file are one mistake, not many: a wrong format, or a file that is not text. */
const ENOUGH = 100;

/** The first faults of a list, and how many more there are. */
export function enough(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = faults[ENOUGH];
  if (next === undefined) return faults;
  const more = `from here on, ${faults.length - ENOUGH} more faults of this kind are not listed`;
  return [...faults.slice(0, ENOUGH), { ...next, message: [more] }];
}
