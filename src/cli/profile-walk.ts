import type { Data } from '../model/data.ts';
import type { Outcome } from '../model/outcome.ts';
import { loadProfiles } from '../load/load-profiles.ts';
import { loadRecipients } from '../load/load-recipients.ts';
import { profileId } from '../validate/validate-recipient.ts';
import { remembered } from '../run/remembered.ts';
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
const MOST_REMEMBERED = 2000;

/** The campaign's own profiles, then those of the file that the command line names. */
export function openProfiles(world: World, file: NamedFile | undefined): ProfileWalk {
  const own = remembered(() => loadProfiles(world), MOST_REMEMBERED);
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
      for await (const _ of own) if ((found += 1) > MOST_REMEMBERED) return;
      total = found;
    },
  };
}
