import { describe, expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { faultsOf, inFull, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';

/** Validates the campaign with other lines in the place of the reference in `letter.yaml`. */
async function withHead(lines: string) {
  return validatedCampaign(aCampaignWith(LETTER, 'reference: A/1', lines));
}

describe('the reference of letter.yaml', () => {
  test.each([
    ['A/1', { '*': 'A/1' }],
    ['{ en: A/1, fr: B/1 }', { en: 'A/1', fr: 'B/1' }],
    ['{ ours: A/1 }', { '*': 'A/1' }],
    ['{ ours: { en: A/1, fr: B/1 } }', { en: 'A/1', fr: 'B/1' }],
  ])('%s', async (typed, text) => {
    expect(valueOf(await withHead(`reference: ${typed}`)).letter.reference?.text).toEqual(text);
  });

  test.each([
    ['{ yours: A/1 }', ['data/missing-key 6:12', 'data/unknown-key 6:14']],
    ['[A/1]', ['data/wrong-type 6:12']],
    ['{ ours: [A/1] }', ['data/wrong-type 6:20']],
    ['{ ours: { en: "A  1" } }', ['data/white-space 6:26']],
    ['{ en: "A  1" }', ['data/white-space 6:18']],
    ['{}', ['data/wrong-value 6:12']],
  ])('%s is refused', async (typed, faults) => {
    expect(faultsOf(await withHead(`reference: ${typed}`))).toEqual(faults);
  });
});

test.each([
  ['reference: { our: A/1 }', '6:14', 'our', 'did you mean ours?'],
  ['reference: { ours: { xx: A/1 } }', '6:22', 'xx', 'letters can be set in en, '],
  ['letterhead: { lines: { en: [A], xx: [B] } }', '6:33', 'xx', 'letters can be set in en, '],
])('%s has a language in which no letter can be set', async (lines, place, tag, hint) => {
  expect((await withHead(lines)).diagnostics.map(inFull)).toEqual([
    expect.stringContaining(
      `${LETTER}:${place} letter/unknown-name letters cannot be set in the language ${tag} (${hint}`,
    ),
  ]);
});

describe('the lines of the letterhead', () => {
  test.each([
    ['[1 Lane, a@example.org]', { '*': ['1 Lane', 'a@example.org'] }],
    ['{ en: [1 Lane], fr: [2 Lane] }', { en: ['1 Lane'], fr: ['2 Lane'] }],
    ['1 Lane', { '*': ['1 Lane'] }],
    ['{ en: "1 Lane\\na@example.org\\n", fr: 2 Lane }', { en: ['1 Lane', 'a@example.org'], fr: ['2 Lane'] }],
  ])('%s', async (typed, lines) => {
    expect(valueOf(await withHead(`letterhead: { lines: ${typed} }`)).letter.letterhead?.lines).toEqual(lines);
  });

  test.each([
    ['""', ['data/wrong-value 6:22']],
    ['[]', ['data/wrong-value 6:22']],
    ['{ en: [] }', ['data/wrong-value 6:28']],
    ['{ en: { fr: 1 Lane } }', ['data/wrong-type 6:28']],
    ['{}', ['data/wrong-value 6:22']],
    ['["a  b"]', ['data/white-space 6:23']],
    ['{ en: ["#N/A"] }', ['data/leftover 6:29']],
  ])('%s is refused', async (typed, faults) => {
    expect(faultsOf(await withHead(`letterhead: { lines: ${typed} }`))).toEqual(faults);
  });
});

test('the hint for a light accent has a dark one', async () => {
  const { diagnostics } = await withHead("letterhead: { accent: '#8fb3e8' }");
  expect(diagnostics.map(inFull)).toEqual([
    `${LETTER}:6:23 data/wrong-value accent must be a colour with a contrast of at least 4.5 : 1 on white, not #8fb3e8 (it has 2.14 : 1; write "#5f789c", which gives 59 % less light, or a darker one)`,
  ]);
});

test.each([
  ['letterhead: { name: { en: The Society } }', 'letterhead.name'],
  ['place: { en: London }', 'place'],
  ['marking: { en: Confidential }', 'marking'],
  ['delivery: { en: By hand }', 'delivery'],
])('%s is missing in another language of the letter', async (lines, path) => {
  const files = aBilingualCampaign('revised');
  const letter = (files[LETTER] ?? '').replace('reference: A/1', lines);
  const { diagnostics } = await validatedCampaign({ ...files, [LETTER]: letter });
  expect(diagnostics.map(inFull).filter((line) => line.includes(path))).toEqual([
    expect.stringContaining(`data/missing-key ${path} has no text in fr`),
  ]);
});

test('the name of a person is one for all languages, or one for each', async () => {
  const signatory = 'name: { en: The Society }';
  const withPerson = (person: string) => aCampaignWith(LETTER, signatory, `${signatory}, person: ${person}`);
  const persons = async (person: string) =>
    valueOf(await validatedCampaign(withPerson(person))).letter.signatories.map((each) => each.person);
  expect(await persons('Ada Brook')).toEqual([{ '*': 'Ada Brook' }]);
  expect(await persons('{ en: Ada Brook, ar: آدا }')).toEqual([{ en: 'Ada Brook', ar: 'آدا' }]);
  expect((await validatedCampaign(withPerson('{ ar: آدا }'))).diagnostics.map(inFull)).toEqual([
    expect.stringContaining('data/missing-key signatories.person has no text in en'),
  ]);
});

test('lines of the letterhead and a reference fall back to another language, so that none is missing', async () => {
  const files = aBilingualCampaign('revised');
  const letter = (files[LETTER] ?? '').replace(
    'reference: A/1',
    'reference: { en: A }\nletterhead: { lines: { en: [B] } }',
  );
  const before = faultsOf(await validatedCampaign(files));
  expect(faultsOf(await validatedCampaign({ ...files, [LETTER]: letter })).length).toBe(before.length);
});

test('the post-scriptum is a passage', async () => {
  expect((await withHead('post-scriptum: thank')).diagnostics.map(inFull)).toEqual([
    `${LETTER}:6:16 letter/unknown-name thank is not a passage (did you mean thanks?)`,
  ]);
  expect(valueOf(await withHead('post-scriptum: thanks')).letter.postScriptum).toBe('thanks');
});

test.each([
  ['post-scriptum: [thanks]', '6:16 data/wrong-type post-scriptum must be a name, not a list (write thanks)'],
  ['post-scriptum: { en: thanks }', '6:16 data/wrong-type post-scriptum must be a name, not a mapping'],
  [
    'post-scriptum: P.S. Thank you.',
    expect.stringContaining(
      '(name a passage, as in post-scriptum: walk; its words are in passages/walk/ of each language)',
    ),
  ],
  ['postscript: thanks', '6:1 data/unknown-key the key postscript is not known here (did you mean post-scriptum?)'],
  [
    'reference: { ours: A, yours: B }',
    '6:23 data/unknown-key the key yours is not known here (the reference of a recipient is in the profile, as in reference: { yours: … })',
  ],
  [
    'letterhead: Walkers',
    '6:13 data/wrong-type letterhead must be a mapping (key: value), not text (write { name: Walkers })',
  ],
  ['marking: yes', '6:10 data/wrong-value marking must be the words that letters print, as in Confidential, not yes'],
  ['delivery: { en: no }', '6:11 data/wrong-value delivery must be the words that letters print, as in Confidential'],
])('%s has a hint', async (lines, message) => {
  expect((await withHead(lines)).diagnostics.map(inFull).map((line) => line.slice(LETTER.length + 1))).toEqual([
    message,
  ]);
});

test('the condition of a signatory is validated as every other', async () => {
  const signatory = '- { id: the-society, name: { en: The Society }';
  const files = aCampaignWith(LETTER, signatory, `${signatory}, for: chiar`);
  expect((await validatedCampaign(files)).diagnostics.map(inFull)).toEqual([
    expect.stringContaining('condition/unknown-name chiar is not a role (did you mean chair?)'),
  ]);
});

test('a profile has references', async () => {
  const campaign = valueOf(await validatedCampaign());
  const profile = aCampaign()['recipients/chair.yaml'] ?? '';
  const withReference = (value: string) =>
    validatedProfile(`${profile}  reference: ${value}\n`.replace(/^- |^ {2}/gmu, ''), campaign);
  expect(valueOf(withReference('{ yours: BM 4, ours: { en: A/7 } }')).reference).toEqual({
    yours: { '*': 'BM 4' },
    ours: { en: 'A/7' },
  });
  expect(withReference('BM 4').diagnostics.map(inFull)).toEqual([
    expect.stringContaining('reference must be a mapping (key: value), not text (write { yours: BM 4 })'),
  ]);
});
