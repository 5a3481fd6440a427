import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const campaign = valueOf(await validatedCampaign());

test.each([
  ['holder: Bo Li', 'holder: { name: Bo Li }'],
  ['holder: "Bo, of Li"', 'holder: { name: "Bo, of Li" }'],
  ['office: Mayor', 'office: { title: { en: Mayor } }'],
  ['office: Maire\nlanguages: [fr, en]', 'office: { title: { fr: Maire } }'],
  ['office: { title: Mayor }', 'title: { en: Mayor }'],
  ['salutation: "Dear Bo,"', 'salutation: { en: "Dear Bo," }'],
  ['address: 1 Mill Lane', 'address: { lines: [1 Mill Lane] }'],
  ['copies: [The clerk]', '- { en: The clerk }'],
  ['channels: [bo@example.org]', '- { email: bo@example.org }'],
])('the hint for %j in a profile has the mapping that was meant', (yaml, line) => {
  const profile = (entry: string): string => `id: bo\n${entry}\n`;
  const [fault] = validatedProfile(profile(yaml), campaign).diagnostics;
  expect([fault?.code, plainMessage(fault?.hint ?? [])]).toEqual(['data/wrong-type', `write ${line}`]);
  // Values of profiles can be withheld.
  expect(fault?.hint).toContainEqual(expect.objectContaining({ secret: true, inPublic: expect.stringContaining('…') }));
  const key = line.split(':')[0] ?? '';
  const pasted = line.startsWith('- ') ? `${yaml.split(':')[0]}:\n  ${line}` : line;
  const { diagnostics } = validatedProfile(profile(key === 'title' ? `office: { ${pasted} }` : pasted), campaign);
  expect(diagnostics.filter(({ code }) => code === 'data/wrong-type')).toEqual([]);
});

test.each(['[1 Mill Lane, TOWN]', '\n  - 1 Mill Lane\n  - TOWN'])(
  'lines without their key have a hint: %j',
  (lines) => {
    const [fault] = validatedProfile(`id: bo\nholder: { name: Bo }\naddress: ${lines}\n`, campaign).diagnostics;
    expect(plainMessage(fault?.hint ?? [])).toContain('address: { lines: [');
  },
);

test.each([
  ['name: Bo', 'it is part of the holder: write holder: { name: … }'],
  ['gender: f', 'it is part of the holder: write holder: { gender: … }'],
  ['title: Mayor', 'it is part of the office: write office: { title: { en: … } }'],
  ['rank: mayor', 'it is part of the office: write office: { rank: … }'],
  ['email: bo@example.org', 'it is part of the channels: write channels: [{ email: … }]'],
  ['lines: [TOWN]', 'it is part of the address: write address: { lines: […] }'],
])('the hint for %j at the top of a profile has its place', (line, hint) => {
  const { diagnostics } = validatedProfile(`id: bo\n${line}\n`, campaign);
  const fault = diagnostics.find(({ code }) => code === 'data/unknown-key');
  expect(plainMessage(fault?.hint ?? [])).toBe(hint);
});

test.each([
  ['published: { en: open letter }', 'published: open letter', 'published: { en: open letter }'],
  ['name: { en: The Society }', 'name: The Society', 'name: { en: The Society }'],
  ['page: { preset: international }', 'page: din-5008', 'page: { preset: din-5008 }'],
])('the hint for a text in the place of %j has it', async (original, replacement, line) => {
  const outcome = await validatedCampaign(aCampaignWith('templates/appeal/letter.yaml', original, replacement));
  const hints = outcome.diagnostics.map(({ hint }) => plainMessage(hint ?? []));
  expect(hints).toContain(`write ${line}`);
});

test.each([
  ['languages: en', 'write languages: { en: original };'],
  ['languages: [en, fr]', 'write languages: { en: original, fr: unchecked };'],
  ['languages: en, fr', 'write languages: { en: original, fr: unchecked };'],
  ['languages: English', ''],
  ['languages: [[en]]', ''],
  ['demands: all', ''],
  [`published: ${'x'.repeat(61)}`, ''],
])('the hint for %j in a letter is %j', async (line, hint) => {
  const outcome = await validatedCampaign({
    'templates/appeal/letter.yaml': `date: 2025-12-01\n${line}\n`,
    'templates/appeal/en/body/appeal.md': '# On\n\nWords.\n',
    'recipients/people.yaml': '- { id: bo, holder: { name: Bo } }\n',
  });
  const fault = outcome.diagnostics.find(({ code }) => code === 'data/wrong-type');
  expect(fault).toBeDefined();
  const words = plainMessage(fault?.hint ?? []);
  expect(hint === '' ? words : words.slice(0, hint.length)).toBe(hint);
});
