import { isFault } from '../model/diagnostic.ts';
import { counted } from '../report/counted.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Job } from '../model/job.ts';
import type { Filter } from '../run/filter.ts';
import type { RunOptions } from '../run/open-run.ts';
import { openEach } from './open-plans.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import type { Session } from './session.ts';

/** Options on which opening a run depends, besides the filter. */
interface OpeningOptions extends Pick<RunOptions, 'force' | 'dryRun'> {
  readonly to: Job['formats'];
  readonly attachSource: boolean;
}

/** How a run is opened, and closed again if another one cannot be. */
export interface Opening<R> {
  readonly open: (job: Job) => Promise<Outcome<R>>;
  readonly close: (run: R) => Promise<unknown>;
}

/** Opens a run of every letter of a session; if one has faults, prints them, and closes the others: undefined. */
export async function openRuns<R>(
  session: Session,
  { to, attachSource }: OpeningOptions,
  { open, close }: Opening<R>,
): Promise<readonly R[] | undefined> {
  const { opened: runs, diagnostics } = await openEach(session, { formats: to, attachSource }, open);
  const faults = diagnostics.filter(isFault).length;
  if (faults === 0) {
    await session.reportDiagnostics(diagnostics);
    return runs;
  }
  for (const run of runs) await close(run);
  await session.answer({ fields: {}, diagnostics, summary: `${counted(faults, 'fault')}; nothing was written\n` });
  return undefined;
}

/** The options of a run, from the command line and the session. */
export function runOptions(
  { reads, recipients }: Session,
  filter: Filter,
  { force, dryRun }: OpeningOptions,
): RunOptions {
  return {
    filter,
    force,
    dryRun,
    tool: TOOL_VERSION,
    runtime: RUNTIME,
    reads,
    recipients,
  };
}
