import { expect, test } from 'vitest';
import { tryProfiles } from '../support/generated-profiles.ts';

const PROFILES = 10_000;

test(`each of ${PROFILES} generated profiles gives a complete letter, or faults with their locations`, async () => {
  const tally = await tryProfiles(PROFILES, 200);
  expect(tally.profiles).toBe(PROFILES);
  expect(tally.letters).toBeGreaterThan(PROFILES / 20);
  expect(tally.refused).toBeGreaterThan(PROFILES / 20);
  expect(tally.printed).toBeGreaterThan(3);
});
