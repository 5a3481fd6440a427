import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../pipeline.ts';
import { addressees } from '../run/addressees.ts';
import { type Filter, unknownFilterNames } from '../run/filter.ts';
import type { FilterOptions } from './options.ts';
import { quoted } from '../report/neutralise.ts';
import type { Session } from './session.ts';
import { Stopped, UsageError, noSuch } from './shell.ts';

/** Builds the recipient filter from the arguments and options of a command. */
export function filterFrom(ids: readonly string[], options: FilterOptions): Filter {
  return { ids, roles: options.role, groups: options.group, states: options.state };
}

/**
 * Checks a command line before any work is done, as a misspelt name must not lead to a run that silently does less.
 * Throws a usage error if a language, role, group, State or id does not exist, or if no recipient is selected. For
 * standard input, which can be read only once, ids and selection are checked afterwards, by `requireFound`.
 */
export async function requireSelection(plans: readonly Plan[], session: Session, filter: Filter): Promise<void> {
  requireKnownLanguages(plans);
  for (const plan of plans) {
    const [unknown] = unknownFilterNames(filter, plan.campaign);
    if (unknown !== undefined) throw noSuch(unknown.kind, [unknown.name], unknown.declared);
  }
  await requireKnownIds(session, filter.ids);
  if (!session.canReadAgain) return;
  for (const plan of plans) {
    for await (const addressee of addressees(plan, untilStopped(session), filter)) {
      if (addressee.kind === 'failed' || addressee.target.kind !== 'not-addressed') return;
    }
  }
  throw nobodySelected();
}

/**
 * Checks after the work what `requireSomebody` cannot check before it: the ids and the selection for recipients from
 * standard input. `count`: the number of recipients selected. Not to be called after a run with faults, as an id that
 * was not found may belong to a faulty profile.
 */
export function requireSelectionAfterRun({ profiles, canReadAgain }: Session, count: number): void {
  if (canReadAgain) return;
  refuseUnknown(profiles.missingIds());
  if (count === 0) throw nobodySelected();
}

function nobodySelected(): UsageError {
  return new UsageError(
    'nobody is selected: no recipient fits what the command line asks for',
    'demarche list shows all',
  );
}

/** Throws a usage error for a requested language in which none of the letters is written. */
export function requireKnownLanguages(plans: readonly Plan[]): void {
  const known = [...new Set(plans.flatMap(({ campaign }) => Object.keys(campaign.letter.languages)))];
  for (const { job } of plans) {
    if (job.editions === undefined || job.editions === 'all') continue;
    const unknown = job.editions.find((language) => !known.includes(language));
    if (unknown !== undefined) throw noSuch('edition in', [unknown], known);
  }
}

/**
 * Throws a usage error for ids that no profile has. For standard input they are only registered here: whether they
 * exist is known once all of it has been read (`requireFound`).
 */
export async function requireKnownIds(session: Session, ids: readonly string[]): Promise<void> {
  const { profiles, canReadAgain } = session;
  profiles.watchIds(ids);
  if (ids.length === 0 || !canReadAgain) return;
  for await (const profile of untilStopped(session)) {
    // An id that was not found may belong to a profile that could not be read; the run reports the faults of that one.
    if (!profile.ok || profiles.missingIds().length === 0) return;
  }
  refuseUnknown(profiles.missingIds());
}

/** Yields all profiles. As there may be many, throws `Stopped` as soon as the run is asked to stop. */
async function* untilStopped({ profiles, stop }: Session): AsyncGenerator<Outcome<Data>> {
  for await (const profile of profiles) {
    if (stop.aborted) throw new Stopped();
    yield profile;
  }
}

function refuseUnknown(unknown: readonly string[]): void {
  if (unknown.length > 0) {
    throw new UsageError(
      `there is no recipient ${unknown.map(quoted).join(', ')}`,
      'demarche list shows all recipients and their ids',
    );
  }
}
