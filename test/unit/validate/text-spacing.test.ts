import { beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/load/read-csv.ts';
import { readJson } from '../../../src/load/read-json.ts';
import type { Campaign } from '../../../src/model/campaign.ts';
import type { Data } from '../../../src/model/data.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { profileFaults } from '../../../src/validate/validate-recipient.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { placedFaultsOf, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign, validatedProfile } from '../../support/validated.ts';

const PROFILE = aCampaign()['recipients/chair.yaml'] ?? '';
let campaign: Campaign;
beforeAll(async () => {
  campaign = valueOf(await validatedCampaign());
});

/** The diagnostics of the profile with this name of the holder, which YAML writes in double quotation marks. */
function diagnosticsOf(name: string) {
  expect(PROFILE).toContain('name: Aline Durand');
  return validatedProfile(
    PROFILE.replace('name: Aline Durand', () => `name: ${JSON.stringify(name)}`),
    campaign,
  ).diagnostics;
}

/** The profile of a table or of JSON lines, with this name of the holder. */
async function readProfile(format: 'csv' | 'json', name: string): Promise<Data> {
  if (format === 'json') return valueOf(readJson('p.ndjson', JSON.stringify({ holder: { name } }), 1));
  const text = `id,holder.name\nx,"${name}"\n`;
  for await (const row of readCsv(
    'p.csv',
    (async function* () {
      yield { ok: true as const, value: text };
    })(),
  ))
    return valueOf(row);
  throw new Error('no row');
}

const textFaults = (data: Data): readonly string[] =>
  profileFaults(data)
    .filter(({ code }) => code === 'data/white-space')
    .map(({ message, hint = [] }) => `${plainMessage(message)}: ${plainMessage(hint)}`);

describe('a text is refused', () => {
  test.each([
    ['Aline Durand ', 'name ends with a space'],
    [' Aline Durand', 'name begins with a space'],
    [' Aline Durand ', 'name begins with a space'],
    ['Aline  Durand', 'name has two spaces in a row'],
    ['Aline Durand\u00A0', 'name ends with a space (U+00A0)'],
    ['\u3000Aline Durand', 'name begins with a space (U+3000)'],
    ['Aline \u00A0Durand', 'name has two spaces in a row (U+00A0)'],
    ['Aline\u2009\u202FDurand', 'name has two spaces in a row (U+2009, U+202F)'],
  ])('%j', (name, message) => {
    expect(diagnosticsOf(name).map((each) => [each.code, plainMessage(each.message)])).toEqual([
      ['data/white-space', message],
    ]);
    expect(plainMessage(diagnosticsOf(name)[0]?.hint ?? [])).toBe('write Aline Durand');
  });
});

test.each(['Aline Durand', 'Aline\u00A0Durand', 'Aline\u202FDurand', '山田\u3000太郎', 'A'])(
  'a single space between words is allowed: %j',
  (name) => {
    expect(diagnosticsOf(name)).toEqual([]);
  },
);

test('a text that is only spaces has one fault, as before', () => {
  expect(diagnosticsOf('  ').map(({ code }) => code)).toEqual(['data/wrong-value']);
});

test('the hint withholds the value of a profile', () => {
  expect(diagnosticsOf('Aline ')[0]?.hint).toContainEqual({ echo: 'Aline', secret: true });
});

test('a quoted cell of a table and JSON lines are refused too; the hint names a function of spreadsheets', async () => {
  expect(textFaults(await readProfile('json', 'Aline '))).toEqual(['name ends with a space: write Aline']);
  expect(textFaults(await readProfile('csv', 'Aline  D'))).toEqual([
    'name has two spaces in a row: write Aline D; in a spreadsheet, the function TRIM does it for a whole column',
  ]);
});

describe("a campaign's own files are searched", () => {
  test.each([
    ['templates/appeal/letter.yaml', 'name: { en: The Society }', 'name: { en: "The Society " }', '8:36'],
    ['templates/appeal/letter.yaml', 'reference: A/1', 'reference: "A/1  b"', '6:12'],
    ['templates/appeal/sources.yaml', 'title: { en: The Charter }', 'title: { en: " The Charter" }', '2:16'],
    ['recipients/forms/en.yaml', 'close: Yours faithfully,', 'close: "Yours faithfully, "', '6:12'],
  ])('%s: %s', async (path, original, replacement, location) => {
    const faults = placedFaultsOf(await validatedCampaign(aCampaignWith(path, original, replacement)));
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^data/white-space ${path}:${location}$`, 'u'))]);
  });

  test('spaces inside a tag of a form of address are not printed', async () => {
    const files = aCampaignWith('recipients/forms/en.yaml', '{{recipient.title}}', '{{  recipient.title  }}');
    expect(placedFaultsOf(await validatedCampaign(files))).toEqual([]);
  });
});
