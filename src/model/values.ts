import { boundedCache } from './bounded-cache.ts';

/**
 * Equal parts of letters as one object (hash consing), so that a stage can memoise what it makes of a part by the object
 * itself. No letter depends on it: parts never change, and what is memoised is a pure function of them.
 */
export interface Values {
  /**
   * The one object for all values of this key, which determines the value. It is kept from the second time the key is
   * met: what one letter alone has costs a key only.
   */
  readonly intern: <T extends object>(value: T, key: string) => T;
  /** A number that stands for a kept object in the keys of what contains it; undefined: the object is not kept. */
  readonly numberOf: (value: object) => number | undefined;
  /** Opens the results of one function of kept objects. */
  readonly memo: <R>() => Memo<R>;
}

/**
 * The result for an object and a key for whatever else the function depends on. It is computed once for a kept object,
 * lives as long as that, and is computed anew for any other.
 */
export type Memo<R> = (value: object, key: string, compute: () => R) => R;

/** Values kept in each of two generations: more than the parts of a campaign's texts. */
const KEPT = 2000;

/** Opens the values of a run. */
export function openValues(kept: number = KEPT): Values {
  const met = boundedCache<{ times: number }>(kept);
  const values = boundedCache<object>(kept);
  const numbers = new WeakMap<object, number>();
  let last = 0;

  return {
    intern: <T extends object>(value: T, key: string): T => {
      if (numbers.has(value)) return value;
      if ((met.recall(key, () => ({ times: 0 })).times += 1) < 2) return value;
      const one = values.recall(key, () => value) as T;
      if (!numbers.has(one)) numbers.set(one, (last += 1));
      return one;
    },
    numberOf: (value) => numbers.get(value),
    memo: <R>(): Memo<R> => {
      const results = new WeakMap<object, Map<string, R>>();
      return (value, key, compute) => {
        if (!numbers.has(value)) return compute();
        const ofValue = results.get(value);
        const known = ofValue?.get(key);
        if (known !== undefined) return known;
        const result = compute();
        if (ofValue === undefined) results.set(value, new Map([[key, result]]));
        else ofValue.set(key, result);
        return result;
      };
    },
  };
}
