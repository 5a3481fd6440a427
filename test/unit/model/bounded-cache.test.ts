import { describe, expect, test } from 'vitest';
import { boundedCache } from '../../../src/model/bounded-cache.ts';

/** A cache of at most two generations of two, and what it had to compute. */
function observed(): { readonly ask: (keys: string) => void; readonly computed: string[] } {
  const cache = boundedCache<string>(2);
  const computed: string[] = [];
  const compute = (key: string) => (): string => {
    computed.push(key);
    return key.toUpperCase();
  };
  return { ask: (keys) => Array.from(keys).forEach((key) => cache.getOrCompute(key, compute(key))), computed };
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
    expect([cache.getOrCompute('a', () => 1), cache.getOrCompute('a', () => 2)]).toEqual([1, 1]);
  });
});
