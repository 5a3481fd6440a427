import { boundedCache } from './bounded-cache.ts';

/**
 * Gives values numbers: equal ones the same, as long as they are remembered, and no two others. A number makes a short key
 * of a long text. Values are never changed.
 */
export type NumberOf = (value: object) => number;

/** Opens numbers for so many values per generation; what stays in memory keeps its number besides. */
export function openNumbers(remembered: number): NumberOf {
  const known = new WeakMap<object, number>();
  const byContent = boundedCache<number>(remembered);
  let last = 0;
  return (value) => {
    const own = known.get(value);
    if (own !== undefined) return own;
    const number = byContent.recall(JSON.stringify(value), () => (last += 1));
    known.set(value, number);
    return number;
  };
}
