import { expect, test } from 'vitest';
import { loadCampaign } from '../../../src/load/load-campaign.ts';
import { validateSignatoryColumns } from '../../../src/validate/validate-columns.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { inFull } from '../../support/outcomes.ts';

const TEXT = 'templates/appeal/en';

async function faultsWith(file: string, letter = THE_LETTER): Promise<readonly string[]> {
  const files = { ...aCampaign(), [file]: 'Words.\n' };
  return (await loadCampaign(memoryWorld(files).world, letter, validateSignatoryColumns)).diagnostics.map(inFull);
}

test.each([
  [`${TEXT}/body/the chair.md`, 'the chair must be a name', 'rename it to the-chair.md'],
  [`${TEXT}/partials/con.md`, 'con must be a name that Windows does not keep', 'rename it to con-1.md'],
  [`${TEXT}/partials/a\nb.md`, 'a\nb must be a name', 'rename it to a-b.md'],
  [`${TEXT}/passages/Thank you!/signatory.md`, 'Thank you! must be a name', 'rename it to thank-you'],
  [`${TEXT}/demands/publish/${'x'.repeat(101)}.md`, 'at most 100 bytes', 'rename it to xxx'],
  [`${TEXT}/body/Chair.md`, 'differ only in capitals', 'rename one of them'],
  [`${TEXT}/demands/PUBLISH/more.md`, 'differ only in capitals', 'rename one of them'],
  ['templates/Appeal/letter.yaml', 'the names Appeal and appeal differ only in capitals', 'rename one of them'],
])('%j is refused', async (file, message, hint) => {
  const [fault = '', ...others] = await faultsWith(file);
  expect(fault).toContain('file/not-read');
  expect(fault).toContain(message);
  expect(fault).toContain(hint);
  expect(others).toEqual([]);
});

test.each([`${TEXT}/body/députée_2.md`, `${TEXT}/passages/Merci/v1.0.md`, `${TEXT}/partials/شكر.md`])(
  '%j may be a text',
  async (file) => {
    expect(await faultsWith(file)).toEqual([]);
  },
);

test('the folder of a letter has a valid name', async () => {
  const files = Object.entries(aCampaign()).map(([path, text]) => [path.replace('appeal', 'my letter'), text] as const);
  const { diagnostics } = await loadCampaign(
    memoryWorld(Object.fromEntries(files)).world,
    'my letter',
    validateSignatoryColumns,
  );
  expect(diagnostics.map(inFull)).toEqual([expect.stringContaining('my letter must be a name')]);
});
