import { beforeAll, describe, expect, test } from 'vitest';
import { createValues } from '../../src/model/values.ts';
import { THE_LETTER } from '../support/a-campaign.ts';
import { aRepeatingCampaign } from '../support/a-repeating-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { type Letters, lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';

// `npm run thorough` makes every shipped letter in these ways.
describe('a letter of a campaign that repeats its blocks has the same bytes', () => {
  const { world } = memoryWorld(aRepeatingCampaign());
  const job = { letter: THE_LETTER, formats: ['md', 'pdf'], attachSource: false } as const;
  let lettersWithoutCache: Letters;

  beforeAll(async () => {
    lettersWithoutCache = await lettersOfRun(world, job, { values: NO_VALUES });
    expect(lettersWithoutCache.size).toBe(12);
  }, 60_000);

  test('in a run that interns equal parts', async () => {
    expect(await lettersOfRun(world, job)).toEqual(lettersWithoutCache);
  });

  test('in a run in reverse order', async () => {
    expect(await lettersOfRun(world, job, { isReversed: true })).toEqual(lettersWithoutCache);
  });

  test('in a run of its own', async () => {
    const alone = await lettersAlone(world, job);
    expect(alone.size).toBe(12);
    expect(alone).toEqual(lettersWithoutCache);
  });

  test('in a run with a small cache', async () => {
    expect(await lettersOfRun(world, job, { values: createValues(3) })).toEqual(lettersWithoutCache);
  });
});
