import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Approvable, listApprovables, printedByAny } from '../../../src/clearance/approvable.ts';
import { sharedNames } from '../../../src/clearance/approved-names.ts';
import {
  judgeApproval,
  missingApprovals,
  neededFunctions,
  requireClearance,
} from '../../../src/clearance/clearance.ts';
import { textWithPartials } from '../../../src/clearance/text-hash.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import type { FormsOfAddress } from '../../../src/model/form-of-address.ts';
import type { Recipient } from '../../../src/model/recipient.ts';
import { approve, formatApprovals } from '../../../src/commands/approve/approve.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { aRecipient } from '../../support/a-register.ts';
import { faultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';
const SOURCES = 'templates/appeal/sources.yaml';
const FORMS = 'recipients/forms/en.yaml';
const APPROVALS = 'templates/appeal/approvals.yaml';
const NEEDS = 'needs: { final: [legal, translation, signatory] }';
const FILES = aBilingualCampaign('revised');
FILES[LETTER] = (FILES[LETTER] ?? '').replace('needs: { final: [legal] }', NEEDS);
FILES['templates/appeal/en/partials/inner.md'] = 'with all of you{{cite "charter"}}';
FILES['templates/appeal/en/partials/outer.md'] = '{{> inner}}';
FILES['templates/appeal/en/body/minister.md'] += '\nWe stand {{> outer}}.\n';

const EN = 'en/body/minister';
const FR = 'fr/body/minister';
const CHAIR = 'fr/body/chair';

async function campaignOf(changes: Readonly<Record<string, string>> = {}): Promise<Campaign> {
  return valueOf(await validatedCampaign({ ...FILES, ...changes }));
}

function approvableOf(campaign: Campaign, name: string): Approvable {
  const approvable = listApprovables(campaign).get(name);
  if (approvable === undefined) throw new Error(`${name} is not approved`);
  return approvable;
}

/** The status of an approval that was given before these changes to the campaign, and the parts that have changed. */
async function afterChanges(name: string, as: string, changes: Readonly<Record<string, string>>): Promise<string> {
  const before = await campaignOf();
  const approvals = formatApprovals(approve(before.approvals, [approvableOf(before, name)], as, undefined));
  const campaign = await campaignOf({ ...changes, [APPROVALS]: approvals });
  const { status, parts } = judgeApproval(campaign.approvals.get(name)?.get(as), approvableOf(campaign, name));
  return [status, ...parts].join(' ');
}

const appendSpace = (path: string): Record<string, string> => ({ [path]: `${FILES[path]} ` });

/** The file with one replacement. */
function replace(path: string, from: string, to: string): Record<string, string> {
  const text = FILES[path] ?? '';
  expect(text).toContain(from);
  return { [path]: text.replace(from, to) };
}

describe('an approval', () => {
  test('is valid for the version that was approved', async () => {
    const campaign = await campaignOf();
    expect(judgeApproval(undefined, approvableOf(campaign, EN))).toEqual({ status: 'missing', parts: [] });
    for (const name of [EN, FR, 'forms/en', 'signatories', 'settings'])
      expect([name, await afterChanges(name, 'legal', {})]).toEqual([name, 'approved']);
  });

  test.each([
    ['the text', EN, 'templates/appeal/en/body/minister.md', 'expired words'],
    ['a partial that it includes', EN, 'templates/appeal/en/partials/outer.md', 'expired partials/outer'],
    ['a partial that its partial includes', EN, 'templates/appeal/en/partials/inner.md', 'expired partials/inner'],
    ['another text', EN, 'templates/appeal/en/body/chair.md', 'approved'],
    ['its translation', EN, 'templates/appeal/fr/body/minister.md', 'approved'],
    ['a translation’s text', FR, 'templates/appeal/fr/body/minister.md', 'expired words'],
    ['a translation’s original', FR, 'templates/appeal/en/body/minister.md', 'expired original'],
    ['a partial of the original', FR, 'templates/appeal/en/partials/inner.md', 'expired original'],
  ])('has the right status after a change of %s', async (_, name, path, status) => {
    expect(await afterChanges(name, 'signatory:the-society', appendSpace(path))).toBe(status);
  });

  test.each<[string, string, Record<string, string>, string]>([
    [
      'the note of a source that it cites',
      EN,
      replace(SOURCES, 'adopted in 1999', 'adopted in 2000'),
      'expired sources/charter',
    ],
    [
      'the address of a source that it cites',
      EN,
      replace(SOURCES, 'url: https://example.org/charter', 'url: https://example.org/other'),
      'expired sources/charter',
    ],
    [
      'the note of a source that only its original cites',
      FR,
      replace(SOURCES, 'adopted in 1999', 'adopted in 2000'),
      'expired original',
    ],
    ['where a source was found, which is never printed', EN, replace(SOURCES, 'source:', 'source: Again,'), 'approved'],
    ['a form of address', 'forms/en', replace(FORMS, 'Madam Chair,', 'Madam President,'), 'expired forms/chair/f'],
    ['where a form was found', 'forms/en', replace(FORMS, 'source:', 'source: Again,'), 'approved'],
    [
      'a signatory’s name',
      'signatories',
      replace(LETTER, 'The Society', 'The Other Society'),
      'expired signatories/the-society',
    ],
    ['the reference', 'settings', replace(LETTER, 'reference: A/1', 'reference: A/2'), 'expired reference'],
    ...[
      ['letterhead: { name: Us }', 'letterhead/name'],
      ['letterhead: { lines: [1 Lane] }', 'letterhead/lines'],
      ['place: London', 'place'],
      ['marking: Confidential', 'marking'],
      ['delivery: By hand', 'delivery'],
    ].map(([line, part]): [string, string, Record<string, string>, string] => [
      `what adds ${line}`,
      'settings',
      replace(LETTER, 'reference: A/1', `reference: A/1\n${line}`),
      `expired ${part}`,
    ]),
    [
      'the accent, which is no word',
      'settings',
      replace(LETTER, 'reference: A/1', "reference: A/1\nletterhead: { accent: '#1a3c6e' }"),
      'approved',
    ],
    ...['person: Ada Brook', 'title: Chair', 'on-behalf-of: the Chair'].map(
      (key): [string, string, Record<string, string>, string] => [
        `a signature that adds ${key}`,
        'signatories',
        replace(LETTER, 'name: { en: The Society }', `name: { en: The Society }, ${key}`),
        'expired signatories/the-society',
      ],
    ),
    [
      'the title of an enclosure',
      'settings',
      replace(SOURCES, 'The Charter', 'A Charter'),
      'expired enclosures/charter',
    ],
    ['a comment', 'signatories', replace(LETTER, 'status:', '# read\nstatus:'), 'approved'],
  ])('has the right status after a change of %s', async (_, name, changes, status) => {
    expect(await afterChanges(name, 'legal', changes)).toBe(status);
  });

  test('of a text for all languages is valid in a language that is added', async () => {
    const once = replace(LETTER, 'name: { en: The Society }', 'name: The Society');
    const added = { [LETTER]: (once[LETTER] ?? '').replace('en: original', 'en: original, en-GB: original') };
    const [before, after] = await Promise.all([campaignOf(once), campaignOf(added)]);
    expect(Object.keys(after.letter.languages)).toContain('en-GB');
    expect(approvableOf(after, 'signatories').parts).toEqual(approvableOf(before, 'signatories').parts);
  });

  test.each(['présentation', 'a.b', 'sub/part', '[in brackets]', '"quoted"', 'letter-2'])(
    'expires if a partial named %s changes',
    async (name) => {
      const campaign = await campaignOf();
      const text = { file: '', text: `{{> ${name}}}` };
      const key = `partials/${name.replaceAll(/["[\]]/g, '')}`;
      const partial = { file: '', text: 'words' };
      const templates = {
        en: new Map([
          ['body/minister', text],
          [key, partial],
        ]),
      };
      const texts = textWithPartials({ ...campaign, templates }, { language: 'en', key: 'body/minister' });
      expect([...texts]).toEqual([
        ['body/minister', text.text],
        [key, 'words'],
      ]);
    },
  );

  test('has a name only if one was given, and is read back unchanged', async () => {
    const campaign = await campaignOf();
    const once = approve(campaign.approvals, [approvableOf(campaign, CHAIR)], 'translation', 'A. "B." C');
    const twice = approve(once, [approvableOf(campaign, 'forms/en')], 'legal', undefined);
    const read = await campaignOf({ [APPROVALS]: formatApprovals(twice) });
    expect(formatApprovals(read.approvals)).toBe(formatApprovals(twice));
    expect(
      formatApprovals(twice)
        .replaceAll(/[0-9a-f]{64}/g, 'HASH')
        .replaceAll(/[0-9a-f]{8}/g, 'SHORT'),
    ).toBe(
      [
        '# Who has read what: written by demarche approve. What changes has to be read again.',
        'forms/en:',
        '  legal: { content: HASH, parts: { "forms/chair/f": SHORT, "forms/chair/unknown": SHORT, "forms/minister/unknown": SHORT } }',
        'fr/body/chair:',
        '  translation: { content: HASH, original: HASH, by: "A. \\"B.\\" C", parts: { "sources/charter": SHORT, "words": SHORT } }',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['en/body/minister:\n  boss: { text: x }\n', ['data/wrong-value 2:3', 'data/wrong-value 2:17']],
    ['body/minister: {}\n', ['data/wrong-value 1:1']],
    ['en/body/minister:\n  legal: {}\n', ['data/wrong-value 2:10']],
    [`forms/en:\n  legal: { content: ${'0'.repeat(64)} }\n`, ['data/wrong-value 2:10']],
    [`forms/en:\n  legal: { content: ${'0'.repeat(64)}, parts: { words: 12345678 } }\n`, []],
  ])('is a fault if it is malformed: %j', async (text, faults) => {
    expect(faultsOf(await validatedCampaign({ ...FILES, [APPROVALS]: text }))).toEqual(faults);
  });
});

describe('an approval by demarche 0.1.0', () => {
  const hashOf = (texts: readonly (readonly [string, string | undefined])[]): string =>
    createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  const minister: readonly (readonly [string, string | undefined])[] = [
    ['body/minister', FILES['templates/appeal/en/body/minister.md']],
    ['partials/inner', FILES['templates/appeal/en/partials/inner.md']],
    ['partials/outer', FILES['templates/appeal/en/partials/outer.md']],
  ];
  const passage: readonly (readonly [string, string | undefined])[] = [
    ['passages/thanks/signatory', FILES['templates/appeal/en/passages/thanks/signatory.md']],
  ];
  const judge = async (name: string, hash: string, changes = {}): Promise<string> => {
    const campaign = await campaignOf({ ...changes, [APPROVALS]: `${name}:\n  legal: { text: ${hash} }\n` });
    const { status, parts } = judgeApproval(campaign.approvals.get(name)?.get('legal'), approvableOf(campaign, name));
    expect(formatApprovals(campaign.approvals)).toContain(`legal: { text: ${hash} }`);
    return [status, ...parts].join(' ');
  };

  test('covers the words and the partials of a text, but no note of a source', async () => {
    expect(await judge(EN, hashOf(minister))).toBe('missing sources/charter');
    expect(FILES['templates/appeal/en/passages/thanks/signatory.md']).not.toContain('"charter"');
    expect(await judge('en/passages/thanks/signatory', hashOf(passage))).toBe('approved');
  });

  test('expires if the words or a partial change', async () => {
    const changes = appendSpace('templates/appeal/en/partials/inner.md');
    expect(await judge(EN, hashOf(minister), changes)).toBe('expired text');
  });
});

test('a text needs all functions and signatories, but only a translation needs the function translation', async () => {
  const { letter } = await campaignOf();
  expect(neededFunctions(letter, 'en')).toEqual(['legal', 'signatory:the-society']);
  expect(neededFunctions(letter, undefined)).toEqual(['legal', 'signatory:the-society']);
  expect(neededFunctions(letter, 'fr')).toEqual(['legal', 'translation', 'signatory:the-society']);
  expect(neededFunctions({ ...letter, needs: { specimen: [], final: ['legal'] } }, 'en')).toEqual([]);
});

describe('needs', () => {
  test.each([
    ['{ finall: [legal] }', ['data/unknown-key 3:10']],
    ['{ final: [legall] }', ['letter/unknown-name 3:18']],
    ['{ draft: [legal] }', ['data/missing-key 3:1']],
    ['{ draft: [legal], final: [] }', []],
    ['{}', []],
  ])('%s', async (needs, faults) => {
    const files = { ...FILES, [LETTER]: (FILES[LETTER] ?? '').replace(NEEDS, `needs: ${needs}`) };
    expect(faultsOf(await validatedCampaign(files))).toEqual(faults);
  });
});

describe('a final letter', () => {
  const FINAL = { [LETTER]: (FILES[LETTER] ?? '').replace('status: specimen', 'status: final') };

  test('is refused while approvals are missing, with the first three names', async () => {
    const campaign = await campaignOf(FINAL);
    const names = [...listApprovables(campaign).keys()];
    expect(names).toHaveLength(16);
    expect(names.slice(10)).toEqual([
      'forms/en',
      'forms/fr',
      'plain-forms/en',
      'plain-forms/fr',
      'signatories',
      'settings',
    ]);
    const outcome = requireClearance(campaign);
    expect(faultsOf(outcome)).toEqual(['letter/not-approved 1:9']);
    expect(outcome.diagnostics[0]?.related.map(({ span }) => span.file)).toHaveLength(3);
  });

  test('is accepted when everything is approved, and refused again when anything changes that it prints', async () => {
    let campaign = await campaignOf(FINAL);
    for (const { text, as } of missingApprovals(campaign, [...listApprovables(campaign).values()])) {
      const approvals = approve(campaign.approvals, [approvableOf(campaign, text)], as, undefined);
      campaign = { ...campaign, approvals };
    }
    expect(requireClearance(campaign).ok).toBe(true);
    const file = { [APPROVALS]: formatApprovals(campaign.approvals) };
    expect(requireClearance(await campaignOf({ ...FINAL, ...file })).ok).toBe(true);
    for (const changes of [
      appendSpace('templates/appeal/en/partials/inner.md'),
      replace(SOURCES, 'adopted in 1999', 'adopted in 2000'),
      replace(FORMS, 'Madam Chair,', 'Madam President,'),
      { [LETTER]: FINAL[LETTER]?.replace('The Society', 'The Other Society') ?? '' },
    ]) {
      const after = await campaignOf({ ...FINAL, ...file, ...changes });
      expect(faultsOf(requireClearance(after))[0]).toMatch(/^letter\/not-approved /);
    }
  });

  test('needs no approval of plain forms in a language in which the campaign has its own', async () => {
    const names = (approvables: readonly Approvable[]) =>
      approvables.map(({ name }) => name).filter((name) => name.startsWith('plain-forms/'));
    const campaign = await campaignOf(FINAL);
    expect(names(printedByAny(campaign, listApprovables(campaign)))).toEqual([]);
    const withoutFrench: Campaign = { ...campaign, forms: { en: campaign.forms['en'] as FormsOfAddress } };
    expect(names(printedByAny(withoutFrench, listApprovables(withoutFrench)))).toEqual(['plain-forms/fr']);
  });

  test('prints plain forms to a recipient without a rank, and otherwise those of the campaign', async () => {
    const campaign = await campaignOf(FINAL);
    const office = { title: { en: 'Minister' } };
    const namesFor = (recipient: Recipient) => sharedNames(campaign, { recipient, state: undefined, language: 'en' });
    expect(namesFor(aRecipient())).toEqual(['forms/en', 'signatories', 'settings']);
    expect(namesFor(aRecipient({ office }))).toEqual(['plain-forms/en', 'signatories', 'settings']);
  });

  test('is accepted if it needs no approvals', async () => {
    const files = { [LETTER]: (FINAL[LETTER] ?? '').replace(NEEDS, 'needs: {}') };
    expect(requireClearance(await campaignOf(files)).ok).toBe(true);
  });
});
