import { beforeAll, describe, expect, test } from 'vitest';
import { createValues } from '../../src/model/values.ts';
import { THE_LETTER } from '../support/a-campaign.ts';
import { aRepeatingCampaign } from '../support/a-repeating-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { type Letters, lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

// `npm run thorough` also makes every language, every letter in a run of its own, and all letters with a small cache.
describe.each([
  ['the shipped campaign', shippedWorld, 'open-letter', 47, 20],
  ['a campaign that repeats its blocks', () => memoryWorld(aRepeatingCampaign()).world, THE_LETTER, 6, 1],
])('a letter of %s has the same bytes', (_, open, letter, count, step) => {
  const job = { letter, formats: ['md', 'pdf'], attachSource: false } as const;
  let lettersWithoutCache: Letters;

  beforeAll(async () => {
    lettersWithoutCache = await lettersOfRun(open(), job, { values: NO_VALUES });
    expect(lettersWithoutCache.size).toBe(2 * count);
  }, 60_000);

  test('in a run that interns equal parts', async () => {
    expect(await lettersOfRun(open(), job)).toEqual(lettersWithoutCache);
  });

  test('in a run in reverse order', async () => {
    expect(await lettersOfRun(open(), job, { isReversed: true })).toEqual(lettersWithoutCache);
  });

  test('in a run of its own', async () => {
    const alone = await lettersAlone(open(), job, step);
    expect(alone.size).toBe(2 * Math.ceil(count / step));
    for (const [name, bytes] of alone) expect(bytes).toBe(lettersWithoutCache.get(name));
  });
});

test('a letter of a campaign that repeats its blocks has the same bytes in a run with a small cache', async () => {
  const { world } = memoryWorld(aRepeatingCampaign());
  const job = { letter: THE_LETTER, formats: ['md', 'pdf'], attachSource: false } as const;
  const lettersWithoutCache = await lettersOfRun(world, job, { values: NO_VALUES });
  expect(lettersWithoutCache.size).toBe(12);
  expect(await lettersOfRun(world, job, { values: createValues(3) })).toEqual(lettersWithoutCache);
});
