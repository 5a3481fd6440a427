import { expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { faultsOf, inFull, valueDespiteWarnings } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';
import { validateProfile } from '../../../src/validate/validate-recipient.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';

const LETTER = 'templates/appeal/letter.yaml';
const SOURCES = 'templates/appeal/sources.yaml';

/** The bilingual campaign, with texts that are stated once: in the letter, in the sources. */
function filesWith(name: string): Record<string, string> {
  const files = aBilingualCampaign('revised');
  const replaced = (path: string, pattern: RegExp, text: string): string => (files[path] ?? '').replace(pattern, text);
  return {
    ...files,
    [LETTER]: replaced(LETTER, /name: \{ en: The Society.*?\}/u, `name: ${name}`).replace(
      /published: .*/u,
      'published: open letter\nplace: London',
    ),
    [SOURCES]: replaced(SOURCES, /title: .*/u, 'title: Carta').replace(/note: .*/u, 'note: Carta 1999'),
  };
}

test('a text that is stated once is there in every language of the letter', async () => {
  const { letter, sources } = valueDespiteWarnings(await validatedCampaign(filesWith('Al-Haq')));
  expect(letter.signatories[0]?.name).toEqual({ '*': 'Al-Haq' });
  expect([letter.place, letter.published]).toEqual([{ '*': 'London' }, { '*': 'open letter' }]);
  expect(sources.get('charter')?.title).toEqual({ '*': 'Carta' });
});

test('in a profile too', async () => {
  const campaign = valueDespiteWarnings(await validatedCampaign(filesWith('Al-Haq')));
  const profile = `id: a\nlanguages: [fr]\noffice: { title: Maire }\nenvelope: Mairie\ncopies: [Le Conseil, { fr: Le Sénat }]\n`;
  const data = valueDespiteWarnings(readYaml('p.yaml', profile));
  const [edition] = validateProfile(data, campaign).map(valueDespiteWarnings);
  expect(edition?.recipient).toMatchObject({
    office: { title: { '*': 'Maire' } },
    envelope: { '*': ['Mairie'] },
    copies: [{ name: { '*': 'Le Conseil' } }, { name: { fr: 'Le Sénat' } }],
  });
});

test.each([
  ['"Al  Haq"', 'data/white-space'],
  ['"#N/A"', 'data/leftover'],
  ['""', 'data/wrong-value'],
  ['[a]', 'data/wrong-type'],
])('%s is the same fault as in a text for one language, once', async (typed, code) => {
  const outcome = await validatedCampaign(filesWith(typed));
  expect(faultsOf(outcome)).toEqual([expect.stringContaining(code)]);
  expect(outcome.diagnostics.map(inFull)[0]).not.toContain(' en ');
});
