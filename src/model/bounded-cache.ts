/** Remembers what was computed for a key; what has not been asked for lately is forgotten. */
export interface BoundedCache<T> {
  /** What is known of a key, or is computed now. */
  readonly recall: (key: string, compute: () => T) => T;
}

/**
 * A cache of at most twice `limit` entries. When the young generation is full it becomes the old one, and the old one is
 * dropped: no clock and no list to keep, and what is used survives.
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
    recall: (key, compute) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older !== undefined) return keep(key, older);
      return keep(key, compute());
    },
  };
}
