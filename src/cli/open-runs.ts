import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from '../report/summary.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Job } from '../pipeline.ts';
import type { Filter } from '../run/filter.ts';
import { type Run, openRun } from '../run/open-run.ts';
import type { GenerateOptions } from './options.ts';
import type { Session } from './session.ts';
import type { Shell } from './shell.ts';
import { RUNTIME, TOOL_VERSION } from './version.ts';

/** What opening a run depends on, besides who is meant. */
type OpeningOptions = Pick<GenerateOptions, 'to' | 'attachSource' | 'force' | 'dryRun' | 'json' | 'quiet'>;

/** Prepares every chosen letter; if one of them is not sound, says why, and nothing is begun. */
export async function openRuns(
  shell: Shell,
  session: Session,
  filter: Filter,
  options: OpeningOptions,
): Promise<readonly Run[] | undefined> {
  const runs: Run[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const letter of session.letters) {
    const run = await openLetter(session, filter, options, session.job(letter, jobOf(options)));
    diagnostics.push(...run.diagnostics);
    if (run.ok) runs.push(run.value);
  }
  const faults = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (faults === 0) {
    await session.reportDiagnostics(diagnostics);
    return runs;
  }
  if (options.json) {
    await shell.out(
      `${JSON.stringify({ schemaVersion: 1, diagnostics: await session.records(diagnostics) }, null, 2)}\n`,
    );
  } else await session.reportDiagnostics(diagnostics);
  if (!options.quiet) await shell.err(`${counted(faults, 'fault')}; nothing was written\n`);
  return undefined;
}

/** Opens the run of one job. */
export function openLetter(session: Session, filter: Filter, options: OpeningOptions, job: Job): Promise<Outcome<Run>> {
  const { world, profiles, reads } = session;
  return openRun(world, profiles, job, {
    ...options,
    filter,
    tool: TOOL_VERSION,
    runtime: RUNTIME,
    ...(reads === undefined ? {} : { reads }),
  });
}

function jobOf({ to, attachSource }: OpeningOptions): Pick<Job, 'formats' | 'attachSource'> {
  return { formats: to, attachSource };
}
