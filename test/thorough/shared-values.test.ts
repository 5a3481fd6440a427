import { expect, test } from 'vitest';
import { openValues } from '../../src/model/values.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { type Letters, lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

test('every letter of the sample, in every language, has the same bytes in any run', async () => {
  const job = { letter: 'open-letter', formats: ['md', 'pdf'], attachSource: false, editions: 'all' } as const;
  const world = shippedWorld();
  const apart = await lettersOfRun(world, job, { values: NO_VALUES });
  expect(apart.size).toBe(2 * 4 * 47);
  // Names: a difference of hundreds of PDFs takes minutes to be printed.
  const differing = (letters: Letters): readonly string[] =>
    [...apart.keys()].filter((name) => letters.get(name) !== apart.get(name));
  expect(differing(await lettersOfRun(world, job))).toEqual([]);
  expect(differing(await lettersOfRun(world, job, { isReversed: true }))).toEqual([]);
  expect(differing(await lettersOfRun(world, job, { values: openValues(3) }))).toEqual([]);
  expect(differing(await lettersAlone(world, job))).toEqual([]);
});
