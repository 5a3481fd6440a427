import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../pipeline.ts';
import { addressees } from '../run/addressees.ts';
import { type Filter, unknownFilterNames } from '../run/filter.ts';
import type { FilterOptions } from './options.ts';
import { quoted } from '../report/neutralise.ts';
import type { Session } from './session.ts';
import { Stopped, UsageError, noSuch } from './shell.ts';

/** The filter that the arguments and options of a command make. */
export function filterFrom(ids: readonly string[], options: FilterOptions): Filter {
  return { ids, roles: options.role, groups: options.group, states: options.state };
}

/**
 * Refuses, before any work is done, a command line that names somebody unknown or selects nobody: a misspelt name must
 * not end in a run that quietly does less.
 */
export async function requireSomebody(plans: readonly Plan[], session: Session, filter: Filter): Promise<void> {
  requireKnownLanguages(plans);
  for (const plan of plans) {
    const [unknown] = unknownFilterNames(filter, plan.campaign);
    if (unknown !== undefined) throw noSuch(unknown.kind, [unknown.name], unknown.known);
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
 * After the work, what `requireSomebody` cannot check before it for recipients on standard input, which are read once.
 * `count`: how many recipients were selected. Not for a run with faults: somebody missing may stand in a faulty file.
 */
export function requireFound({ profiles, canReadAgain }: Session, count: number): void {
  if (canReadAgain) return;
  refuseUnknown(profiles.awaited());
  if (count === 0) throw nobodySelected();
}

function nobodySelected(): UsageError {
  return new UsageError(
    'nobody is selected: no recipient fits what the command line asks for',
    'demarche list shows all',
  );
}

/** Refuses languages in which none of the letters is written. */
export function requireKnownLanguages(plans: readonly Plan[]): void {
  const known = [...new Set(plans.flatMap(({ campaign }) => Object.keys(campaign.letter.languages)))];
  for (const { job } of plans) {
    if (job.editions === undefined || job.editions === 'all') continue;
    const unknown = job.editions.find((language) => !known.includes(language));
    if (unknown !== undefined) throw noSuch('edition in', [unknown], known);
  }
}

/** Refuses ids that no profile has; of standard input that is known only when all has been read (`requireFound`). */
export async function requireKnownIds(session: Session, ids: readonly string[]): Promise<void> {
  const { profiles, canReadAgain } = session;
  profiles.awaitIds(ids);
  if (ids.length === 0 || !canReadAgain) return;
  for await (const profile of untilStopped(session)) {
    // Somebody missing may stand in the file that could not be read; the run reports its faults.
    if (!profile.ok || profiles.awaited().length === 0) return;
  }
  refuseUnknown(profiles.awaited());
}

/** All profiles; ends with an error as soon as the run is asked to stop, as they may be many. */
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
