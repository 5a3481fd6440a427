/** Remembers what was made of a key, for so many keys; the oldest goes first. What is made must depend on the key alone. */
export interface Memo<T> {
  readonly get: (key: string, make: () => T) => T;
}

/** An empty memo. */
export function memoFor<T>(limit: number): Memo<T> {
  const kept = new Map<string, T>();
  const get = (key: string, make: () => T): T => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [oldest] = kept.keys();
    if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
    kept.set(key, made);
    return made;
  };
  return { get };
}
