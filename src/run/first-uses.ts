import type { Span } from '../model/span.ts';

/** Which ids were met, and where first. */
export interface FirstUses {
  readonly find: (id: string) => Span | undefined;
  readonly note: (id: string, span: Span) => void;
}

/** A place is a number if its line and its column are less than this. */
const [LINES, COLUMNS] = [2 ** 24, 2 ** 12];

/** Nothing was met yet. A hundred thousand ids are kept with a number each, not with an object, but those of tables. */
export function openFirstUses(): FirstUses {
  const places = new Map<string, number | Span>();
  const files: string[] = [];
  const numbers = new Map<string, number>();

  function numberOf(file: string): number {
    const number = numbers.get(file) ?? files.push(file) - 1;
    numbers.set(file, number);
    return number;
  }

  return {
    find: (id) => {
      const place = places.get(id);
      if (typeof place !== 'number') return place;
      const line = Math.floor(place / COLUMNS);
      return { file: files[Math.floor(line / LINES)] ?? '', line: line % LINES, column: place % COLUMNS };
    },
    note: (id, span) => {
      const { file, line, column, cell } = span;
      const fits = cell === undefined && line < LINES && column < COLUMNS;
      places.set(id, fits ? (numberOf(file) * LINES + line) * COLUMNS + column : span);
    },
  };
}
