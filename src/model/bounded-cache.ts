/** Remembers what was computed for a key; what has not been asked for lately is forgotten. */
export interface BoundedCache<T> {
  /** What is known of a key, or is computed now; `compute` is told whether that will be kept. */
  readonly recall: (key: string, compute: (isKept: boolean) => T) => T;
}

/**
 * A cache of at most twice `limit` entries. When the young generation is full it becomes the old one, and the old one is
 * dropped: no clock and no list to keep, and what is used survives.
 */
export function boundedCache<T>(limit: number): BoundedCache<T> {
  return openCache(limit, () => true);
}

/**
 * The same, but what is asked for the first time is not kept: only what is asked for again before it is forgotten. So of
 * what is different for everybody only the key costs memory.
 */
export function recurringCache<T>(limit: number): BoundedCache<T> {
  const asked = boundedCache<{ times: number }>(limit);
  return openCache(limit, (key) => (asked.recall(key, () => ({ times: 0 })).times += 1) > 1);
}

function openCache<T>(limit: number, isKept: (key: string) => boolean): BoundedCache<T> {
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
      return isKept(key) ? keep(key, compute(true)) : compute(false);
    },
  };
}

/** A cache for each thing that something is remembered of; it is forgotten with the thing. */
export function cachesOf<K extends object, T>(limit: number): (owner: K) => BoundedCache<T> {
  const caches = new WeakMap<K, BoundedCache<T>>();
  return (owner) => {
    const own = caches.get(owner) ?? boundedCache<T>(limit);
    caches.set(owner, own);
    return own;
  };
}
