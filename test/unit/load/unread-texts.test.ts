import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { loadCampaign } from '../../../src/load/load-campaign.ts';
import { validateSignatoryColumns } from '../../../src/validate/validate-columns.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { folderWith, inProcess } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';

/** Returns the faults of a campaign with one more file: code, file and hint. */
async function faultsWithFile(path: string): Promise<readonly (readonly string[])[]> {
  const { world } = memoryWorld({ ...aCampaign(), [path]: 'words: words\n' });
  const { diagnostics } = await loadCampaign(world, THE_LETTER, validateSignatoryColumns);
  return diagnostics
    .filter(({ code }) => code === 'file/not-read')
    .map(({ code, span, hint }) => [code, span.file, plainMessage(hint ?? [])]);
}

test.each([
  ['templates/appeal/en/letter.md', 'move it to templates/appeal/en/body/letter.md if it is a whole letter'],
  ['templates/appeal/en/letter.MD', 'move it to templates/appeal/en/body/letter.md if it is a whole letter'],
  ['templates/appeal/en/body/chair.mdown', 'rename it to chair.md, or move it out of templates/appeal/en/body/'],
  ['templates/appeal/en/body/other.MD', 'rename it to other.md, or move it out of templates/appeal/en/body/'],
  ['templates/appeal/en/partials/x.markdown', 'rename it to x.md, or move it out of templates/appeal/en/partials/'],
  ['templates/appeal/en/demands/publish/ask.markdown', 'rename it to ask.md'],
  ['templates/appeal/sources.yml', 'rename it to sources.yaml, or move it away'],
])('the text or file of a letter %s, which would be ignored, is a fault', async (path, hint) => {
  expect(await faultsWithFile(path)).toEqual([['file/not-read', path, expect.stringContaining(hint)]]);
});

test.each([
  'templates/appeal/en/README.md',
  'templates/appeal/en/body/readme.markdown',
  'templates/appeal/en/body/notes.txt',
  'templates/appeal/en/notes.txt',
  'templates/appeal/notes.md',
  'templates/appeal/en/body/map.png',
  'templates/appeal/en/body/.keep',
])('%s is no text', async (path) => {
  expect(await faultsWithFile(path)).toEqual([]);
});

test('the only text, in a folder too high, is reported as such', async () => {
  const campaign = folderWith({
    'templates/plain/letter.yaml': 'date: 2026-01-02\n',
    'templates/plain/en/bridge.md': '# On\n\nWords.\n',
    'recipients/people.yaml': '- { id: bo, holder: { name: Bo } }\n',
  });
  const { code, err } = await inProcess(campaign, ['validate']);
  expect(code).toBe(1);
  expect(err).toContain('move it to “templates/plain/en/body/bridge.md”');
});
