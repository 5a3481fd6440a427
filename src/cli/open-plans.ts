import { appendAll } from '../model/append-all.ts';
import { type Diagnostic, isFault, removeRepeats } from '../model/diagnostic.ts';
import { type Job, type JobOptions, type PdfOptions, pdfOptions } from '../model/job.ts';
import type { Outcome } from '../model/outcome.ts';
import { prepare } from '../pipeline.ts';
import type { Plan } from '../plan.ts';
import { formatCount } from '../report/format-count.ts';
import { type Addressee, selectAddressees } from '../run/addressees.ts';
import type { Filter } from '../run/filter.ts';
import type { RunOptions } from '../run/run-options.ts';
import { filterFrom, requireSelection } from './choose-recipients.ts';
import type { RecipientsOptions } from './options.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import { type Session, openSession } from './session.ts';
import { type Shell, Stopped } from './shell.ts';

/**
 * The input of a command that reports on letters without writing them. A plan is the validated campaign of a letter
 * with its parsed templates.
 */
export interface Overview<P extends Pick<Plan, 'campaign'> = Plan> {
  readonly session: Session;
  /** Selects the recipients that the command goes over. */
  readonly filter: Filter;
  /** The plans of the letters without faults. */
  readonly plans: readonly P[];
  /** The diagnostics of all letters, and the faults of the recipients that `walkTargets` has visited so far. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Prepares the letters that the options name. `chooseFormats` may look at the output folder first. Throws a UsageError
 * if there is no campaign, a name is unknown or no recipient is selected.
 */
export async function openOverview(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & Partial<PdfOptions>,
  chooseFormats: Job['formats'] | ((session: Session) => Promise<Job['formats']>),
): Promise<Overview> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const formats = typeof chooseFormats === 'function' ? await chooseFormats(session) : chooseFormats;
  const { results: plans, diagnostics } = await preparePlans(session, formats, { attachSource: false, ...options });
  // Not checked if a letter has faults, because its recipients are not known and may be those that the user named.
  if (plans.length === session.letters.length) await requireSelection(plans, session, filter);
  return { session, filter, plans, diagnostics };
}

/** Prepares every letter of a session. */
export function preparePlans(
  session: Session,
  formats: Job['formats'],
  options: PdfOptions = { attachSource: false },
): Promise<LettersOutcome<Plan>> {
  return mapLetters(session, { formats, ...pdfOptions(options) }, (job) => prepare(session.world, job));
}

/** The result of `mapLetters`: the values for the letters without faults, and the diagnostics of all letters. */
interface LettersOutcome<T> {
  readonly results: readonly T[];
  readonly diagnostics: Diagnostic[];
}

/** Calls `action` with the job (letter, formats, editions, date) of every letter of a session, one after the other. */
export async function mapLetters<T>(
  session: Session,
  options: JobOptions,
  action: (job: Job) => Promise<Outcome<T>>,
): Promise<LettersOutcome<T>> {
  const results: T[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const letter of session.letters) {
    const outcome = await action(session.jobFor(letter, options));
    appendAll(diagnostics, outcome.diagnostics);
    if (outcome.ok) results.push(outcome.value);
  }
  // A fault of a register or a shared text is found again with each letter.
  return { results, diagnostics: [...removeRepeats(diagnostics)] };
}

/** The target of a recipient (the chosen texts, or why there is no letter), with the plan of its letter. */
type PlannedTarget<P> = Extract<Addressee, { readonly kind: 'target' }> & { readonly plan: P };

/**
 * Yields, letter by letter, the targets of the recipients that the filter selects. Faults of recipients are added to
 * the diagnostics of the overview. Throws `Stopped` if a signal asks the command to stop.
 */
export async function* walkTargets<P extends Pick<Plan, 'campaign'>>(
  overview: Overview<P>,
): AsyncGenerator<PlannedTarget<P>> {
  const { session, filter, plans, diagnostics } = overview;
  for (const plan of plans) {
    for await (const addressee of selectAddressees(plan, session.profiles, filter)) {
      if (session.stop.aborted) throw new Stopped();
      if (addressee.kind === 'failed') appendAll(diagnostics, addressee.faults);
      else yield { plan, ...addressee };
    }
  }
}

/** Reports that no run is started, because letters have these faults. Resolves to the exit code. */
export function refuseToBegin(session: Session, diagnostics: readonly Diagnostic[]): Promise<number> {
  const faults = formatCount(diagnostics.filter(isFault).length, 'fault');
  return session.printResult({ fields: {}, diagnostics, summary: `${faults}; nothing was written\n` });
}

/** Builds the options of a run from the command line and the session. */
export function runOptions(
  { reads, recipientsHash }: Session,
  filter: Filter,
  { force, dryRun, anew }: Pick<RunOptions, 'force' | 'dryRun' | 'anew'>,
): RunOptions {
  return { filter, force, dryRun, anew, tool: TOOL_VERSION, runtime: RUNTIME, reads, recipients: recipientsHash };
}
