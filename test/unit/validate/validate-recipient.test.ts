import { beforeAll, describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { profileFaults, profileId } from '../../../src/validate/validate-recipient.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { faultsOf, inFull, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = `id: the-chair
roles: [chair]
state: FR
languages: [en, fr]
office: { title: { en: Chair }, rank: chair }
holder: { name: Aline Durand, gender: f, source: x }
address: { lines: [1 Assembly Square, SOMEWHERE] }
channels: [{ email: chair@example.org, purpose: letters, source: x }]
copies: [{ en: The secretariat }]
source: the assembly
verified: 2025-11-30
`;

let campaign: Campaign;
beforeAll(async () => {
  campaign = valueOf(await validatedCampaign());
});

/** The faults of the profile after one change. */
function faultsAfter(original: string, replacement: string): readonly string[] {
  expect(PROFILE).toContain(original);
  return faultsOf(
    validatedProfile(
      PROFILE.replace(original, () => replacement),
      campaign,
    ),
  );
}

/** The settings of the letter, in which no condition names a role, group or fact. */
const WITHOUT_ROLES = (aCampaign()['templates/appeal/letter.yaml'] ?? '')
  .replace('to: [chair, minister]', 'to: { language: en }')
  .replaceAll(/, for: .*?(?=, demands| \}$)/gmu, '');

describe('a valid profile', () => {
  test('has no faults', () => {
    expect(validatedProfile(PROFILE, campaign).diagnostics.map(inFull)).toEqual([]);
  });

  test('is read into the model', () => {
    expect(valueOf(validatedProfile(PROFILE, campaign))).toEqual({
      id: 'the-chair',
      roles: ['chair'],
      state: 'FR',
      languages: ['en', 'fr'],
      office: { title: { en: 'Chair' }, rank: 'chair' },
      holder: { name: 'Aline Durand', gender: 'f', span: { file: 'p.yaml', line: 6, column: 9 } },
      address: { lines: { '*': ['1 Assembly Square', 'SOMEWHERE'] } },
      channels: [{ email: 'chair@example.org', use: 'to', purpose: 'letters', source: 'x' }],
      copies: [{ name: { en: 'The secretariat' } }],
      fields: new Map(),
      source: 'the assembly',
      verified: '2025-11-30',
      span: { file: 'p.yaml', line: 1, column: 1 },
    });
  });

  test.each([
    ['an office', 'id: a\noffice: { title: { en: Chair } }\n'],
    ['a person', 'id: a\nholder: { name: Aline Durand }\n'],
    ['the words of an envelope', 'id: a\nenvelope: { en: The Residents }\n'],
  ])('needs only an id and %s', (_, text) => {
    const recipient = valueOf(validatedProfile(text, campaign));
    const nothing = { roles: [], languages: [], address: undefined, channels: [], copies: [], fields: new Map() };
    expect(recipient).toMatchObject({ ...nothing, verified: undefined });
    expect(Object.keys(recipient)).toHaveLength(10);
  });

  test('may leave lists empty', () => {
    const text = PROFILE.replace('[chair]', '[]').replace('[en, fr]', '[]');
    expect(valueOf(validatedProfile(text, campaign))).toMatchObject({ roles: [], languages: [] });
  });

  test('may name the use of an e-mail address, and a copy with an e-mail address', () => {
    const text =
      'id: a\nholder: { name: Aline Durand }\nchannels: [{ email: a@example.org, use: cc }]\ncopies: [The Council, { name: { en: The Senate }, email: s@example.org }]\n';
    expect(valueOf(validatedProfile(text, campaign))).toMatchObject({
      channels: [{ email: 'a@example.org', use: 'cc' }],
      copies: [{ name: { '*': 'The Council' } }, { name: { en: 'The Senate' }, email: 's@example.org' }],
    });
  });

  test('may have an e-mail address alone, without purpose and source', () => {
    const text = 'id: a\nholder: { name: Aline Durand }\nchannels: [{ email: a@example.org }]\n';
    expect(valueOf(validatedProfile(text, campaign)).channels).toEqual([{ email: 'a@example.org', use: 'to' }]);
  });

  test('may be declared unverified', () => {
    const { verified } = valueOf(validatedProfile(PROFILE.replace('2025-11-30', 'false'), campaign));
    expect(verified).toBe(false);
  });

  test('may have optional keys', () => {
    const text = `${PROFILE}envelope: { en: To the Chair }\nsalutation: { en: "Madam," }\nclose: { en: Yours }\nskip: { reason: vacant, since: 2025-01-01 }\n`;
    expect(valueOf(validatedProfile(text, campaign))).toMatchObject({
      salutation: { en: 'Madam,' },
      skip: { reason: 'vacant', since: '2025-01-01', span: { line: 15 } },
    });
  });

  test('keeps text as typed', () => {
    const typed = "O'Neil & Co. <x> *a* [b](c) 1. }}";
    const text = PROFILE.replace('name: Aline Durand', () => `name: "${typed}"`);
    expect(valueOf(validatedProfile(text, campaign)).holder?.name).toBe(typed);
  });
});

describe('an id', () => {
  test.each(['a', 'eu-be', '2025', 'x'.repeat(100), 'console', 'The-Chair', 'a_b', 'é', 'a.b'])('may be %s', (id) => {
    expect(faultsAfter('the-chair', id)).toEqual([]);
  });

  test.each(['../a', 'a/b', '-a', 'x'.repeat(101), 'con', 'nul', 'com1', 'lpt9', '"a b"'])('must not be %s', (id) => {
    expect(faultsAfter('the-chair', id)).toEqual(['data/wrong-value 1:5']);
  });
});

describe('reports', () => {
  test.each([
    ['an unknown key', 'state: FR', 'sate: FR', ['data/unknown-key 3:1']],
    ['a role that is not in a list', '[chair]', 'chair', ['data/wrong-type 2:8']],
    ['a language of three letters', '[en, fr]', '[eng]', ['data/wrong-value 4:13']],
    ['a State that is not a code', 'state: FR', 'state: France', ['data/wrong-value 3:8']],
    ['a gender that is not one of the codes', 'gender: f', 'gender: female', ['data/wrong-value 6:39']],
    ['no address', '[1 Assembly Square, SOMEWHERE]', '[]', ['data/wrong-value 7:19']],
    [
      'an address in one text',
      '{ lines: [1 Assembly Square, SOMEWHERE] }',
      '"1 Square\\nSomewhere"',
      ['data/wrong-type 7:10'],
    ],
    ['an address line with a line break', '1 Assembly Square', '"1\\n2"', ['data/wrong-value 7:20']],
    ['an invalid e-mail address', 'chair@example.org', 'chair', ['data/wrong-value 8:21']],
    ['a verification without a date', '2025-11-30', 'true', ['data/wrong-value 11:11']],
    ['a verification on an impossible date', '2025-11-30', '2025-11-31', ['data/wrong-value 11:11']],
    ['NO instead of false', '2025-11-30', 'NO', ['data/wrong-value 11:11']],
    [
      'several faults at once',
      'id: the-chair\nroles: [chair]',
      'id: X Y\nroles: chair',
      ['data/wrong-value 1:5', 'data/wrong-type 2:8'],
    ],
  ])('%s', (_, original, replacement, expected) => {
    expect(faultsAfter(original, replacement)).toEqual(expected);
  });

  test('a profile that names neither an office nor a person, with the keys to add', () => {
    const outcome = validatedProfile('id: a\naddress: { lines: [1 Square, TOWN] }\n', campaign);
    expect(faultsOf(outcome)).toEqual(['data/missing-key 1:1']);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toBe(
      'add holder: { name: … }, office: { title: { en: … } }, or both',
    );
  });

  test('a profile that is not a mapping', () => {
    expect(faultsOf(validatedProfile('just text\n', campaign))).toEqual(['data/wrong-type 1:1']);
    expect(faultsOf(validatedProfile('', campaign))).toEqual(['data/wrong-type 1:1']);
  });

  test('a skip that ends before it begins', () => {
    const text = `${PROFILE}skip: { reason: x, since: 2025-02-01, until: 2025-01-01 }\n`;
    expect(faultsOf(validatedProfile(text, campaign))).toEqual(['data/wrong-value 12:7']);
  });
});

describe('the gender of a holder', () => {
  test.each([
    ['left out', ''],
    ['blank', ', gender: '],
    ['blank in quotation marks', ', gender: ""'],
    ['of spaces', ', gender: " "'],
    ['unknown', ', gender: unknown'],
  ])('is unknown if it is %s', (_, gender) => {
    const recipient = valueOf(validatedProfile(PROFILE.replace(', gender: f', gender), campaign));
    expect(recipient.holder?.gender).toBe('unknown');
  });

  test.each([
    ...(['F', 'female', 'Ms', 'Mrs.', 'Mme', 'Frau', 'w'] as const).map((word) => [word, 'f'] as const),
    ...(['M', 'male', 'Mr', 'mr.', 'Herr', 'Monsieur'] as const).map((word) => [word, 'm'] as const),
    ...(['X', 'other', 'n/a', '-', 'diverse'] as const).map((word) => [word, 'unknown'] as const),
  ])('that is %s has a hint with the value that would do', (word, value) => {
    const outcome = validatedProfile(PROFILE.replace('gender: f', `gender: "${word}"`), campaign);
    expect(faultsOf(outcome)).toEqual(['data/wrong-value 6:39']);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toBe(`did you mean ${value}?`);
  });

  test('that is another word has no hint', () => {
    const outcome = validatedProfile(PROFILE.replace('gender: f', 'gender: Durand'), campaign);
    expect(outcome.diagnostics[0]?.hint).toBeUndefined();
  });
});

const ROLE_HINT = 'declare it in recipients/groups.yaml: roles: { envoy: { meaning: … } }';
const STATE_HINT = 'declare it in recipients/states.yaml: XX: { names: { en: { short: …, formal: …, of: of … } } }';

describe('names that the campaign does not declare are reported', () => {
  test.each([
    ['roles', '[chair]', '[chair, minster]', 'profile/unknown-name 2:16', 'did you mean minister?'],
    ['roles unlike any other', '[chair]', '[chair, envoy]', 'profile/unknown-name 2:16', ROLE_HINT],
    ['States', 'state: FR', 'state: XX', 'profile/unknown-name 3:8', STATE_HINT],
    ['ranks', 'rank: chair', 'rank: chiar', 'profile/no-form 5:39', 'did you mean chair?'],
    [
      'ranks without a similar declared one',
      'rank: chair',
      'rank: envoy',
      'profile/no-form 5:39',
      'add it to recipients/forms/en.yaml, or leave rank out: the letter then has the plain form of address',
    ],
  ])('%s', (_, original, replacement, expected, hint) => {
    const outcome = validatedProfile(PROFILE.replace(original, replacement), campaign);
    expect(faultsOf(outcome)).toEqual([expected]);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toBe(hint);
  });

  test('but not a role, if the campaign declares nothing', async () => {
    const letter = { 'templates/appeal/letter.yaml': WITHOUT_ROLES };
    const files = { ...letter, 'recipients/groups.yaml': undefined, 'recipients/states.yaml': undefined };
    const declaresNothing = valueOf(await validatedCampaign(aCampaign(files)));
    const profile = PROFILE.replace('[chair]', '[envoy]').replace('state: FR\n', '');
    expect(faultsOf(validatedProfile(profile, declaresNothing))).toEqual([]);
    expect(faultsOf(validatedProfile(PROFILE, declaresNothing))).toEqual(['profile/unknown-name 3:8']);
  });

  test('but not a language that the letter does not have', () => {
    expect(faultsAfter('[en, fr]', '[zz]')).toEqual([]);
  });
});

describe('texts in the language of the letter are required', () => {
  test.each([
    ['the title of the office', 'title: { en: Chair }', 'title: { fr: la Présidente }', 'data/missing-key 5:11'],
    ['the recipients of copies', 'copies: [{ en: The', 'copies: [{ fr: The', 'data/missing-key 9:10'],
  ])('%s', (_, original, replacement, expected) => {
    expect(faultsAfter(original, replacement)).toEqual([expected]);
  });
});

test('if a letter has several languages, texts are required only in the one that the recipient reads', () => {
  const forms = campaign.forms['en'];
  if (forms === undefined) throw new Error('the small campaign has no forms');
  const bilingual: Campaign = {
    ...campaign,
    letter: { ...campaign.letter, languages: { en: 'original', fr: 'revised' } },
    editions: { languages: ['en', 'fr'], each: 'first-read' },
    forms: { en: { ...forms, ranks: new Map() }, fr: forms },
  };
  const text = PROFILE.replace('[en, fr]', '[fr]');
  expect(faultsOf(validatedProfile(text, bilingual))).toEqual(['data/missing-key 5:11', 'data/missing-key 9:10']);
});

describe('a holder', () => {
  const withHolder = (period: string, skip = ''): readonly string[] =>
    faultsOf(validatedProfile(`${PROFILE.replace('gender: f', `gender: f, ${period}`)}${skip}`, campaign));

  test.each([
    ['from the day of the letter', 'since: 2025-12-01'],
    ['until the day of the letter', 'until: 2025-12-01'],
  ])('is in office %s', (_, period) => {
    expect(withHolder(period)).toEqual([]);
  });

  test.each([
    ['until the day before the letter', 'until: 2025-11-30', '6:49'],
    ['from the day after the letter', 'since: 2025-12-02', '6:49'],
  ])('is not in office %s', (_, period, location) => {
    expect(withHolder(period)).toEqual([`profile/expired-holder ${location}`]);
  });

  test('is not checked while the recipient is skipped', () => {
    expect(withHolder('until: 2025-11-30', 'skip: { reason: vacant, since: 2025-12-01 }\n')).toEqual([]);
    expect(withHolder('until: 2025-11-30', 'skip: { reason: vacant, until: 2025-11-30 }\n')).toHaveLength(1);
  });
});

describe('a holder of known gender whose rank has no form for it', () => {
  const MINISTER = PROFILE.replace('rank: chair', 'rank: minister');

  test('causes a warning, because the letter does not name the holder', () => {
    const outcome = validatedProfile(MINISTER, campaign);
    expect(outcome.ok).toBe(true);
    expect(outcome.diagnostics.map(({ code, severity, span }) => `${severity} ${code} ${span.line}`)).toEqual([
      'warning profile/no-form 6',
    ]);
  });

  test.each([
    ['an envelope of its own', `${MINISTER}envelope: { en: Ms Durand }\n`],
    ['an unknown gender', MINISTER.replace('gender: f', 'gender: unknown')],
    ['a skip', `${MINISTER}skip: { reason: vacant }\n`],
    ['no holder', MINISTER.replace(/^holder:.*\n/mu, '')],
  ])('causes no warning with %s', (_, text) => {
    expect(validatedProfile(text, campaign).diagnostics.map(inFull)).toEqual([]);
  });
});

test('values of a profile are marked as secret in messages', () => {
  const text = PROFILE.replace('gender: f', 'gender: f, until: 2025-01-01').replace('[chair]', '[secret-role]');
  const echoes = validatedProfile(text, campaign).diagnostics.flatMap(({ message }) =>
    message.filter((part) => typeof part !== 'string'),
  );
  expect(echoes).toContainEqual({ echo: 'Aline Durand', secret: true });
  expect(echoes).toContainEqual({ echo: 'secret-role', secret: true });
  const wrong = validatedProfile(PROFILE.replace('2025-11-30', 'perhaps'), campaign).diagnostics[0]?.message;
  expect(wrong).toContainEqual({ echo: 'perhaps', secret: true });
});

test('a recipient who reads an unchecked language needs only the forms and texts of the original', async () => {
  const files = aCampaignWith('templates/appeal/letter.yaml', 'en: original', 'en: original, fr: unchecked');
  const outcome = await validatedCampaign(files);
  expect(faultsOf(outcome)).toEqual([]);
  expect(faultsAfter('[en, fr]', '[fr]')).toEqual([]);
});

describe('without a campaign', () => {
  test('a profile is validated on its own', () => {
    const data = valueOf(readYaml('p.yaml', PROFILE.replace('gender: f', 'gender: g').replace('[chair]', 'chair')));
    expect(profileFaults(data).map(({ code, span }) => `${code} ${span.line}`)).toEqual([
      'data/wrong-type 2',
      'data/wrong-value 6',
    ]);
  });

  test('undeclared names are not reported', () => {
    expect(profileFaults(valueOf(readYaml('p.yaml', PROFILE.replace('[chair]', '[nobody]'))))).toEqual([]);
  });
});

describe('the id of a profile before validation', () => {
  test.each([
    ['id: eu-be\n', 'eu-be'],
    ['id: Not An Id\nroles: 1\n', 'Not An Id'],
    ['id:\n', undefined],
    ['id: [a]\n', undefined],
    ['roles: [a]\n', undefined],
    ['text\n', undefined],
  ])('%j', (text, id) => {
    expect(profileId(valueOf(readYaml('p.yaml', text)))).toBe(id);
  });
});

describe('an address', () => {
  /** The diagnostics of a profile of a Belgian office with this address, in a campaign that declares France. */
  const diagnosticsOf = (address: string, more = ''): readonly string[] =>
    validatedProfile(`id: a\noffice: { title: { en: Chair } }\n${more}address: ${address}\n`, campaign).diagnostics.map(
      inFull,
    );
  const SHORT = 'too short for a letter by post';

  test.each([
    'Town Hall',
    '1 Lane',
    'PARIS',
    '"Ministry, Paris, FRANCE"',
    '[Ministry, Paris, FRANCE]',
    '{ en: [Ministry, Paris, FRANCE] }',
    '{ en: [1 Lane, PARIS], fr: Paris }',
  ])('of %s is too short', (lines) => {
    expect(diagnosticsOf(`{ lines: ${lines} }`)).toEqual([expect.stringContaining(SHORT)]);
  });

  test.each([
    '[1 Lane, PARIS]',
    '[Town Hall, LOWER TOWN]',
    '[Ministry, 75007 Paris, FRANCE]',
    '[The Mill, Hill Road, UPTON]',
    '[Ministry, Palace, Paris, FRANCE]',
    '"1 Lane, Town"',
    '1 Lane Town UT1 2AB',
    '"شارع الملك ١، رام الله"',
    '|\n  1 Lane\n  TOWN\n',
    '{ en: [1 Lane, TOWN], fr: [1 Lane, TOWN] }',
  ])('of %j is long enough', (lines) => {
    expect(
      diagnosticsOf(lines.startsWith('|') ? `\n  lines: ${lines.replaceAll('\n', '\n  ')}` : `{ lines: ${lines} }`),
    ).toEqual([]);
  });

  test('may be too short if the letter can go by e-mail, or goes to no one', () => {
    expect(diagnosticsOf('{ lines: Paris }', 'channels: [{ email: a@example.org }]\n')).toEqual([]);
    expect(diagnosticsOf('{ lines: Paris }', 'skip: { reason: gone }\n')).toEqual([]);
  });

  test('has lines in the language that it states', () => {
    expect(diagnosticsOf('{ lines: { en: [1 Lane, TOWN] }, language: en }')).toEqual([]);
    expect(diagnosticsOf('{ lines: [1 Lane, TOWN], language: de }')).toEqual([]);
    expect(diagnosticsOf('{ lines: { en: [1 Lane, TOWN] }, language: de }')).toEqual([
      expect.stringContaining('the address has no lines in de'),
    ]);
  });

  test('has the country in capitals in each language', () => {
    const lines = '{ en: [1 Lane, 75007 Paris, FRANCE], fr: [1 Lane, 75007 Paris, France] }';
    expect(diagnosticsOf(`{ lines: ${lines} }`)).toEqual([
      expect.stringContaining('the last line of the address, France'),
    ]);
  });
});

describe('the words of the running head', () => {
  test('are a fault if they are not in the language of the letter', () => {
    const shortOf = (short: string): readonly string[] =>
      validatedProfile(`id: a\noffice: { title: { en: Chair } }\nshort: ${short}\n`, campaign).diagnostics.map(inFull);
    expect(shortOf('Chair')).toEqual([]);
    expect(shortOf('{ en: Chair, fr: Présidence }')).toEqual([]);
    expect(shortOf('{ fr: Présidence }')).toEqual([expect.stringContaining('there is no en text here')]);
  });
});

describe('the last line of an address', () => {
  /** The warnings of the profile, which is in FR, with this last line, for letters that are posted in `home`. */
  const warningsAt = (line: string, home?: string): readonly string[] => {
    const letter = home === undefined ? campaign.letter : { ...campaign.letter, home };
    const text = PROFILE.replace('1 Assembly Square, SOMEWHERE', `1 Assembly Square, ${line}`);
    const outcome = validatedProfile(text, { ...campaign, letter });
    expect(outcome.ok).toBe(true);
    return outcome.diagnostics.map(({ severity, code, span }) => `${severity} ${code} ${span.line}:${span.column}`);
  };
  const WARNING = ['warning profile/no-country 7:39'];

  test.each(['Somewhere', '75007 Paris', '75007 PARIS', 'Springfield IL 62701', 'Ελλάδα', 'BELGIUM'])(
    '%s causes no warning if it is not said where letters are posted',
    (line) => {
      expect(warningsAt(line)).toEqual([]);
    },
  );

  test.each(['France', 'the French Republic', 'The french republic'])(
    '%s is a State, which must be in capitals wherever letters are posted',
    (line) => {
      for (const home of [undefined, 'FR', 'US']) expect(warningsAt(line, home)).toEqual(WARNING);
    },
  );

  test.each(['Somewhere', 'SOMEWHERe', '75007 Paris', '75007 PARIS', 'Ελλάδα'])(
    '%s causes a warning if the letter goes to another State',
    (line) => {
      expect(warningsAt(line, 'US')).toEqual(WARNING);
      expect(warningsAt(line, 'FR')).toEqual([]);
    },
  );

  test.each(['BOSNIA AND HERZEGOVINA', 'ΕΛΛΑΔΑ', 'فلسطين', 'CÔTE D’IVOIRE'])('%s is a country in capitals', (line) => {
    expect(warningsAt(line, 'US')).toEqual([]);
  });

  test('is not a country for a recipient of no State', () => {
    const letter = { ...campaign.letter, home: 'US' };
    const text = PROFILE.replace('state: FR\n', '').replace('SOMEWHERE', 'Somewhere');
    expect(validatedProfile(text, { ...campaign, letter }).diagnostics.map(inFull)).toEqual([]);
  });
});
