import { type Diagnostic, isFault } from '../model/diagnostic.ts';
import { counted } from '../report/counted.ts';
import type { Filter } from '../run/filter.ts';
import type { RunOptions } from '../run/open-run.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import type { Session } from './session.ts';

/** Prints why no run is begun: a letter has faults. Resolves to the exit code. */
export function refuseToBegin(session: Session, diagnostics: readonly Diagnostic[]): Promise<number> {
  const faults = counted(diagnostics.filter(isFault).length, 'fault');
  return session.answer({ fields: {}, diagnostics, summary: `${faults}; nothing was written\n` });
}

/** The options of a run, from the command line and the session. */
export function runOptions(
  { reads, recipients }: Session,
  filter: Filter,
  { force, dryRun }: Pick<RunOptions, 'force' | 'dryRun'>,
): RunOptions {
  return { filter, force, dryRun, tool: TOOL_VERSION, runtime: RUNTIME, reads, recipients };
}
