import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../plan.ts';
import { selectAddressees } from '../run/addressees.ts';
import { type Filter, findUnknownFilterNames } from '../run/filter.ts';
import { type SelectionRequest, emptySelectionError, unknownRecipientError } from './empty-selection.ts';
import type { FilterOptions } from './options.ts';
import type { Session } from './session.ts';
import { Stopped, unknownNameError } from './shell.ts';
import { coversLanguage } from '../model/language.ts';

/** Builds the recipient filter from the arguments and options of a command. */
export function filterFrom(ids: readonly string[], options: FilterOptions): Filter {
  const fields = Object.create(null) as Record<string, string[]>;
  for (const text of options.field) {
    const [name = ''] = text.split('=', 1);
    (fields[name] ??= []).push(text.slice(name.length + 1));
  }
  return { ids, roles: options.role, groups: options.group, states: options.state, fields };
}

/**
 * Checks a command line before any work is done, so that a misspelt name is not silently ignored. Throws a UsageError
 * if a language, role, group, State or id does not exist, or if no recipient is selected. Recipients from standard
 * input can be read only once, so `requireSelectionAfterRun` checks their ids and whether any is selected.
 */
export async function requireSelection(plans: readonly Plan[], session: Session, filter: Filter): Promise<void> {
  requireKnownLanguages(plans);
  for (const plan of plans) {
    const [unknownName] = findUnknownFilterNames(filter, plan.campaign);
    if (unknownName !== undefined) throw unknownNameError(unknownName.kind, [unknownName.name], unknownName.declared);
  }
  await requireKnownIds(session, filter.ids);
  if (!session.canReadAgain) return;
  for (const plan of plans) {
    for await (const addressee of selectAddressees(plan, profilesUntilStopped(session), filter)) {
      if (addressee.kind === 'failed' || addressee.target.kind !== 'not-addressed') return;
    }
  }
  throw await emptySelectionError(session, { plans, filter });
}

/**
 * Checks, after a run over recipients from standard input, what `requireSelection` could not check before. Throws a
 * UsageError if an id was not found in any profile, or if no recipient was selected. `count`: the number of recipients
 * selected. Must not be called after a run with faults: an id that was not found may belong to a faulty profile.
 */
export async function requireSelectionAfterRun(
  session: Session,
  selecting: SelectionRequest,
  count: number,
): Promise<void> {
  const { canReadAgain, stop } = session;
  if (canReadAgain) return;
  if (stop.aborted) throw new Stopped();
  await refuseUnknownIds(session);
  if (count === 0) throw await emptySelectionError(session, selecting);
}

/** Throws a UsageError if a requested language is not a language of any of the letters. */
export function requireKnownLanguages(plans: readonly Plan[]): void {
  const letterLanguages = [...new Set(plans.flatMap(({ campaign }) => Object.keys(campaign.letter.languages)))];
  for (const { job } of plans) {
    if (job.editions === undefined || job.editions === 'all') continue;
    const unknownLanguage = job.editions.find(
      (language) => !letterLanguages.some((known) => coversLanguage(known, language)),
    );
    if (unknownLanguage !== undefined) throw unknownNameError('edition in', [unknownLanguage], letterLanguages);
  }
}

/**
 * Throws a UsageError if an id is not found in any profile. If recipients come from standard input, the ids are only
 * registered here, and `requireSelectionAfterRun` checks them when all of the input has been read.
 */
export async function requireKnownIds(session: Session, ids: readonly string[]): Promise<void> {
  const { profiles, canReadAgain } = session;
  profiles.watchIds(ids);
  if (ids.length === 0 || !canReadAgain) return;
  for await (const profile of profilesUntilStopped(session)) {
    // An id that was not found may belong to a profile that could not be read. The run reports that profile's faults.
    if (!profile.ok || profiles.missingIds().length === 0) return;
  }
  await refuseUnknownIds(session);
}

/** Yields all profiles. Throws `Stopped` as soon as a signal asks the run to stop, as reading may take long. */
export async function* profilesUntilStopped({ profiles, stop }: Session): AsyncGenerator<Outcome<Data>> {
  for await (const profile of profiles) {
    if (stop.aborted) throw new Stopped();
    yield profile;
  }
}

/** Throws a UsageError if an id that was registered is that of no profile. */
async function refuseUnknownIds(session: Session): Promise<void> {
  const ids = session.profiles.missingIds();
  if (ids.length > 0) throw await unknownRecipientError(session, ids);
}
