/** A cache of limited size, which evicts entries that were not used recently. */
export interface BoundedCache<T> {
  /** Returns the cached value of a key, or computes and caches it. */
  readonly getOrCompute: (key: string, compute: () => T) => T;
}

/**
 * Creates a cache of at most twice `limit` entries, in two generations. When the young generation is full it becomes
 * the old one, and the previous old one is dropped. An entry that is used moves to the young generation, so that the
 * cache approximates least-recently-used eviction without a list.
 */
export function boundedCache<T>(limit: number): BoundedCache<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();

  function keep(key: string, value: T): T {
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  }

  return {
    getOrCompute: (key, compute) => {
      const cached = young.get(key);
      if (cached !== undefined) return cached;
      const older = old.get(key);
      if (older !== undefined) return keep(key, older);
      return keep(key, compute());
    },
  };
}
