/** Where those that are one with the value at `start` end, neighbour by neighbour. */
export function endOfGroup<T>(values: readonly T[], start: number, areOne: (first: T, other: T) => boolean): number {
  const first = values[start];
  if (first === undefined) return values.length;
  let end = start + 1;
  for (let next = values[end]; next !== undefined && areOne(first, next); next = values[end]) end += 1;
  return end;
}
