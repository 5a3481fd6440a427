import { describe, expect, test } from 'vitest';
import { boundedCache, cachesOf, recurringCache } from '../../../src/model/bounded-cache.ts';

/** A cache of at most two generations of two, and what it had to compute. */
function observed(): { readonly ask: (keys: string) => void; readonly computed: string[] } {
  const cache = boundedCache<string>(2);
  const computed: string[] = [];
  const compute = (key: string) => (): string => {
    computed.push(key);
    return key.toUpperCase();
  };
  return { ask: (keys) => Array.from(keys).forEach((key) => cache.recall(key, compute(key))), computed };
}

describe('a bounded cache', () => {
  test('computes what it knows only once', () => {
    const { ask, computed } = observed();
    ask('abab');
    expect(computed).toEqual(['a', 'b']);
  });

  test('keeps what is used', () => {
    const { ask, computed } = observed();
    ask('abacada');
    expect(computed.filter((key) => key === 'a')).toHaveLength(1);
  });

  test('forgets what is not used', () => {
    const { ask, computed } = observed();
    ask('abcdefa');
    expect(computed.filter((key) => key === 'a')).toHaveLength(2);
  });

  test('gives what was computed', () => {
    const cache = boundedCache<number>(1);
    expect([cache.recall('a', () => 1), cache.recall('a', () => 2)]).toEqual([1, 1]);
  });
});

describe('a cache of what recurs', () => {
  test('keeps nothing that is asked for once, and what is asked for twice', () => {
    const cache = recurringCache<object>(10);
    const [first, second, third] = ['a', 'a', 'a'].map((key) => cache.recall(key, () => ({})));
    expect([first === second, second === third]).toEqual([false, true]);
  });

  test('forgets that something was asked for', () => {
    const cache = recurringCache<object>(2);
    const seen = Array.from('abcdea', (key) => cache.recall(key, () => ({})));
    expect(seen.at(-1)).not.toBe(cache.recall('b', () => ({})));
    expect(cache.recall('a', () => ({}))).not.toBe(seen.at(-1));
  });
});

test('caches of two things know nothing of each other', () => {
  const cacheOf = cachesOf<object, number>(10);
  const [one, other] = [{}, {}];
  const found = [one, other, one].map((owner, index) => cacheOf(owner).recall('a', () => index));
  expect(found).toEqual([0, 1, 0]);
});
