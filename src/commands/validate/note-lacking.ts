import { type Data, dataAt } from '../../model/data.ts';
import type { Diagnostic, RelatedPlace } from '../../model/diagnostic.ts';
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
  const wanted = new Map(
    diagnostics.flatMap(({ lacking }) => (lacking === undefined ? [] : [[keyOf(lacking), lacking] as const])),
  );
  const noted = new Map([...wanted.keys()].map((key) => [key, { places: new Array<RelatedPlace>(), more: 0 }]));
  const look = (profile: Data, id = 'this recipient'): void => {
    for (const [key, path] of wanted) {
      const notes = noted.get(key);
      if (notes === undefined || dataAt(profile, path) !== undefined) continue;
      if (notes.places.length === NAMED) notes.more += 1;
      else notes.places.push({ span: profile.span, message: say`${fromProfile(id)} has no ${path.join('.')}` });
    }
  };
  const named = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
    all.map((diagnostic) => {
      const notes = diagnostic.lacking === undefined ? undefined : noted.get(keyOf(diagnostic.lacking));
      if (notes === undefined) return diagnostic;
      const places = notes.places.map((place, index) =>
        notes.more > 0 && index === NAMED - 1
          ? { ...place, message: [...place.message, ...say`; neither have ${notes.more} more`] }
          : place,
      );
      return { ...diagnostic, related: [...diagnostic.related, ...places] };
    });
  return { look, named };
}

function keyOf(path: readonly string[]): string {
  return path.join('.');
}
