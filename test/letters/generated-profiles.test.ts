import { expect, test } from 'vitest';
import { tryProfiles } from '../support/generated-profiles.ts';

const PROFILES = 150;

// `npm run thorough` tries 10,000.
test(`what passes of ${PROFILES} generated profiles is a whole letter, and what does not has a place`, async () => {
  const tally = await tryProfiles(PROFILES, 25);
  expect(tally.profiles).toBe(PROFILES);
  expect(tally.letters).toBeGreaterThan(PROFILES / 20);
  expect(tally.refused).toBeGreaterThan(PROFILES / 20);
  expect(tally.printed).toBeGreaterThan(2);
});
