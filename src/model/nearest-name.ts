/**
 * Returns the name that the user probably meant: one that differs in capitals, spaces and hyphens alone, or else the one
 * with the smallest edit distance from the typed name. The distance is at most 2, and at most a third of the length of the typed name, so that short names are not confused.
 */
export function nearestName(typedName: string, names: Iterable<string>): string | undefined {
  const letters = lettersOf(typedName);
  let nearest: string | undefined;
  // Only names below this distance are accepted.
  let distanceLimit = Math.min(2, Math.floor(typedName.length / 3)) + 1;
  for (const name of names) {
    if (letters !== '' && lettersOf(name) === letters) return name;
    // The distance is at least the difference of the lengths.
    if (Math.abs(name.length - typedName.length) >= distanceLimit) continue;
    const distance = editDistance(typedName, name);
    if (distance >= distanceLimit) continue;
    distanceLimit = distance;
    nearest = name;
  }
  return nearest;
}

/** Returns a name in small letters, without spaces, hyphens and underscores. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/gu, '');
}

/**
 * Returns the optimal string alignment distance (a restricted Damerau–Levenshtein distance): the number of insertions,
 * deletions, substitutions and transpositions of adjacent characters, if no substring is edited twice. Only three rows
 * of the table of distances are kept.
 */
function editDistance(a: string, b: string): number {
  let rowBeforePrevious: readonly number[] = [];
  let previousRow: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSameCharacter = a[i - 1] === b[j - 1];
      const isTransposed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          cellAt(previousRow, j) + 1,
          cellAt(row, j - 1) + 1,
          cellAt(previousRow, j - 1) + (isSameCharacter ? 0 : 1),
          isTransposed ? cellAt(rowBeforePrevious, j - 2) + 1 : Infinity,
        ),
      );
    }
    rowBeforePrevious = previousRow;
    previousRow = row;
  }
  return cellAt(previousRow, b.length);
}

function cellAt(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
