import { type Data, dataAt } from '../../model/data.ts';
import type { Diagnostic, RelatedLocation } from '../../model/diagnostic.ts';
import { fromProfile, say } from '../../model/message.ts';

/** Records, while profiles are read, which of them lack a key that a text uses. */
export interface MissingKeyRecord {
  /** Records which of the keys this profile lacks. */
  readonly look: (profile: Data, id: string | undefined) => void;
  /** Adds to each diagnostic about a missing key, as related locations, the profiles that lack it. */
  readonly named: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** The maximum number of profiles named in a diagnostic; the rest are counted. */
const MOST_NAMED = 5;

/** Opens the record for those of the diagnostics that state a key which profiles may lack (`lacking`, a key path). */
export function recordMissingKeys(diagnostics: readonly Diagnostic[]): MissingKeyRecord {
  const notes = new Map<
    string,
    { readonly lacking: readonly string[]; readonly locations: RelatedLocation[]; more: number }
  >();
  for (const { lacking } of diagnostics) {
    if (lacking !== undefined) notes.set(lacking.join('.'), { lacking, locations: [], more: 0 });
  }
  return {
    look: (profile, id = 'this recipient') => {
      for (const [key, note] of notes) {
        if (dataAt(profile, note.lacking) !== undefined) continue;
        if (note.locations.length === MOST_NAMED) note.more += 1;
        else note.locations.push({ span: profile.span, message: say`${fromProfile(id)} has no ${key}` });
      }
    },
    named: (all) =>
      all.map((diagnostic) => {
        const note = diagnostic.lacking === undefined ? undefined : notes.get(diagnostic.lacking.join('.'));
        if (note === undefined) return diagnostic;
        const locations = note.locations.map((location, index) =>
          note.more > 0 && index === MOST_NAMED - 1
            ? { ...location, message: [...location.message, ...say`; neither have ${note.more} more`] }
            : location,
        );
        return { ...diagnostic, related: [...diagnostic.related, ...locations] };
      }),
  };
}
