import { expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const CHAIR = 'recipients/chair.yaml';
const HOLDER = /^holder:.*\n/mu;

/** The line of `explain` about the form of address, for a chair with this line in the profile. */
async function addressedLine(holder: string): Promise<string | undefined> {
  const files = aCampaign();
  const profile = (files[CHAIR] ?? '').replace(HOLDER, holder);
  const { out } = await runInMemory(['explain', 'the-chair'], memoryWorld({ ...files, [CHAIR]: profile }).world);
  return /^addressed as [^:]*/mu.exec(out)?.[0];
}

test.each([
  ['a holder who is not known', '', 'addressed as chair, holder unknown'],
  ['a holder of unknown gender', 'holder: { name: A }\n', 'addressed as chair, for an unknown gender'],
  ['a woman', 'holder: { name: A, gender: f }\n', 'addressed as chair, a woman'],
])('explain says of %s how the letter addresses them', async (_, holder, expected) => {
  expect(await addressedLine(holder)).toBe(expected);
});

test.each([
  ['{ lines: { fr: [Rue A, VILLE], de: [Weg 1, ORT] } }', 'postal address in fr: the profile has none in en'],
  [
    '{ lines: { fr: [Rue A, VILLE], de: [Weg 1, ORT] }, language: de }',
    'postal address in de: the profile has none in en',
  ],
  ['{ lines: { fr: [Rue A, VILLE], en: [1 Way, TOWN] } }', undefined],
  ['{ lines: [1 Way, TOWN] }', undefined],
])('explain says in which language the address %s is, if it is not that of the letter', async (address, expected) => {
  const files = aCampaign();
  const profile = `${(files[CHAIR] ?? '').replace(/^address:(?:\n .*)*.*\n/mu, '')}\naddress: ${address}\n`;
  const { out } = await runInMemory(['explain', 'the-chair'], memoryWorld({ ...files, [CHAIR]: profile }).world);
  expect(out).toContain('gets the letter');
  expect(/^postal address.*/mu.exec(out)?.[0]).toBe(expected);
});
