import { type ExternalColumns, loadExternalProfiles } from '../load/load-recipients.ts';
import { type Data, dataAt } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { loadProfiles } from '../pipeline.ts';
import { profileId } from '../validate/validate-recipient.ts';
import type { World } from '../world.ts';
import type { NamedRecipientsFile } from './recipients-file.ts';

/** What the last complete iteration over the profiles saw. */
export interface SeenProfiles {
  /** The number of profiles that could be read. */
  readonly total: number;
  /** The number of them with the key `skip`. */
  readonly skipped: number;
  /** The roles that the profiles have, at least those of the first profiles. */
  readonly roles: readonly string[];
  /** The name of the file that the command line names; undefined if it names none. */
  readonly fileName: string | undefined;
}

/** All profiles of a command, as a stream. It can be iterated repeatedly, unless it includes standard input. */
export interface ProfileWalk extends AsyncIterable<Outcome<Data>> {
  /** The part of the current iteration that is done, from 0 to 1; undefined if the total is not known. */
  readonly share: () => number | undefined;
  /**
   * Counts the campaign's own profiles, so that `share` is known. Does nothing if a file is named or there are too many
   * to cache.
   */
  readonly count: () => Promise<void>;
  /** Registers ids to look for in the profiles that are iterated from now on. */
  readonly watchIds: (ids: readonly string[]) => void;
  /** The registered ids that no profile has had so far. */
  readonly missingIds: () => readonly string[];
  /** Describes the profiles of the last iteration, to explain why none of them was selected. */
  readonly seen: () => SeenProfiles;
}

/** The number of profiles of an iteration whose roles are recorded. */
const MAX_PROFILES_WITH_ROLES = 1000;

/** The maximum number of the campaign's own profiles that are kept in memory, more than people write by hand. */
const MAX_CACHED_PROFILES = 2000;

/**
 * Returns the campaign's own profiles, followed by those of the file that the command line names, if any. `external`: the
 * columns file that it names for that file.
 */
export function openProfiles(
  world: World,
  file: NamedRecipientsFile | undefined,
  external?: ExternalColumns,
): ProfileWalk {
  const ownProfiles = withCachedStart(() => loadProfiles(world), MAX_CACHED_PROFILES);
  let ownCount: number | undefined;
  let visitedCount = 0;
  const awaitedIds = new Set<string>();
  let seenProfiles = { total: 0, skipped: 0, roles: new Set<string>() };
  const recordSeen = (profile: Data): void => {
    seenProfiles.total += 1;
    if (dataAt(profile, ['skip']) !== undefined) seenProfiles.skipped += 1;
    const roles = seenProfiles.total > MAX_PROFILES_WITH_ROLES ? undefined : dataAt(profile, ['roles']);
    if (roles?.kind !== 'list') return;
    for (const role of roles.items) if (role.kind === 'scalar') seenProfiles.roles.add(role.text);
  };
  /** Removes the profile's id from `awaitedIds`, and returns the profile. */
  const strikeId = (profile: Outcome<Data>): Outcome<Data> => {
    if (profile.ok) recordSeen(profile.value);
    const id = awaitedIds.size > 0 && profile.ok ? profileId(profile.value) : undefined;
    if (id !== undefined) awaitedIds.delete(id);
    return profile;
  };
  return {
    async *[Symbol.asyncIterator]() {
      visitedCount = 0;
      seenProfiles = { total: 0, skipped: 0, roles: new Set() };
      for await (const profile of ownProfiles) {
        visitedCount += 1;
        yield strikeId(profile);
      }
      ownCount = visitedCount;
      if (file !== undefined) for await (const profile of loadExternalProfiles(file, external)) yield strikeId(profile);
    },
    watchIds: (ids) => ids.forEach((id) => awaitedIds.add(id)),
    missingIds: () => [...awaitedIds],
    seen: () => ({ ...seenProfiles, roles: [...seenProfiles.roles], fileName: file?.name }),
    share: () => {
      if (file !== undefined) return file.share();
      return ownCount === undefined ? undefined : visitedCount / ownCount;
    },
    count: async () => {
      if (file !== undefined || ownCount !== undefined) return;
      let count = 0;
      for await (const _ of ownProfiles) if ((count += 1) > MAX_CACHED_PROFILES) return;
      ownCount = count;
    },
  };
}

/**
 * Returns an iterable that caches the first `limit` items of its source. Items beyond the limit are read from the
 * source in each iteration, so that memory is bounded. Profiles written by hand are few, so all of them are cached
 * for the several letters and checks that iterate over them.
 */
export function withCachedStart<T>(source: () => AsyncIterable<T>, limit: number): AsyncIterable<T> {
  const items: T[] = [];
  let iterator: AsyncIterator<T> | undefined;
  let hasEnded = false;
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; index < limit; index += 1) {
        if (index === items.length) {
          iterator ??= source()[Symbol.asyncIterator]();
          const next = hasEnded ? undefined : await iterator.next();
          if (next === undefined || next.done === true) {
            hasEnded = true;
            return;
          }
          items.push(next.value);
        }
        const item = items[index];
        if (item !== undefined) yield item;
      }
      yield* skipFirst(source(), limit);
    },
  };
}

/** Yields the items after the first `count`. */
async function* skipFirst<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let visitedCount = 0;
  for await (const item of source) {
    visitedCount += 1;
    if (visitedCount > count) yield item;
  }
}
