import { describe, expect, test } from 'vitest';
import {
  neededFunctions,
  requireClearance,
  approvalStatus,
  selectableTexts,
  missingApprovals,
} from '../../../src/clearance/clearance.ts';
import { hashText } from '../../../src/clearance/text-hash.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import { formatApprovals, approve } from '../../../src/commands/approve/approve.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { faultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';

const LETTER = 'templates/appeal/letter.yaml';
const APPROVALS = 'templates/appeal/approvals.yaml';
const NEEDS = 'needs: { final: [legal, translation, signatory] }';
const FILES = aBilingualCampaign('revised');
FILES[LETTER] = (FILES[LETTER] ?? '').replace('needs: { final: [legal] }', NEEDS);
FILES['templates/appeal/en/partials/inner.md'] = 'with all of you';
FILES['templates/appeal/en/partials/outer.md'] = '{{> inner}}';
FILES['templates/appeal/en/body/minister.md'] += '\nWe stand {{> outer}}.\n';

const EN = { language: 'en', key: 'body/minister' };
const FR = { language: 'fr', key: 'body/minister' };

async function campaignOf(changes: Readonly<Record<string, string>> = {}): Promise<Campaign> {
  return valueOf(await validatedCampaign({ ...FILES, ...changes }));
}

/** The status of an approval that was given before these changes to the campaign. */
async function statusAfterChanges(text: typeof EN, as: string, changes: Readonly<Record<string, string>>) {
  const approvals = formatApprovals(approve(await campaignOf(), [text], as, undefined));
  return approvalStatus(await campaignOf({ ...changes, [APPROVALS]: approvals }), text, as);
}

const appendSpace = (path: string): Record<string, string> => ({ [path]: `${FILES[path]} ` });

describe('an approval', () => {
  test('is valid for the text that was approved', async () => {
    expect(approvalStatus(await campaignOf(), EN, 'legal')).toBe('missing');
    expect(await statusAfterChanges(EN, 'legal', {})).toBe('approved');
  });

  test.each([
    ['the text', EN, 'templates/appeal/en/body/minister.md', 'expired'],
    ['a partial that it includes', EN, 'templates/appeal/en/partials/outer.md', 'expired'],
    ['a partial that its partial includes', EN, 'templates/appeal/en/partials/inner.md', 'expired'],
    ['another text', EN, 'templates/appeal/en/body/chair.md', 'approved'],
    ['its translation', EN, 'templates/appeal/fr/body/minister.md', 'approved'],
    ['a translation’s text', FR, 'templates/appeal/fr/body/minister.md', 'expired'],
    ['a translation’s original', FR, 'templates/appeal/en/body/minister.md', 'expired'],
    ['a partial of the original', FR, 'templates/appeal/en/partials/inner.md', 'expired'],
  ])('has the right status after a change of %s', async (_, text, path, status) => {
    expect(await statusAfterChanges(text, 'signatory:the-society', appendSpace(path))).toBe(status);
  });

  test.each(['présentation', 'a.b', 'sub/part', '[in brackets]', '"quoted"', 'letter-2'])(
    'expires if a partial named %s changes',
    async (name) => {
      const path = `templates/appeal/en/partials/${name.replaceAll(/["[\]]/g, '')}.md`;
      const body = 'templates/appeal/en/body/minister.md';
      const filesWith = (words: string): Record<string, string> => ({
        ...FILES,
        [body]: `${FILES[body]}{{> ${name}}}\n`,
        [path]: words,
      });
      const hashWith = async (words: string): Promise<string | undefined> => {
        const { templates } = await campaignOf();
        const texts = Object.entries(filesWith(words)).flatMap(([file, text]) => {
          const key = /^templates\/appeal\/en\/(.*)\.md$/.exec(file)?.[1];
          return key === undefined ? [] : [[key, { file, text }] as const];
        });
        return hashText({ ...(await campaignOf()), templates: { ...templates, en: new Map(texts) } }, EN);
      };
      expect(await hashWith('one')).not.toBe(await hashWith('two'));
    },
  );

  test('has a name only if one was given, and is read back unchanged', async () => {
    const campaign = await campaignOf();
    const once = approve(campaign, [FR], 'translation', 'A. "B." C');
    const twice = approve({ ...campaign, approvals: once }, [EN], 'legal', undefined);
    const read = await campaignOf({ [APPROVALS]: formatApprovals(twice) });
    expect(formatApprovals(read.approvals)).toBe(formatApprovals(twice));
    expect(formatApprovals(twice)).toBe(
      [
        '# Who has read which text: written by demarche approve. A text that changes has to be read again.',
        'en/body/minister:',
        `  legal: { text: ${hashText(campaign, EN)} }`,
        'fr/body/minister:',
        `  translation: { text: ${hashText(campaign, FR)}, original: ${hashText(campaign, EN)}, by: "A. \\"B.\\" C" }`,
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['en/body/minister:\n  boss: { text: x }\n', ['data/wrong-value 2:3', 'data/wrong-value 2:17']],
    ['body/minister: {}\n', ['data/wrong-value 1:1']],
  ])('is a fault if it is malformed: %j', async (text, faults) => {
    expect(faultsOf(await validatedCampaign({ ...FILES, [APPROVALS]: text }))).toEqual(faults);
  });
});

test('a text needs all functions and signatories, but only a translation needs the function translation', async () => {
  const { letter } = await campaignOf();
  expect(neededFunctions(letter, 'en')).toEqual(['legal', 'signatory:the-society']);
  expect(neededFunctions(letter, 'fr')).toEqual(['legal', 'translation', 'signatory:the-society']);
  expect(neededFunctions({ ...letter, needs: { specimen: [], final: ['legal'] } }, 'en')).toEqual([]);
});

describe('a final letter', () => {
  const FINAL = { [LETTER]: (FILES[LETTER] ?? '').replace('status: specimen', 'status: final') };

  test('is refused while approvals are missing, with the first three texts', async () => {
    const campaign = await campaignOf(FINAL);
    expect(selectableTexts(campaign)).toHaveLength(10);
    const outcome = requireClearance(campaign);
    expect(faultsOf(outcome)).toEqual(['letter/not-approved 1:9']);
    expect(outcome.diagnostics[0]?.related.map(({ span }) => span.file)).toHaveLength(3);
  });

  test('is accepted when all texts are approved, and refused again when a text changes', async () => {
    let campaign = await campaignOf(FINAL);
    for (const { text, as } of missingApprovals(campaign, selectableTexts(campaign))) {
      const [language = '', ...key] = text.split('/');
      const approvals = approve(campaign, [{ language, key: key.join('/') }], as, undefined);
      campaign = { ...campaign, approvals };
    }
    expect(requireClearance(campaign).ok).toBe(true);
    const file = { [APPROVALS]: formatApprovals(campaign.approvals) };
    expect(requireClearance(await campaignOf({ ...FINAL, ...file })).ok).toBe(true);
    const after = await campaignOf({ ...FINAL, ...file, ...appendSpace('templates/appeal/en/partials/inner.md') });
    expect(faultsOf(requireClearance(after))).toEqual(['letter/not-approved 1:9']);
  });

  test('is accepted if it needs no approvals', async () => {
    const files = { [LETTER]: (FINAL[LETTER] ?? '').replace(NEEDS, 'needs: {}') };
    expect(requireClearance(await campaignOf(files)).ok).toBe(true);
  });
});
