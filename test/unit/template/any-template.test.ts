import { expect, test } from 'vitest';
import { tryTemplates } from '../../support/any-template.ts';

// `npm run thorough` tries three thousand templates.
test('a template that passes validation is right for every recipient', () => {
  const { passed, refused } = tryTemplates(80);
  expect(passed + refused).toBe(80);
  expect(passed).toBeGreaterThan(8);
  expect(refused).toBeGreaterThan(8);
});
