import { expect, test } from 'vitest';
import { FAULT_FOLDERS, GOOD_CAMPAIGN, faultyCampaign, worldOf } from '../support/faulty-campaigns.ts';
import { runInMemory } from '../support/run-in-memory.ts';

test('values of profiles are not shown under CI, unless --show-values is given', async () => {
  const profileValues = ['Durand', 'Assembly Square', 'example.org', 'Ministry Street', 'Brussels', 'secretariat'];
  const counts = { campaigns: 0, shownValues: 0 };
  for (const folder of FAULT_FOLDERS) {
    const faulty = faultyCampaign(folder);
    if (faulty.isBilingual) continue;
    const isProfile = (path: string): boolean => /^recipients\/(?:chair|ministers)\.yaml$/.test(path);
    if (
      faulty.args[0] !== 'validate' ||
      !Object.keys(GOOD_CAMPAIGN).some((path) => isProfile(path) && faulty.files[path] !== GOOD_CAMPAIGN[path])
    )
      continue;
    for (const options of [[], ['--json'], ['--show-values']]) {
      const result = await runInMemory([...faulty.args, '--quiet', ...options], await worldOf(faulty), { CI: 'true' });
      const shown = profileValues.filter((value) => (result.out + result.err).includes(value));
      if (options[0] === '--show-values') counts.shownValues += shown.length;
      else expect([folder, shown]).toEqual([folder, []]);
    }
    counts.campaigns += 1;
  }
  expect(counts.campaigns).toBeGreaterThan(25);
  expect(counts.shownValues).toBeGreaterThan(0);
});
