import { type Data, dataAt } from '../../model/data.ts';
import type { Diagnostic, RelatedLocation } from '../../model/diagnostic.ts';
import { profileEcho, say } from '../../model/message.ts';

/** A record, kept while profiles are read, of the profiles that lack a key which a text uses. */
export interface MissingKeyRecord {
  /** Records which of the keys this profile lacks. */
  readonly recordProfile: (profile: Data, id: string | undefined) => void;
  /** Adds the profiles that lack a key to the diagnostics about that key, as related locations. */
  readonly addProfiles: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** The maximum number of profiles that a diagnostic names; the others are counted. */
const MAX_LISTED_PROFILES = 5;

/** Creates the record of the keys in `lacking` of these diagnostics: paths of keys that a text uses. */
export function createMissingKeyRecord(diagnostics: readonly Diagnostic[]): MissingKeyRecord {
  const profilesByKey = new Map<
    string,
    { readonly lacking: readonly string[]; readonly locations: RelatedLocation[]; unlistedCount: number }
  >();
  for (const { lacking } of diagnostics) {
    if (lacking !== undefined) profilesByKey.set(lacking.join('.'), { lacking, locations: [], unlistedCount: 0 });
  }
  return {
    recordProfile: (profile, id = 'this recipient') => {
      for (const [key, entry] of profilesByKey) {
        if (dataAt(profile, entry.lacking) !== undefined) continue;
        if (entry.locations.length === MAX_LISTED_PROFILES) entry.unlistedCount += 1;
        else entry.locations.push({ span: profile.span, message: say`${profileEcho(id)} has no ${key}` });
      }
    },
    addProfiles: (allDiagnostics) =>
      allDiagnostics.map((diagnostic) => {
        const entry = diagnostic.lacking === undefined ? undefined : profilesByKey.get(diagnostic.lacking.join('.'));
        if (entry === undefined) return diagnostic;
        const locations = entry.locations.map((location, index) =>
          entry.unlistedCount > 0 && index === MAX_LISTED_PROFILES - 1
            ? { ...location, message: [...location.message, ...say`; neither have ${entry.unlistedCount} more`] }
            : location,
        );
        return { ...diagnostic, related: [...diagnostic.related, ...locations] };
      }),
  };
}
