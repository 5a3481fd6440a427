import { expect, test } from 'vitest';
import { plainMessage } from '../../../src/model/message.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const campaign = valueOf(await validatedCampaign());

test.each(['[1 Mill Lane, TOWN]', '\n  - 1 Mill Lane\n  - TOWN'])(
  'lines without their key have a hint: %j',
  (lines) => {
    const [fault] = validatedProfile(`id: bo\nholder: { name: Bo }\naddress: ${lines}\n`, campaign).diagnostics;
    expect(plainMessage(fault?.hint ?? [])).toContain('address: { lines: [');
  },
);

test.each([
  ['languages: en', 'write languages: { en: original };'],
  ['languages: [en, fr]', 'write languages: { en: original, fr: unchecked };'],
  ['languages: en, fr', 'write languages: { en: original, fr: unchecked };'],
  ['languages: English', ''],
  ['languages: [[en]]', ''],
  ['demands: all', ''],
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
