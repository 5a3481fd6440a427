import { type Diagnostic, isFault } from '../model/diagnostic.ts';
import type { Job } from '../model/job.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Plan, prepare } from '../pipeline.ts';
import { counted } from '../report/counted.ts';
import { type Addressee, addressees } from '../run/addressees.ts';
import type { Filter } from '../run/filter.ts';
import type { RunOptions } from '../run/open-run.ts';
import { filterFrom, requireSelection } from './choose-recipients.ts';
import type { RecipientsOptions } from './options.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import { type Session, openSession } from './session.ts';
import type { Shell } from './shell.ts';

/** The plans of a command that writes no letters, and the recipients that it goes over. */
export interface Overview<P extends Pick<Plan, 'campaign'> = Plan> {
  readonly session: Session;
  readonly filter: Filter;
  /** The plans of the letters without faults. */
  readonly plans: readonly P[];
  /** Diagnostics of all letters, and of the recipients that `walkTargets` has visited so far. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Prepares the letters that the options name. Throws a usage error if there is no campaign, a name is unknown or no
 * recipient is selected.
 */
export async function openOverview(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions,
  formats: Job['formats'],
): Promise<Overview> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const { opened: plans, diagnostics } = await openPlans(session, formats);
  // The recipients of a letter with faults are not known.
  if (plans.length === session.letters.length) await requireSelection(plans, session, filter);
  return { session, filter, plans, diagnostics };
}

/** Prepares every letter of a session. `attachSource`: whether PDFs have the Markdown attached. */
export function openPlans(
  session: Session,
  formats: Job['formats'],
  attachSource: boolean = false,
): Promise<Opened<Plan>> {
  return openEach(session, { formats, attachSource }, (job) => prepare(session.world, job));
}

/** What `open` returned for the letters without faults, and the diagnostics of all letters. */
interface Opened<T> {
  readonly opened: readonly T[];
  readonly diagnostics: Diagnostic[];
}

/** Calls `open` with the job of every letter of a session, one after the other. */
export async function openEach<T>(
  session: Session,
  options: Pick<Job, 'formats' | 'attachSource'>,
  open: (job: Job) => Promise<Outcome<T>>,
): Promise<Opened<T>> {
  const opened: T[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const letter of session.letters) {
    const outcome = await open(session.job(letter, options));
    diagnostics.push(...outcome.diagnostics);
    if (outcome.ok) opened.push(outcome.value);
  }
  return { opened, diagnostics };
}

/** The target of a recipient in a letter, with the plan of that letter. */
type PlannedTarget<P> = Extract<Addressee, { readonly kind: 'target' }> & { readonly plan: P };

/**
 * Yields, letter by letter, the targets of the recipients that the filter selects. Faults of recipients are added to
 * the diagnostics of the overview.
 */
export async function* walkTargets<P extends Pick<Plan, 'campaign'>>(
  overview: Overview<P>,
): AsyncGenerator<PlannedTarget<P>> {
  const { session, filter, plans, diagnostics } = overview;
  for (const plan of plans) {
    for await (const addressee of addressees(plan, session.profiles, filter)) {
      if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
      else yield { plan, ...addressee };
    }
  }
}

/** Reports the faults of letters because of which no run is started. Resolves to the exit code. */
export function refuseToBegin(session: Session, diagnostics: readonly Diagnostic[]): Promise<number> {
  const faults = counted(diagnostics.filter(isFault).length, 'fault');
  return session.printResult({ fields: {}, diagnostics, summary: `${faults}; nothing was written\n` });
}

/** The options of a run, from the command line and the session. */
export function runOptions(
  { reads, recipients }: Session,
  filter: Filter,
  { force, dryRun }: Pick<RunOptions, 'force' | 'dryRun'>,
): RunOptions {
  return { filter, force, dryRun, tool: TOOL_VERSION, runtime: RUNTIME, reads, recipients };
}
