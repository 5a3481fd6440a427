import { expect, test } from 'vitest';
import { likelyKey } from '../../../src/validate/likely-keys.ts';

test.each([
  ['PS', ['passages', 'post-scriptum'], 'post-scriptum'],
  ['P.S.', ['post-scriptum'], 'post-scriptum'],
  ['post_scriptum', ['post-scriptum'], 'post-scriptum'],
  ['onBehalfOf', ['title', 'on-behalf-of'], 'on-behalf-of'],
  ['colour', ['name', 'lines', 'accent'], 'accent'],
  ['colour', ['name', 'lines'], undefined],
  ['unlike', ['name', 'lines', 'accent'], undefined],
])('%s among %j is likely meant for %s', (typed, known, expected) => {
  expect(likelyKey(typed, known)).toBe(expected);
});
