import { describe, expect, test } from 'vitest';
import { numbersAndMonthsIn, documentSymbolsIn } from '../../../src/commands/validate/numbers-in-text.ts';
import type { LanguageStatus } from '../../../src/model/campaign.ts';
import type { ParityGap } from '../../../src/model/translating.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const EN = 'templates/appeal/en/demands/publish/support.md';
const FR = 'templates/appeal/fr/demands/publish/support.md';
const TERMS = 'templates/appeal/terms.yaml';

const ENGLISH =
  '**Support the Charter** of 4 May 1999, which may amount to 1,000 pages (A/20/Res.5){{cite "charter" at="art. 7"}}.\n';
const FRENCH =
  '**Soutenez la Charte** du 4 mai 1999, qui pourraient constituer 1 000 pages (A/20/Res.5){{cite "charter" at="art. 7"}}.\n';
const PHRASE = `may-amount-to:
  why: protected
  en: { use: [may amount to] }
  fr: { use: [pourraient constituer], avoid: [constituent] }
`;

interface Result {
  readonly code: number;
  readonly gaps: readonly string[];
  readonly reported: readonly string[];
}

/** The gaps and diagnostics that validate reports for this French text. */
async function gapsOf(
  french: string | undefined,
  status: LanguageStatus = 'unchecked',
  otherFiles = {},
): Promise<Result> {
  const files = aBilingualCampaign(status, { [EN]: ENGLISH, [FR]: french, [TERMS]: PHRASE, ...otherFiles });
  const { code, out } = await runInMemory(['validate', '--json'], memoryWorld(files).world);
  const { parity, diagnostics } = JSON.parse(out) as {
    parity: readonly ParityGap[];
    diagnostics: readonly { code: string; severity: string }[];
  };
  const gaps = parity.map(
    ({ language, text, what, missing, surplus }) =>
      `${language} ${text} ${what} -[${missing.join()}] +[${surplus.join()}]`,
  );
  const reported = diagnostics.filter((diagnostic) => diagnostic.code.startsWith('translation/'));
  return { code, gaps, reported: reported.map((diagnostic) => `${diagnostic.severity} ${diagnostic.code}`) };
}

const TEXT = 'fr demands/publish/support';

describe('a translation', () => {
  test('with the content of its original has no gap', async () => {
    expect(await gapsOf(FRENCH)).toEqual({ code: 0, gaps: [], reported: [] });
  });

  test.each([
    ['another day', '4 mai', '5 mai', `${TEXT} numbers and dates -[4] +[5]`],
    ['another month', '4 mai', '4 juin', `${TEXT} numbers and dates -[month 5] +[month 6]`],
    ['another number', '1 000', '10 000', `${TEXT} numbers and dates -[1000] +[10000]`],
    ['another source', '"charter"', '"other"', `${TEXT} citations -[charter 7] +[other 7]`],
    ['another article', 'art. 7', 'art. 8', `${TEXT} citations -[charter 7] +[charter 8]`],
    ['no citation', '{{cite "charter" at="art. 7"}}', '', `${TEXT} citations -[charter 7] +[]`],
    ['no protected phrase', 'pourraient constituer', 'font', `${TEXT} term may-amount-to -[pourraient constituer] +[]`],
    ['a word to be avoided', 'la Charte', 'ce qu’ils constituent', `${TEXT} term may-amount-to -[] +[constituent]`],
    ['another partial', 'du 4', '{{> words}} du 4', `${TEXT} partials -[] +[words]`],
  ])('with %s has a gap', async (_, original, replacement, expected) => {
    expect(FRENCH).toContain(original);
    const sources = `charter:
  title: { en: The Charter }
  note: { en: "The Charter, adopted in 1999" }
  source: the register of charters
other:
  title: { en: The Other }
  note: { en: The Other }
  source: the register of charters
`;
    const otherFiles = {
      'templates/appeal/sources.yaml': sources,
      'templates/appeal/fr/partials/words.md': 'des mots',
    };
    const { gaps } = await gapsOf(FRENCH.replace(original, replacement), 'unchecked', otherFiles);
    expect(gaps.filter((gap) => !gap.startsWith('fr partials/words'))).toEqual([expected]);
  });

  test('with another document symbol has one gap, and none for the numbers in it', async () => {
    const { gaps } = await gapsOf(FRENCH.replace('Res.5', 'Rés.5'));
    expect(gaps).toEqual([`${TEXT} symbols -[A/20/Res.5] +[A/20/Rés.5]`]);
  });

  test('with its parts in another order has a gap', async () => {
    const body = 'templates/appeal/fr/body/chair.md';
    const otherFiles = { [body]: '# La Charte{{cite "charter"}}\n\n{{demands}}\n\nMots.\n\n{{passage "thanks"}}\n' };
    expect((await gapsOf(FRENCH, 'unchecked', otherFiles)).gaps).toContain(
      'fr body/chair parts in order -[passage thanks,demands] +[demands,passage thanks]',
    );
  });

  test('without an original has a gap, and so has an original with a word to be avoided', async () => {
    const terms = `${PHRASE}old:\n  why: old\n  en: { avoid: [Support the] }\n`;
    const otherFiles = { [TERMS]: terms, 'templates/appeal/fr/partials/mots.md': 'mots' };
    expect((await gapsOf(FRENCH, 'unchecked', otherFiles)).gaps).toEqual([
      'en demands/publish/support term old -[] +[Support the]',
      'fr partials/mots text -[] +[partials/mots]',
    ]);
  });
});

describe('gaps', () => {
  const wrong = FRENCH.replace('4 mai', '5 juin');

  test('are one warning for an unchecked language, and a fault for a checked one', async () => {
    expect(await gapsOf(wrong)).toMatchObject({ code: 0, reported: ['warning translation/differs'] });
    expect(await gapsOf(wrong, 'revised')).toMatchObject({ code: 1, reported: ['error translation/differs'] });
  });

  test('are printed as a table', async () => {
    const files = aBilingualCampaign('unchecked', { [EN]: ENGLISH, [FR]: wrong });
    const { out } = await runInMemory(['validate'], memoryWorld(files).world);
    expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
      'language  text                     what               missing     not in the original, or to be avoided',
      'fr        demands/publish/support  numbers and dates  4, month 5  5, month 6',
      '',
    ]);
  });

  test.each([
    ['x: { why: [a] }', 'data/wrong-type]: “why” must be text', '1:11'],
    ['x: { en: { use: [a] } }', 'data/missing-key]: the key “why” is missing here', '1:4'],
    ['x: { why: a, en: { us: [a] } }', 'data/unknown-key]: the key “us” is not known here', '1:20'],
    ['x: { why: a, english: { use: [a] } }', 'data/unknown-key]: “english” is not the tag of a language', '1:14'],
  ])('have faults of terms.yaml reported with their location: %s', async (terms, message, location) => {
    const { world } = memoryWorld(aBilingualCampaign('unchecked', { [TERMS]: `${terms}\n` }));
    const { code, err } = await runInMemory(['validate'], world);
    expect([code, err.includes(message), err.includes(`${TERMS}:${location}`)], err).toEqual([1, true, true]);
  });
});

describe('numbers, months and symbols', () => {
  test.each([
    ['en', 'on 1 December 2025 and in May', ['1', '2025', 'month 12']],
    ['en', 'it may be 5, or May 2024', ['2024', '5', 'month 5']],
    ['fr', 'le 1er décembre 2025', ['1', '2025', 'month 12']],
    ['es', 'el 1 de diciembre de 2025', ['1', '2025', 'month 12']],
    ['ar', 'في 4 أيلول 2025 وكانون الأول 2021', ['2021', '2025', '4', 'month 12', 'month 9']],
    ['en', 'No 2271/96, 1,000 and 10.5', ['10.5', '1000', '2271/96']],
    ['fr', 'nº 2271/96, 1\u202F000 et 10.5', ['10.5', '1000', '2271/96']],
  ])('in %s “%s” are %j', (language, words, expected) => {
    expect(numbersAndMonthsIn(words, conventionsOf(language))).toEqual(expected.toSorted());
  });

  test('of documents are found', () => {
    expect(documentSymbolsIn('see ICC-ASP/20/Res.5, C/1 and the EU; and/or 2271/96.')).toEqual([
      'C/1',
      'ICC-ASP/20/Res.5',
    ]);
  });
});
