import { type Data, dataAt } from '../../model/data.ts';
import type { Diagnostic, RelatedLocation } from '../../model/diagnostic.ts';
import { fromProfile, say } from '../../model/message.ts';

/** Collects which profiles lack a key that a text needs, while the profiles are read. */
export interface LackingNotes {
  readonly look: (profile: Data, id: string | undefined) => void;
  /** The diagnostics, each with the profiles that lack what it is about. */
  readonly named: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

/** So many profiles are named for a diagnostic; the rest are counted. */
const NAMED = 5;

/** Begins to note, for the diagnostics that say which keys a profile may lack. */
export function noteLacking(diagnostics: readonly Diagnostic[]): LackingNotes {
  const notes = new Map<
    string,
    { readonly lacking: readonly string[]; readonly places: RelatedLocation[]; more: number }
  >();
  for (const { lacking } of diagnostics) {
    if (lacking !== undefined) notes.set(lacking.join('.'), { lacking, places: [], more: 0 });
  }
  return {
    look: (profile, id = 'this recipient') => {
      for (const [key, note] of notes) {
        if (dataAt(profile, note.lacking) !== undefined) continue;
        if (note.places.length === NAMED) note.more += 1;
        else note.places.push({ span: profile.span, message: say`${fromProfile(id)} has no ${key}` });
      }
    },
    named: (all) =>
      all.map((diagnostic) => {
        const note = diagnostic.lacking === undefined ? undefined : notes.get(diagnostic.lacking.join('.'));
        if (note === undefined) return diagnostic;
        const places = note.places.map((place, index) =>
          note.more > 0 && index === NAMED - 1
            ? { ...place, message: [...place.message, ...say`; neither have ${note.more} more`] }
            : place,
        );
        return { ...diagnostic, related: [...diagnostic.related, ...places] };
      }),
  };
}
