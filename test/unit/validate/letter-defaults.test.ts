import { describe, expect, test } from 'vitest';
import type { Campaign, LetterSettings } from '../../../src/model/campaign.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';
const TEXT = 'templates/appeal/en/body/plain.md';

/** Validates a campaign whose letter has these settings, one text, and these other files. */
function validate(
  settings: string,
  files: Readonly<Record<string, string>> = { [TEXT]: '# A\n\nB\n' },
): Promise<Outcome<Campaign>> {
  return validatedCampaign({ [LETTER]: settings, ...files });
}

async function settingsOf(...input: Parameters<typeof validate>): Promise<LetterSettings> {
  return valueOf(await validate(...input)).letter;
}

async function hintsOf(...input: Parameters<typeof validate>): Promise<readonly string[]> {
  return (await validate(...input)).diagnostics.map(({ hint }) => plainMessage(hint ?? []));
}

const TWO_TEXTS = { [TEXT]: '# A\n\nB\n', 'templates/appeal/en/body/chair.md': '# A\n\nB\n' };
const TWO_LANGUAGES = { [TEXT]: '# A\n\nB\n', 'templates/appeal/ar/body/plain.md': '# A\n\nB\n' };

describe('a letter of which only the date is stated', () => {
  test('is a draft to everyone, in the language of its only text, which asks for nothing', async () => {
    const letter = await settingsOf('date: 2026-03-02\n');
    expect(letter).toMatchObject({
      status: 'draft',
      statesLanguages: false,
      languages: { en: 'original' },
      to: { kind: 'everyone' },
      signatories: [],
      enclosures: [],
      body: [{ use: 'plain', demands: [], for: { kind: 'everyone' }, span: { file: LETTER, line: 1 } }],
    });
    expect([letter.demands.size, letter.passages.size]).toEqual([0, 0]);
  });

  test('has the language as its original in conditions too', async () => {
    expect(placedFaultsOf(await validate('date: 2026-03-02\nto: { language: en }\n'))).toEqual([]);
    expect(placedFaultsOf(await validate('date: 2026-03-02\nto: { language: fr }\n'))).toEqual([
      `condition/unknown-name ${LETTER}:2:17`,
    ]);
  });
});

describe('a date', () => {
  test('is never today: without it, a fault has the line to add, with a day that is plainly an example', async () => {
    expect(placedFaultsOf(await validate(''))).toEqual([`letter/not-dated ${LETTER}:1:1`]);
    expect(await hintsOf('')).toEqual([
      'add the line date: 1999-12-31, with the day of the letter in its place, or give --date',
    ]);
  });
});

describe('languages that are not stated', () => {
  test('are those with texts: the first in sorted order is the original, the others are unchecked', async () => {
    const letter = await settingsOf('date: 2026-03-02\n', TWO_LANGUAGES);
    expect(Object.entries(letter.languages)).toEqual([
      ['ar', 'original'],
      ['en', 'unchecked'],
    ]);
  });

  test('must be languages in which letters can be set', async () => {
    const outcome = await validate('date: 2026-03-02\n', { ...TWO_LANGUAGES, 'templates/appeal/xx/body/a.md': 'A' });
    expect(placedFaultsOf(outcome)).toEqual(['letter/unknown-name templates/appeal/xx:1:1']);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toMatch(
      /^state its words in languages\/xx\.yaml, .*; or move templates\/appeal\/xx away, or name the languages of the letter, as in languages: \{ en: original \};/u,
    );
  });

  test('cannot be unchecked in a final letter, whose hint has the line to state them', async () => {
    const outcome = await validate('status: final\ndate: 2026-03-02\n', TWO_LANGUAGES);
    expect(placedFaultsOf(outcome)).toEqual([`data/wrong-value ${LETTER}:1:9`]);
    expect(outcome.diagnostics[0]?.related).toEqual([]);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toContain('languages: { ar: original, en: unchecked }');
  });

  test('are no languages without a text, which is a fault that names a file to create', async () => {
    const outcome = await validate('date: 2026-03-02\n', {});
    expect(placedFaultsOf(outcome)).toEqual(['file/missing templates/appeal/en/body/letter.md:1:1']);
  });
});

describe('a body that is not stated', () => {
  test('is the only text, with all demands in their order', async () => {
    const demands =
      'demands:\n  b: { number: 1, sources: [s], wordings: [{ use: x }] }\n  a: { number: 2, sources: [s], wordings: [{ use: x }] }\n';
    const letter = await settingsOf(`date: 2026-03-02\n${demands}`, {
      [TEXT]: '# A\n\n{{demands}}\n',
      'templates/appeal/en/demands/a/x.md': '**A** b\n',
      'templates/appeal/en/demands/b/x.md': '**A** b\n',
      'templates/appeal/sources.yaml': 's: { title: { en: S }, note: { en: S }, source: s }\n',
    });
    expect(letter.body.map((rule) => rule.demands)).toEqual([['b', 'a']]);
  });

  test('is a fault with the lines to add if there are several texts', async () => {
    const outcome = await validate('date: 2026-03-02\n', TWO_TEXTS);
    expect(placedFaultsOf(outcome)).toEqual([`data/missing-key ${LETTER}:1:1`]);
    expect(await hintsOf('date: 2026-03-02\n', TWO_TEXTS)).toEqual([
      'say whom each is for, from top to bottom; the last is for all others: body: [{ use: chair, for: … }, { use: plain }]',
    ]);
  });

  test('is a fault if the original language has no text', async () => {
    const settings = 'date: 2026-03-02\nlanguages: { fr: original, en: revised }\n';
    expect(placedFaultsOf(await validate(settings))).toEqual(['file/missing templates/appeal/fr/body/letter.md:1:1']);
  });

  test('is reported with the date, in one run', async () => {
    expect(placedFaultsOf(await validate('', TWO_TEXTS))).toEqual([
      `data/missing-key ${LETTER}:1:1`,
      `letter/not-dated ${LETTER}:1:1`,
    ]);
  });

  test('leaves a missing original to the fault about it', async () => {
    expect(placedFaultsOf(await validate('date: 2026-03-02\nlanguages: { en: revised }\n'))).toEqual([
      `data/wrong-value ${LETTER}:2:12`,
    ]);
  });
});

describe('a signatory without an id', () => {
  test('has that of its place', async () => {
    const { signatories } = await settingsOf(
      'date: 2026-03-02\nsignatories: [{ name: { en: A } }, { name: { en: B } }]\n',
    );
    expect(signatories.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
