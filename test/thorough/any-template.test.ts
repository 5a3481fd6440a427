import { expect, test } from 'vitest';
import { tryTemplates } from '../support/any-template.ts';

test('a template that passes the check gives every recipient a complete letter', () => {
  const { passed, refused } = tryTemplates(3000);
  expect(passed + refused).toBe(3000);
  expect(passed).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(300);
});
