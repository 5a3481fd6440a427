import { expect, test } from 'vitest';
import {
  complaintsAbout,
  complaintsAfterNext,
  demarche,
  lettersIn,
  prepareOverwriting,
  withTwoWorkers,
} from './two-letters.ts';

const KILLS = 200;

test('200 kills at different moments leave only complete files, and every next run succeeds', async () => {
  const letters = await prepareOverwriting('md');
  const startTime = performance.now();
  await demarche(letters.args, { cwd: letters.fresh() });
  const duration = performance.now() - startTime;
  // Evenly distributed over the duration of a run and a fifth more, because the machine's load varies.
  const moments = Array.from({ length: KILLS }, (_, index) => (duration * 1.2 * index) / KILLS);
  let killed = 0;
  const complaints = await withTwoWorkers(moments, async (killAfter) => {
    const campaign = letters.fresh();
    const ending = await demarche(letters.args, { cwd: campaign, killAfter });
    if (ending.code === undefined) killed += 1;
    const found = [
      ...complaintsAbout(ending, lettersIn(campaign), letters),
      ...(await complaintsAfterNext(campaign, letters)),
    ];
    return found.map((text) => `killed after ${Math.round(killAfter)} ms: ${text}`);
  });
  expect(complaints.flat()).toEqual([]);
  expect(killed).toBeGreaterThan(KILLS / 2);
});
