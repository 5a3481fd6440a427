import { type Diagnostic, identityOf, isFault } from '../../model/diagnostic.ts';

/** The diagnostics of a run, each once, up to a limit. */
export interface GatheredDiagnostics {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  readonly all: () => readonly Diagnostic[];
  /** How many faults there were, beyond the limit too. */
  readonly faults: () => number;
  /** How many diagnostics came after the limit was reached. */
  readonly notShown: () => number;
}

/** The limit: with a mistake in each of a hundred thousand rows, memory must not grow with their number. */
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
