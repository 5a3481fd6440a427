import { beforeAll, describe, expect, test } from 'vitest';
import { openValues } from '../../src/model/values.ts';
import { THE_LETTER } from '../support/a-campaign.ts';
import { aRepeatingCampaign } from '../support/a-repeating-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { NO_VALUES } from '../support/no-values.ts';
import { type Letters, lettersAlone, lettersOfRun } from '../support/runs-of-letters.ts';
import { shippedWorld } from '../support/shipped-campaign.ts';

// Every letter of the sample in every language, each of them alone, and where few parts are kept: npm run thorough.
describe.each([
  ['the sample', shippedWorld, 'open-letter', 47, 20],
  ['a campaign that repeats its blocks', () => memoryWorld(aRepeatingCampaign()).world, THE_LETTER, 6, 1],
])('a letter of %s has the same bytes', (_, open, letter, count, step) => {
  const job = { letter, formats: ['md', 'pdf'], attachSource: false } as const;
  let apart: Letters;

  beforeAll(async () => {
    apart = await lettersOfRun(open(), job, { values: NO_VALUES });
    expect(apart.size).toBe(2 * count);
  }, 60_000);

  test('in a run where equal parts are one value', async () => {
    expect(await lettersOfRun(open(), job)).toEqual(apart);
  });

  test('in a run in the reverse order', async () => {
    expect(await lettersOfRun(open(), job, { isReversed: true })).toEqual(apart);
  });

  test('alone in a run', async () => {
    const alone = await lettersAlone(open(), job, step);
    expect(alone.size).toBe(2 * Math.ceil(count / step));
    for (const [name, bytes] of alone) expect(bytes).toBe(apart.get(name));
  });
});

test('a letter of a campaign that repeats its blocks has the same bytes in a run where few parts are kept', async () => {
  const { world } = memoryWorld(aRepeatingCampaign());
  const job = { letter: THE_LETTER, formats: ['md', 'pdf'], attachSource: false } as const;
  const apart = await lettersOfRun(world, job, { values: NO_VALUES });
  expect(apart.size).toBe(12);
  expect(await lettersOfRun(world, job, { values: openValues(3) })).toEqual(apart);
});
