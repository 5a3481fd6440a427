import { loadProfiles } from '../load/load-profiles.ts';
import { loadRecipients } from '../load/load-recipients.ts';
import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { profileId } from '../validate/validate-recipient.ts';
import type { World } from '../world.ts';
import type { NamedFile } from './recipients-file.ts';

/** All profiles that a command asks for, to be walked as often as needed, never in memory all at once. */
export interface ProfileWalk extends AsyncIterable<Outcome<Data>> {
  /** How far the walk that goes on has come, from 0 to 1; undefined while nobody knows. */
  readonly share: () => number | undefined;
  /** Finds out how many there are, if that costs nothing: those on standard input come only once. */
  readonly count: () => Promise<void>;
  /** Looks out for these ids from now on. */
  readonly awaitIds: (ids: readonly string[]) => void;
  /** Those among them that no profile had so far. */
  readonly awaited: () => readonly string[];
}

/** Profiles of the campaign's own that are kept in memory: more than people write by hand. */
const MOST_KEPT = 2000;

/** The campaign's own profiles, then those of the file that the command line names. */
export function openProfiles(world: World, file: NamedFile | undefined): ProfileWalk {
  const own = replayable(() => loadProfiles(world), MOST_KEPT);
  let total: number | undefined;
  let passed = 0;
  const awaited = new Set<string>();
  const seen = (profile: Outcome<Data>): Outcome<Data> => {
    const id = awaited.size > 0 && profile.ok ? profileId(profile.value) : undefined;
    if (id !== undefined) awaited.delete(id);
    return profile;
  };
  return {
    async *[Symbol.asyncIterator]() {
      passed = 0;
      for await (const profile of own) {
        passed += 1;
        yield seen(profile);
      }
      total = passed;
      if (file !== undefined) for await (const profile of loadRecipients(file)) yield seen(profile);
    },
    awaitIds: (ids) => ids.forEach((id) => awaited.add(id)),
    awaited: () => [...awaited],
    share: () => {
      if (file !== undefined) return file.share();
      return total === undefined ? undefined : passed / total;
    },
    count: async () => {
      if (file !== undefined || total !== undefined) return;
      let found = 0;
      for await (const _ of own) if ((found += 1) > MOST_KEPT) return;
      total = found;
    },
  };
}

/**
 * A stream that is read from its source once and can be iterated again. For profiles that people wrote by hand: they
 * are few, and several letters and checks read them. What comes after the first `most` is read again each time, so that
 * memory stays flat however many there are.
 */
export function replayable<T>(source: () => AsyncIterable<T>, most: number): AsyncIterable<T> {
  const items: T[] = [];
  let iterator: AsyncIterator<T> | undefined;
  let ended = false;
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; index < most; index += 1) {
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
      yield* after(source(), most);
    },
  };
}

async function* after<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let passed = 0;
  for await (const item of source) {
    passed += 1;
    if (passed > count) yield item;
  }
}
