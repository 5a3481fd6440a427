import { beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../../src/languages/english.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = `id: the-chair
roles: [chair]
state: FR
languages: [en]
office: { title: { en: Chair }, rank: chair }
address: { lines: [1 Assembly Square, SOMEWHERE] }
source: the assembly
verified: 2025-11-30
`;
const WITHOUT_RANK = PROFILE.replace(', rank: chair', '');

let campaign: Campaign;
beforeAll(async () => {
  campaign = valueOf(await validatedCampaign());
});

/** What is reported for the profile: severity, code, location and hint. */
function reportedFor(text: string, forms: Campaign['forms'] = campaign.forms): readonly string[] {
  return validatedProfile(text, { ...campaign, forms }).diagnostics.map(
    ({ severity, code, span, hint = [] }) => `${severity} ${code} ${span.line}:${span.column} ${plainMessage(hint)}`,
  );
}

describe('a rank', () => {
  test('may be left out: the letter has the plain form', () => {
    expect(reportedFor(WITHOUT_RANK)).toEqual([]);
    expect(reportedFor(WITHOUT_RANK, {})).toEqual([]);
  });

  test('is refused if nothing declares it, because it may be misspelt', () => {
    const hint = 'add it to recipients/forms/en.yaml, or leave rank out: the letter then has the plain form of address';
    expect(reportedFor(PROFILE, {})).toEqual([`error profile/no-form 5:39 ${hint}`]);
  });

  test('is refused with the nearest rank of another language, if the campaign has no forms in this one', () => {
    const forms = { fr: campaign.forms['en'] as NonNullable<Campaign['forms'][string]> };
    expect(reportedFor(PROFILE.replace('rank: chair', 'rank: chiar'), forms)).toEqual([
      'error profile/no-form 5:39 did you mean chair?',
    ]);
  });

  describe('that has a form in another language only', () => {
    const reportedWith = (profile: string) =>
      reportedFor(profile, { fr: campaign.forms['en'] as NonNullable<Campaign['forms'][string]> });

    test('causes a warning, because the letter has the plain form', () => {
      expect(reportedWith(PROFILE)).toEqual([
        'warning profile/no-form 5:39 create recipients/forms/en.yaml with a form for the rank',
      ]);
    });

    test('causes none if the profile has all words itself, or is skipped', () => {
      const words = 'envelope: { en: The Chair }\nsalutation: { en: "Madam," }\n';
      expect(reportedWith(`${PROFILE}${words}`)).toHaveLength(1);
      expect(reportedWith(`${PROFILE}${words}close: { en: "Yours," }\n`)).toEqual([]);
      expect(reportedWith(`${PROFILE}skip: { reason: vacant }\n`)).toEqual([]);
    });
  });
});

describe('an honorific in a plain form', () => {
  const withHolder = (holder: string) => `${WITHOUT_RANK}holder: { name: Anne Smith, gender: f, ${holder} }\n`;

  test('causes no warning if the salutation has it', () => {
    expect(reportedFor(withHolder('honorific: Dr.'))).toEqual([]);
  });

  test('causes a warning if the salutation does without it, unless the profile has its own', () => {
    const warning = 'warning profile/no-form 9:51 give the profile a salutation of its own';
    expect(reportedFor(withHolder('honorific: H.E.'))).toEqual([warning]);
    expect(reportedFor(`${withHolder('honorific: H.E.')}salutation: { en: "Excellency," }\n`)).toEqual([]);
    expect(reportedFor(`${withHolder('honorific: H.E.')}skip: { reason: vacant }\n`)).toEqual([]);
  });
});

test('a language without plain forms needs a salutation and a close in the profile', () => {
  const locales = new Map([['en', { ...english, plainForms: undefined }]]);
  const reported = (text: string) =>
    validatedProfile(text, { ...campaign, locales }).diagnostics.map(
      ({ code, span, message, hint = [] }) => `${code} ${span.line} ${plainMessage(message)}: ${plainMessage(hint)}`,
    );
  const remedies =
    'or write plain-forms: for all recipients into languages/en.yaml, or a form for the rank of the office into recipients/forms/en.yaml';
  expect(reported(WITHOUT_RANK)).toEqual([
    `profile/no-form 1 the profile has no salutation and close in en, which has no plain forms of address: write salutation: { en: … } and close: { en: … } into the profile; ${remedies}`,
  ]);
  const salutation = 'salutation: { en: "Madam," }\n';
  expect(reported(`${WITHOUT_RANK}${salutation}`)).toEqual([
    `profile/no-form 1 the profile has no close in en, which has no plain forms of address: write close: { en: … } into the profile; ${remedies}`,
  ]);
  expect(reported(`${WITHOUT_RANK}${salutation}close: { en: "Yours," }\n`)).toEqual([]);
  expect(reported(`${WITHOUT_RANK}skip: { reason: vacant }\n`)).toEqual([]);
  expect(reported(PROFILE)).toEqual([]);
});

test('a courtesy title without the gender that it says has a hint that names the gender', () => {
  const german = { ...campaign, editions: { languages: ['de'], each: 'first-read' as const } };
  const text = WITHOUT_RANK.replace('[en]', '[de]').replace('en: Chair', 'de: Vorsitz');
  const holder = 'holder: { name: Anna Schäfer, honorific: Frau }\n';
  const letter = { ...campaign.letter, languages: { de: 'original' as const } };
  const { diagnostics } = validatedProfile(`${text}${holder}`, { ...german, letter });
  expect(diagnostics.map(({ hint = [] }) => plainMessage(hint))).toEqual([
    'if the person is addressed so, write gender: f; otherwise give the profile a salutation of its own',
  ]);
});

describe('a family name', () => {
  const withFamily = (family: string) => `${WITHOUT_RANK}holder: { name: Anne Smith, gender: f, family: ${family} }\n`;

  test('is one for all languages, or one for each', () => {
    for (const family of ['Smith', '{ en: Smith }', '{ en: Smith, fr: Smith }']) {
      expect(reportedFor(withFamily(family))).toEqual([]);
    }
  });

  test('is refused if it is in other languages only', () => {
    expect(reportedFor(withFamily('{ fr: Smith }'))).toEqual(['error data/missing-key 9:40 add en with its text']);
  });

  test.each(['"Smith "', '{ en: "Smith " }', '"#N/A"', '{ en: "#N/A" }'])('%s is searched as free text', (family) => {
    expect(reportedFor(withFamily(family)).map((line) => line.split(' ', 2).join(' '))).toEqual([
      family.includes('N/A') ? 'error data/leftover' : 'error data/white-space',
    ]);
  });

  test.each(['[Smith]', '""', '{}', '{ en: [] }'])('%s is refused', (family) => {
    expect(reportedFor(withFamily(family)).filter((line) => line.startsWith('error data/'))).toHaveLength(1);
  });
});
