import { expect, test } from 'vitest';
import { complaintsAbout, complaintsAfterNext, demarche, lettersIn, overwriting, sideBySide } from './two-letters.ts';

const KILLS = 200;

test('two hundred kills at any moment leave whole files, and every next run finishes', async () => {
  const letters = await overwriting('md');
  const begun = performance.now();
  await demarche(letters.args, { cwd: letters.fresh() });
  const lasts = performance.now() - begun;
  // Evenly over the time that a run takes, and a little more: the machine is never quiet.
  const moments = Array.from({ length: KILLS }, (_, index) => (lasts * 1.2 * index) / KILLS);
  let killed = 0;
  const complaints = await sideBySide(moments, async (killAfter) => {
    const campaign = letters.fresh();
    const ending = await demarche(letters.args, { cwd: campaign, killAfter });
    if (ending.code === undefined) killed += 1;
    const said = [
      ...complaintsAbout(ending, lettersIn(campaign), letters),
      ...(await complaintsAfterNext(campaign, letters)),
    ];
    return said.map((text) => `killed after ${Math.round(killAfter)} ms: ${text}`);
  });
  expect(complaints.flat()).toEqual([]);
  expect(killed).toBeGreaterThan(KILLS / 2);
});
