import { describe, expect, test } from 'vitest';
import { listLetters } from '../../../src/run/list-letters.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';

describe('the letters of a campaign', () => {
  test('are the folders with a letter.yaml', async () => {
    const files = {
      ...aCampaign(),
      'templates/notes/readme.md': 'x',
      'templates/zeal/letter.yaml': 'x',
      'templates/a.md': 'x',
    };
    expect(await listLetters(memoryWorld(files).world)).toEqual(['appeal', 'zeal']);
  });

  test('are none if there is no campaign', async () => {
    expect(await listLetters(memoryWorld({}).world)).toEqual([]);
  });
});
