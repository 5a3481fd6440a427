import { expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { inFull } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';
const NAME = 'name: { en: The Society }';

async function messagesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await validatedCampaign(files)).diagnostics.map(inFull).map((line) => line.slice(LETTER.length + 1));
}

test.each([
  ['place: London', undefined],
  [
    'place: { en: "London,", xx: "London," }',
    '6:14 data/wrong-value place ends with ,, and letters print , after it (write London)',
  ],
  [
    'place: London 2025',
    '6:8 data/wrong-value place has the year of the letter, whose date is printed after it (write the place alone, as in London)',
  ],
  ['place: Area 20251', undefined],
  ['reference: Our references', undefined],
  [
    'reference: "our Reference: A/1"',
    '6:12 data/wrong-value reference begins with Our reference, which letters print before it (write A/1)',
  ],
  [
    'reference: { ours: Our reference }',
    '6:20 data/wrong-value reference begins with Our reference, which letters print before it (leave it out)',
  ],
])('%s', async (lines, fault) => {
  expect(await messagesOf(aCampaignWith(LETTER, 'reference: A/1', lines))).toEqual(fault === undefined ? [] : [fault]);
});

test.each([
  ['the Chair', undefined],
  ['Fortune Ltd', undefined],
  [
    'For the Chair',
    '8:68 data/wrong-value on-behalf-of begins with for, which letters print before it (write the Chair)',
  ],
])('on-behalf-of: %s', async (principal, fault) => {
  const files = aCampaignWith(LETTER, NAME, `${NAME}, on-behalf-of: ${principal}`);
  expect((await messagesOf(files)).map((line) => line.replace(/^8:\d+/u, '8:68'))).toEqual(
    fault === undefined ? [] : [fault],
  );
});

test('each language has its own words', async () => {
  const files = aBilingualCampaign('revised');
  const withLines = (lines: string) =>
    messagesOf({ ...files, [LETTER]: (files[LETTER] ?? '').replace('reference: A/1', lines) });
  expect(await withLines('place: { en: "Paris, le", fr: "Paris, le" }')).toEqual([
    '6:31 data/wrong-value place ends with , le, and letters print , le after it (write Paris)',
  ]);
  expect(await withLines('reference: "Nos références : A/1"')).toEqual([
    '6:12 data/wrong-value reference begins with Nos références, which letters print before it (write A/1)',
  ]);
});
