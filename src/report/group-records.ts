import type { DiagnosticRecord } from './diagnostic-records.ts';

/** One mistake, wherever it stands: the first place in full, and the others. */
export interface RecordGroup {
  readonly first: DiagnosticRecord;
  readonly others: readonly DiagnosticRecord[];
}

/**
 * Puts together what is one mistake to its reader: the same words of several places, or one place that many recipients
 * meet. In the order of the first of each.
 */
export function groupRecords(records: readonly DiagnosticRecord[]): readonly RecordGroup[] {
  const groups = new Map<string, { first: DiagnosticRecord; others: DiagnosticRecord[] }>();
  for (const record of records) {
    const { code, severity, file, line, column, message, hint, related } = record;
    const sameWords = JSON.stringify([code, severity, message, hint, related.map((other) => other.message)]);
    const samePlace = JSON.stringify([code, severity, file, line, column]);
    const group = groups.get(sameWords) ?? groups.get(samePlace);
    if (group === undefined) {
      const begun = { first: record, others: [] };
      groups.set(sameWords, begun);
      groups.set(samePlace, begun);
    } else group.others.push(record);
  }
  return [...new Set(groups.values())];
}
