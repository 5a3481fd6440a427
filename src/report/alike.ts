import type { DiagnosticRecord } from './diagnostic-records.ts';

/** Items that are alike; the first is the one that is shown in full. */
export type Alike<T> = readonly [T, ...T[]];

/**
 * Groups items whose diagnostics are alike: their code and severity are the same, and so is their message, apart from
 * what was put in. The groups are in the order of their first items. `recordOf` returns the record of an item.
 */
export function groupAlike<T>(items: readonly T[], recordOf: (item: T) => DiagnosticRecord): readonly Alike<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const { code, severity, pattern } = recordOf(item);
    const key = `${severity} ${code} ${pattern}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
