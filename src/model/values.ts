import { boundedCache } from './bounded-cache.ts';

/**
 * The parts of letters that a run has interned: equal parts become one object (hash consing), so that a stage can
 * memoise its results by object identity. This never affects the output, because parts are immutable and only pure
 * functions of them are memoised.
 */
export interface Values {
  /**
   * Returns the canonical object for a key; equal keys must mean equal values. A value is interned only when its key
   * occurs for the second time, so that parts of a single letter take no memory but that of their keys.
   */
  readonly intern: <T extends object>(value: T, key: string) => T;
  /** Returns the number of an interned object, for the keys of its parents; undefined if the object is not interned. */
  readonly numberOf: (value: object) => number | undefined;
  /** Creates the memo (the cache of results) of one function. */
  readonly memo: <R>() => Memo<R>;
}

/**
 * Returns the result of a function for an object and a key that encodes all other arguments. The result is cached as
 * long as the object lives, provided that it is interned; for other objects, it is computed at each call.
 */
export type Memo<R> = (value: object, key: string, compute: () => R) => R;

/** The default capacity of each cache generation, in parts: more than the texts of a campaign have. */
const GENERATION_LIMIT = 2000;

/** Creates an empty set of interned values. `limit` is the capacity of each cache generation, in parts. */
export function createValues(limit: number = GENERATION_LIMIT): Values {
  const occurrences = boundedCache<{ count: number }>(limit);
  const internedValues = boundedCache<object>(limit);
  const numbers = new WeakMap<object, number>();
  let lastNumber = 0;

  return {
    intern: <T extends object>(value: T, key: string): T => {
      if (numbers.has(value)) return value;
      if ((occurrences.getOrCompute(key, () => ({ count: 0 })).count += 1) < 2) return value;
      const canonical = internedValues.getOrCompute(key, () => value) as T;
      if (!numbers.has(canonical)) numbers.set(canonical, (lastNumber += 1));
      return canonical;
    },
    numberOf: (value) => numbers.get(value),
    memo: <R>(): Memo<R> => {
      const resultsByValue = new WeakMap<object, Map<string, R>>();
      return (value, key, compute) => {
        if (!numbers.has(value)) return compute();
        const resultsOfValue = resultsByValue.get(value);
        const cached = resultsOfValue?.get(key);
        if (cached !== undefined) return cached;
        const result = compute();
        if (resultsOfValue === undefined) resultsByValue.set(value, new Map([[key, result]]));
        else resultsOfValue.set(key, result);
        return result;
      };
    },
  };
}
