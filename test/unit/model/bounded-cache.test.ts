import { describe, expect, test } from 'vitest';
import { boundedCache } from '../../../src/model/bounded-cache.ts';

/** A cache with two generations of two entries. `request` looks up each character; `computed` has the cache misses. */
function createObservedCache(): { readonly request: (keys: string) => void; readonly computed: string[] } {
  const cache = boundedCache<string>(2);
  const computed: string[] = [];
  const compute = (key: string) => (): string => {
    computed.push(key);
    return key.toUpperCase();
  };
  return { request: (keys) => Array.from(keys).forEach((key) => cache.getOrCompute(key, compute(key))), computed };
}

describe('a bounded cache', () => {
  test('computes the value of a cached key only once', () => {
    const { request, computed } = createObservedCache();
    request('abab');
    expect(computed).toEqual(['a', 'b']);
  });

  test('keeps a key that is used repeatedly', () => {
    const { request, computed } = createObservedCache();
    request('abacada');
    expect(computed.filter((key) => key === 'a')).toHaveLength(1);
  });

  test('evicts a key that is not used', () => {
    const { request, computed } = createObservedCache();
    request('abcdefa');
    expect(computed.filter((key) => key === 'a')).toHaveLength(2);
  });

  test('returns the cached value instead of computing it again', () => {
    const cache = boundedCache<number>(1);
    expect([cache.getOrCompute('a', () => 1), cache.getOrCompute('a', () => 2)]).toEqual([1, 1]);
  });
});
