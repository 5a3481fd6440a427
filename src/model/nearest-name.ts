/**
 * Returns the name that was probably meant: the nearest by edit distance (insertion, deletion, substitution or
 * transposition), at most 2, and at most a third of the typed length, so that short names are not confused.
 */
export function nearestName(typed: string, names: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let limit = Math.min(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - typed.length) >= limit) continue;
    const distance = editDistance(typed, name);
    if (distance >= limit) continue;
    limit = distance;
    nearest = name;
  }
  return nearest;
}

/** The Damerau–Levenshtein distance, restricted to optimal string alignment: no substring is edited twice. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          cellAt(last, j) + 1,
          cellAt(row, j - 1) + 1,
          cellAt(last, j - 1) + (same ? 0 : 1),
          swapped ? cellAt(beforeLast, j - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return cellAt(last, b.length);
}

function cellAt(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
