import { expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { folderWith, inProcess } from '../support/in-process.ts';

test('letters with their source attached are checked, compared and dispatched with --attach-source', async () => {
  const campaign = folderWith(aCampaign());
  await inProcess(campaign, ['generate', '--attach-source']);
  expect((await inProcess(campaign, ['check'])).code).toBe(1);
  for (const command of ['check', 'diff', 'dispatch'])
    expect([command, (await inProcess(campaign, [command, '--attach-source'])).code]).toEqual([command, 0]);
});
