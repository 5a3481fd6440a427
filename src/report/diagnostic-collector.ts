import { type Diagnostic, type SeverityCounts, diagnosticKey, isFault } from '../model/diagnostic.ts';
import { messagePattern } from '../model/message.ts';

/**
 * A collector of the diagnostics of many letters. It keeps each different diagnostic once, as a fault of a shared text
 * occurs in every letter that uses the text, and a limited number of each kind. Diagnostics are of one kind if their
 * code and message are the same apart from what was put in.
 */
export interface DiagnosticCollector {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  /** Returns the diagnostics that are kept. */
  readonly all: () => readonly Diagnostic[];
  /** Returns the number of all faults. Those that are not kept are counted each time. */
  readonly faults: () => number;
  /** Returns the numbers of the diagnostics that are not kept. */
  readonly notKept: () => SeverityCounts;
  /** Formats a line about each kind of which not all are kept; an empty text if there is none. */
  readonly notKeptText: () => string;
}

/**
 * The maximum number of diagnostics of one kind that are kept. It bounds memory, for example if each of 100,000
 * recipients has a fault. Kinds are bounded by the messages in the source.
 */
const MAX_OF_KIND = 1000;

/** Creates a collector that keeps up to `limit` diagnostics of each kind: `Infinity` where all are to be listed. */
export function createDiagnosticCollector(limit: number = MAX_OF_KIND): DiagnosticCollector {
  const keptByKey = new Map<string, Diagnostic>();
  const kinds = new Map<string, { readonly code: string; kept: number; notKept: number }>();
  const notKept = { faults: 0, warnings: 0 };
  let faults = 0;

  /** Counts a diagnostic, and keeps it if it is new and one of the first of its kind. */
  function collect(diagnostic: Diagnostic): void {
    const key = diagnosticKey(diagnostic);
    if (keptByKey.has(key)) return;
    if (isFault(diagnostic)) faults += 1;
    const { code, severity, message } = diagnostic;
    const kindKey = `${severity} ${code} ${messagePattern(message)}`;
    const kind = kinds.get(kindKey) ?? { code, kept: 0, notKept: 0 };
    kinds.set(kindKey, kind);
    if (kind.kept === limit) {
      kind.notKept += 1;
      notKept[isFault(diagnostic) ? 'faults' : 'warnings'] += 1;
      return;
    }
    kind.kept += 1;
    keptByKey.set(key, diagnostic);
  }

  const notKeptText = (): string =>
    [...kinds.values()]
      .filter((kind) => kind.notKept > 0)
      .map(({ code, kept, notKept: count }) => `${code}: ${count} more, like the first ${kept}\n`)
      .join('');

  return {
    add: (diagnostics) => {
      for (const diagnostic of diagnostics) collect(diagnostic);
    },
    all: () => [...keptByKey.values()],
    faults: () => faults,
    notKept: () => ({ ...notKept }),
    notKeptText,
  };
}
