import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { inFull, placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = aCampaign()['recipients/chair.yaml'] ?? '';

/** The diagnostics of the profile with this name of the holder, in a campaign that declares these phrases as meant. */
async function diagnosticsOf(name: string, meant: readonly string[] = []) {
  const files = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', `meant: ${JSON.stringify(meant)}`);
  const campaign = valueOf(await validatedCampaign(files));
  return validatedProfile(
    PROFILE.replace('Aline Durand', () => JSON.stringify(name)),
    campaign,
  ).diagnostics;
}

test('a value of a profile that a program left is a fault, and a warning if it can be a name', async () => {
  expect((await diagnosticsOf('#N/A')).map(({ code, severity }) => [code, severity])).toEqual([
    ['data/leftover', 'error'],
  ]);
  expect((await diagnosticsOf('Null')).map(({ code, severity }) => [code, severity])).toEqual([
    ['data/leftover', 'warning'],
  ]);
  expect((await diagnosticsOf('Anna , Durand')).map(({ code }) => code)).toEqual(['data/white-space']);
});

test('a profile that is not valid is searched too', async () => {
  const campaign = valueOf(await validatedCampaign());
  const text = PROFILE.replace('Aline Durand', 'ZoÃ«').replace('gender: f', 'gender: Ms');
  const codes = validatedProfile(text, campaign).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['data/wrong-value', 'data/leftover']);
});

test('the hint has the line that declares it to be meant, and withholds the value', async () => {
  const [diagnostic] = await diagnosticsOf('Ms "Null" NULL');
  expect(plainMessage(diagnostic?.hint ?? [])).toContain(String.raw`meant: ["Ms \"Null\" NULL"]`);
  expect(diagnostic?.hint).toContainEqual(expect.objectContaining({ secret: true }));
  expect(diagnostic?.message).toContainEqual({ echo: 'NULL', secret: true });
});

test('what lies within a phrase that is meant is not reported, and what lies beside it is', async () => {
  expect(await diagnosticsOf('Null', ['Null'])).toEqual([]);
  expect(await diagnosticsOf('Ms Erika NULL', ['Erika NULL'])).toEqual([]);
  expect(await diagnosticsOf('Ms Anna NULL', ['Erika NULL'])).toHaveLength(1);
  expect(await diagnosticsOf('NULL, Erika NULL', ['Erika NULL'])).toHaveLength(1);
  const signs = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ «»–';
  expect(await diagnosticsOf(`${signs} #N/A`, [`${signs} #N/A`])).toEqual([]);
});

test.each([
  ['templates/appeal/letter.yaml', 'reference: A/1', 'place: { en: "#N/A" }', '6:14'],
  ['templates/appeal/sources.yaml', 'title: { en: The Charter }', 'title: { en: The Charter &amp; more }', '2:16'],
  ['recipients/forms/en.yaml', 'source: the handbook', 'source: "[insert source]"', '7:13'],
])("a campaign's own files are searched: %s", async (path, original, replacement, location) => {
  const files = aCampaignWith(path, original, replacement);
  expect(placedFaultsOf(await validatedCampaign(files))).toEqual([`data/leftover ${path}:${location}`]);
});

test('the names of States and groups are searched', async () => {
  const files = aCampaign();
  const states = files['recipients/states.yaml'] ?? '';
  const short = /short: (\w+)/u.exec(states)?.[0] ?? '';
  expect(short).not.toBe('');
  const outcome = await validatedCampaign({
    ...files,
    'recipients/states.yaml': states.replace(short, 'short: "CÃ´te"'),
  });
  expect(outcome.diagnostics.map(inFull)).toEqual([expect.stringContaining('data/leftover')]);
});

test('a meaning is not searched, because no letter prints it; the text of an option of that name is', async () => {
  const groups = aCampaign()['recipients/groups.yaml'] ?? '';
  const outcome = await validatedCampaign({
    ...aCampaign(),
    'recipients/groups.yaml': groups.replaceAll(/meaning: [^,}\n]+/gu, 'meaning: …'),
    'recipients/fields.yaml': 'ward: { meaning: … }\nparty: { meaning: TBD, one-of: { meaning: … } }\n',
  });
  expect(placedFaultsOf(outcome)).toEqual(['data/leftover recipients/fields.yaml:2:43']);
});

test('a field is searched if it is free text: 0 is a number', async () => {
  const campaign = valueOf(
    await validatedCampaign({
      ...aCampaign(),
      'recipients/fields.yaml': 'households: { type: number, meaning: m }\nward: { meaning: m }\n',
    }),
  );
  const codesOf = (fields: string) =>
    validatedProfile(`${PROFILE}\nfields: { ${fields} }\n`, campaign).diagnostics.map(({ code }) => code);
  expect(codesOf('households: 0')).toEqual([]);
  expect(codesOf('ward: 0')).toEqual(['data/leftover']);
  expect(codesOf('households: "#N/A"')).toEqual(['data/wrong-value']);
});

test('the phrases that are meant are not leftovers themselves', async () => {
  const files = aCampaignWith('templates/appeal/letter.yaml', 'reference: A/1', 'meant: ["#N/A", "Null"]');
  expect(placedFaultsOf(await validatedCampaign(files))).toEqual([]);
});
