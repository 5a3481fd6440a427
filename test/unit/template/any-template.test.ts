import { expect, test } from 'vitest';
import { tryTemplates } from '../../support/any-template.ts';

// Three thousand: npm run thorough.
test('a text that passes the check is right for everybody', () => {
  const { passed, refused } = tryTemplates(200);
  expect(passed + refused).toBe(200);
  expect(passed).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});
