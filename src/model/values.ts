import { boundedCache } from './bounded-cache.ts';

/**
 * Interns equal parts of letters as one object (hash consing), so that a stage can memoise its results by object
 * identity. This never affects the output: parts are immutable, and only pure functions of them are memoised.
 */
export interface Values {
  /**
   * Returns the canonical object for a key; equal keys must mean equal values. The value is interned when its key
   * occurs for the second time, so that a part of only one letter costs no more than its key.
   */
  readonly intern: <T extends object>(value: T, key: string) => T;
  /** The number of an interned object, for use in the keys of its parents; undefined if the object is not interned. */
  readonly numberOf: (value: object) => number | undefined;
  /** Creates the memo of one function. */
  readonly memo: <R>() => Memo<R>;
}

/**
 * Returns the result for an object and a key that stands for all other arguments. For an interned object, the result is
 * cached as long as the object lives; for any other, it is computed at each call.
 */
export type Memo<R> = (value: object, key: string, compute: () => R) => R;

/** The capacity of each of the cache's two generations: more than the number of parts of a campaign's texts. */
const GENERATION_LIMIT = 2000;

/** Creates the interned values of a run; `limit` is the capacity of each cache generation. */
export function openValues(limit: number = GENERATION_LIMIT): Values {
  const occurrences = boundedCache<{ times: number }>(limit);
  const values = boundedCache<object>(limit);
  const numbers = new WeakMap<object, number>();
  let lastNumber = 0;

  return {
    intern: <T extends object>(value: T, key: string): T => {
      if (numbers.has(value)) return value;
      if ((occurrences.getOrCompute(key, () => ({ times: 0 })).times += 1) < 2) return value;
      const interned = values.getOrCompute(key, () => value) as T;
      if (!numbers.has(interned)) numbers.set(interned, (lastNumber += 1));
      return interned;
    },
    numberOf: (value) => numbers.get(value),
    memo: <R>(): Memo<R> => {
      const results = new WeakMap<object, Map<string, R>>();
      return (value, key, compute) => {
        if (!numbers.has(value)) return compute();
        const resultsOfValue = results.get(value);
        const cached = resultsOfValue?.get(key);
        if (cached !== undefined) return cached;
        const result = compute();
        if (resultsOfValue === undefined) results.set(value, new Map([[key, result]]));
        else resultsOfValue.set(key, result);
        return result;
      };
    },
  };
}
