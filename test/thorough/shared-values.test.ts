import { expect, test } from 'vitest';
import { openValues } from '../../src/model/values.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

test('every letter of the sample, in every language, has the same bytes in any run', async () => {
  const job = { letter: 'open-letter', formats: ['md', 'pdf'], attachSource: false, editions: 'all' } as const;
  const world = shippedWorld();
  const apart = await lettersOfRun(world, job, { values: NO_VALUES });
  expect(apart.size).toBe(2 * 4 * 47);
  expect(await lettersOfRun(world, job)).toEqual(apart);
  expect(await lettersOfRun(world, job, { isReversed: true })).toEqual(apart);
  expect(await lettersOfRun(world, job, { values: openValues(3) })).toEqual(apart);
  const alone = await lettersAlone(world, job);
  expect(alone.size).toBe(apart.size);
  for (const [name, bytes] of alone) expect(bytes).toBe(apart.get(name));
});
