import type { Span } from '../model/span.ts';

/** Which ids were met, and where first. */
export interface FirstUses {
  readonly find: (id: string) => Span | undefined;
  readonly note: (id: string, span: Span) => void;
}

/** Columns that fit into a place beside its line. */
const COLUMNS = 4096;

/** Nothing was met yet. A hundred thousand ids are kept with a number each, not with an object, but those of tables. */
export function openFirstUses(): FirstUses {
  const files = new Map<string, Map<string, number | Span>>();
  return {
    find: (id) => {
      for (const [file, places] of files) {
        const place = places.get(id);
        if (typeof place === 'object') return place;
        if (place !== undefined) return { file, line: Math.floor(place / COLUMNS), column: place % COLUMNS };
      }
      return undefined;
    },
    note: (id, span) => {
      const { file, line, column, cell } = span;
      const places = files.get(file) ?? new Map<string, number | Span>();
      files.set(file, places);
      places.set(id, cell === undefined && column < COLUMNS ? line * COLUMNS + column : span);
    },
  };
}
