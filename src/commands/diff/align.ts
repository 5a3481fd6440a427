/** A stretch of two sequences: what both have, or what the first lost and the second has in its place. */
export type Stretch<T> =
  | { readonly kind: 'same'; readonly items: readonly T[] }
  | { readonly kind: 'changed'; readonly before: readonly T[]; readonly after: readonly T[] };

/** Two sequences beside each other, with as much in common as there is (a longest common subsequence). */
export function align<T>(before: readonly T[], after: readonly T[]): readonly Stretch<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const stretches = [
    ...same(before.slice(0, start)),
    ...alignMiddle(a, b, commonLengths(a, b)),
    ...same(before.slice(before.length - end)),
  ];
  return stretches;
}

/** How many items two sequences have in common from each pair of places on. */
function commonLengths<T>(a: readonly T[], b: readonly T[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function alignMiddle<T>(
  a: readonly T[],
  b: readonly T[],
  common: (i: number, j: number) => number,
): readonly Stretch<T>[] {
  const stretches: Stretch<T>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j];
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    if (i > fromA) {
      stretches.push({ kind: 'same', items: a.slice(fromA, i) });
      continue;
    }
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) i += 1;
      else j += 1;
    }
    stretches.push({ kind: 'changed', before: a.slice(fromA, i), after: b.slice(fromB, j) });
  }
  return stretches;
}

function same<T>(items: readonly T[]): readonly Stretch<T>[] {
  return items.length === 0 ? [] : [{ kind: 'same', items }];
}
