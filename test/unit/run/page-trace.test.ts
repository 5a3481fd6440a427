import { describe, expect, test } from 'vitest';
import { findPageDifference, tracePages } from '../../../src/run/page-trace.ts';

const DUMP = 'page 1\n  y=1 | one\n  y=2 | two\npage 2\n  y=1 | three\n';
const TRACE = tracePages(DUMP);

describe('a trace of pages', () => {
  test('has two characters for each line', () => {
    expect(TRACE).toMatch(/^[\w-]{10}$/);
  });

  test.each([
    ['none', DUMP, undefined],
    ['a changed line', DUMP.replace('three', 'drei'), { page: 2, line: 1, words: 'drei' }],
    ['a line at another position', DUMP.replace('y=2', 'y=3'), { page: 1, line: 2, words: 'two' }],
    ['an additional page', `${DUMP}page 3\n  y=1 | four\n`, { page: 3, line: 0, words: '' }],
    ['a missing line', 'page 1\n  y=1 | one\n', { page: 1, line: 2, words: '' }],
  ])('finds the first difference: %s', (_, dump, expected) => {
    expect(findPageDifference(TRACE, dump)).toEqual(expected);
  });
});
