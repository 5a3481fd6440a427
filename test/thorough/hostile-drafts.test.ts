import { test } from 'vitest';
import { expectNoAddedFields } from '../support/a-draft.ts';

test('hostile words in names and subjects add no field and no address to a draft', { timeout: 120_000 }, async () => {
  await expectNoAddedFields(1000);
});
