import { type Diagnostic, identityOf, isFault } from '../../model/diagnostic.ts';

/** The diagnostics of a run: each once, and no more of them than anybody reads. */
export interface GatheredDiagnostics {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  readonly all: () => readonly Diagnostic[];
  /** How many of all were faults. */
  readonly faults: () => number;
  /** How many came after there were enough. */
  readonly notShown: () => number;
}

/** A hundred thousand rows with a mistake each are one mistake; memory must not grow with them. */
const MOST = 1000;

/** Begins to gather. A fault of a shared text is met in every letter that has it; it is kept and counted once. */
export function gatherDiagnostics(most: number = MOST): GatheredDiagnostics {
  const kept = new Map<string, Diagnostic>();
  let [faults, notShown] = [0, 0];
  const add = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) {
      const key = identityOf(diagnostic);
      if (kept.has(key)) continue;
      if (isFault(diagnostic)) faults += 1;
      if (kept.size < most) kept.set(key, diagnostic);
      else notShown += 1;
    }
  };
  return { add, all: () => [...kept.values()], faults: () => faults, notShown: () => notShown };
}
