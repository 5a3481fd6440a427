import { expect, test } from 'vitest';
import { createValues } from '../../src/model/values.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { type Letters, lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

test('every shipped letter, in every language, has the same bytes with any cache, in any order and in a run of its own', async () => {
  const job = { letter: 'open-letter', formats: ['md', 'pdf'], attachSource: false, editions: 'all' } as const;
  const world = shippedWorld();
  const lettersWithoutCache = await lettersOfRun(world, job, { values: NO_VALUES });
  expect(lettersWithoutCache.size).toBe(2 * 4 * 47);
  // Compares names only, because printing the difference of hundreds of PDFs takes minutes.
  const differing = (letters: Letters): readonly string[] =>
    [...lettersWithoutCache.keys()].filter((name) => letters.get(name) !== lettersWithoutCache.get(name));
  expect(differing(await lettersOfRun(world, job))).toEqual([]);
  expect(differing(await lettersOfRun(world, job, { isReversed: true }))).toEqual([]);
  expect(differing(await lettersOfRun(world, job, { values: createValues(3) }))).toEqual([]);
  expect(differing(await lettersAlone(world, job))).toEqual([]);
});
