/** A cache of limited size, which evicts the entries that were not used recently. */
export interface BoundedCache<T> {
  /** Returns the cached value of a key, or computes and caches it. */
  readonly getOrCompute: (key: string, compute: () => T) => T;
}

/**
 * Creates a cache of two generations, each of at most `limit` entries. New entries go to the young generation. When it
 * is full, it replaces the old generation, whose entries are evicted. An old entry that is read moves to the young
 * generation, so that the cache approximates least-recently-used eviction without a linked list.
 */
export function boundedCache<T>(limit: number): BoundedCache<T> {
  let youngGeneration = new Map<string, T>();
  let oldGeneration = new Map<string, T>();

  function addToYoungGeneration(key: string, value: T): T {
    if (youngGeneration.size >= limit) {
      oldGeneration = youngGeneration;
      youngGeneration = new Map();
    }
    youngGeneration.set(key, value);
    return value;
  }

  return {
    getOrCompute: (key, compute) => {
      const youngValue = youngGeneration.get(key);
      if (youngValue !== undefined) return youngValue;
      const oldValue = oldGeneration.get(key);
      if (oldValue !== undefined) return addToYoungGeneration(key, oldValue);
      return addToYoungGeneration(key, compute());
    },
  };
}
