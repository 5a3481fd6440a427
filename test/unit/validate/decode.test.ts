import { describe, expect, test } from 'vitest';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = aCampaign()['recipients/chair.yaml'] ?? '';
const campaign = valueOf(await validatedCampaign());
const faultsWith = (original: string, replacement: string): readonly string[] => {
  expect(PROFILE).toContain(original);
  return placedFaultsOf(validatedProfile(PROFILE.replace(original, replacement), campaign));
};

describe('a comment after unquoted text', () => {
  test.each([
    ['\nsource: the assembly', '\nsource: the assembly #400', 'p.yaml:10:22'],
    ['copies: [{ en: The secretariat }]', 'copies:\n  - en: The secretariat # or the clerk?', 'p.yaml:10:25'],
    [
      'address: { lines: [1 Assembly Square, 1000 SOMEWHERE] }',
      'address:\n  lines:\n    - Plaza #400\n    - SOMEWHERE',
      'p.yaml:9:13',
    ],
  ])('is a fault: %s', (original, replacement, location) => {
    expect(faultsWith(original, replacement)).toEqual([`yaml/comment-in-text ${location}`]);
  });

  test('is a fault in a shared file too', async () => {
    const files = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/1 #2');
    expect(placedFaultsOf(await validatedCampaign(files))).toEqual([
      'yaml/comment-in-text templates/appeal/letter.yaml:6:16',
    ]);
  });
});

describe('a comment is allowed', () => {
  test.each([
    ['after an id', 'id: the-chair', 'id: the-chair # names the output'],
    ['after a list', 'languages: [en]', 'languages: [en] # in order of preference'],
    ['after a value from a fixed set', 'verified: 2025-11-30', 'verified: false # not yet'],
    ['after quoted text', '\nsource: the assembly', '\nsource: "the assembly" # asked on Monday'],
    ['on a line of its own', '\nsource: the assembly', '\n# asked on Monday\nsource: the assembly'],
  ])('%s', (_, original, replacement) => {
    expect(faultsWith(original, replacement)).toEqual([]);
  });

  test('after a condition', async () => {
    const files = aCampaignWith('templates/appeal/letter.yaml', 'to: [chair, minister]', 'to: minister # only');
    expect(placedFaultsOf(await validatedCampaign(files))).toEqual([]);
  });

  test('a # without a space before it belongs to the text', () => {
    expect(faultsWith('\nsource: the assembly', '\nsource: the assembly#400')).toEqual([]);
  });
});
