import { loadProfiles } from '../load/load-profiles.ts';
import { loadRecipients } from '../load/load-recipients.ts';
import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { profileId } from '../validate/validate-recipient.ts';
import type { World } from '../world.ts';
import type { NamedFile } from './recipients-file.ts';

/** All profiles of a command. Can be iterated repeatedly, except for standard input; large inputs are streamed. */
export interface ProfileWalk extends AsyncIterable<Outcome<Data>> {
  /** The progress of the current iteration, from 0 to 1; undefined if the total is not known. */
  readonly share: () => number | undefined;
  /** Counts the campaign's own profiles for `share`, unless a file is named or there are too many to keep in memory. */
  readonly count: () => Promise<void>;
  /** Registers ids to look for in all profiles iterated from now on. */
  readonly watchIds: (ids: readonly string[]) => void;
  /** The registered ids that no profile has had so far. */
  readonly missingIds: () => readonly string[];
}

/** How many of the campaign's own profiles are kept in memory: more than people write by hand. */
const MAX_KEPT = 2000;

/** Opens the campaign's own profiles, followed by those of the file that the command line names. */
export function openProfiles(world: World, file: NamedFile | undefined): ProfileWalk {
  const own = withCachedStart(() => loadProfiles(world), MAX_KEPT);
  let total: number | undefined;
  let visited = 0;
  const awaited = new Set<string>();
  /** Removes the profile's id from the awaited ones, and returns the profile. */
  const strikeId = (profile: Outcome<Data>): Outcome<Data> => {
    const id = awaited.size > 0 && profile.ok ? profileId(profile.value) : undefined;
    if (id !== undefined) awaited.delete(id);
    return profile;
  };
  return {
    async *[Symbol.asyncIterator]() {
      visited = 0;
      for await (const profile of own) {
        visited += 1;
        yield strikeId(profile);
      }
      total = visited;
      if (file !== undefined) for await (const profile of loadRecipients(file)) yield strikeId(profile);
    },
    watchIds: (ids) => ids.forEach((id) => awaited.add(id)),
    missingIds: () => [...awaited],
    share: () => {
      if (file !== undefined) return file.share();
      return total === undefined ? undefined : visited / total;
    },
    count: async () => {
      if (file !== undefined || total !== undefined) return;
      let found = 0;
      for await (const _ of own) if ((found += 1) > MAX_KEPT) return;
      total = found;
    },
  };
}

/**
 * An iterable that keeps the first `limit` items of its source, so that they are read only once. Later items
 * are read from the source each time, so that memory is bounded. For profiles written by hand: they are few, and
 * several letters and checks iterate over them.
 */
export function withCachedStart<T>(source: () => AsyncIterable<T>, limit: number): AsyncIterable<T> {
  const items: T[] = [];
  let iterator: AsyncIterator<T> | undefined;
  let ended = false;
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; index < limit; index += 1) {
        if (index === items.length) {
          iterator ??= source()[Symbol.asyncIterator]();
          const next = ended ? undefined : await iterator.next();
          if (next === undefined || next.done === true) {
            ended = true;
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
  let visited = 0;
  for await (const item of source) {
    visited += 1;
    if (visited > count) yield item;
  }
}
