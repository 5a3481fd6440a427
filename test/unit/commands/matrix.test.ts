import { describe, expect, test } from 'vitest';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { type SaidInMemory, runInMemory } from '../../support/run-in-memory.ts';

/** The small campaign, in which `publish` carries the demand `report`, and no body lists the demand `sign`. */
const files = aCampaignWith(
  'templates/appeal/letter.yaml',
  `      - { use: ask, for: { any: [chair, { group: council }] } }
      - { use: support }
`,
  `      - { use: ask, with: [report], for: { any: [chair, { group: council }] } }
      - { use: support }
  report: { number: 2, sources: [charter], wordings: [{ use: ask }] }
  sign: { number: 3, sources: [charter], wordings: [{ use: ask }] }
`,
);
for (const demand of ['report', 'sign']) files[`templates/appeal/en/demands/${demand}/ask.md`] = '**Do it** now.\n';

function runMatrix(...args: readonly string[]): Promise<SaidInMemory> {
  return runInMemory(['matrix', ...args], memoryWorld(files).world);
}

test('prints the position and wording of each demand, and for a carried one the demand that carries it', async () => {
  const { out, err, code } = await runMatrix();
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(
    [
      'recipient    language  body      1 publish   2 report         3 sign',
      'the-chair    en        chair     1. ask      1. with publish',
      'be-minister  en        minister  1. support',
      '',
      'demands that nobody gets: sign',
      '',
      'texts that nobody gets: demands/report/ask, demands/sign/ask',
      '',
    ].join('\n'),
  );
});

test('prints the same as JSON', async () => {
  const { matrices } = JSON.parse((await runMatrix('--json')).out) as { matrices: object[] };
  expect(matrices).toMatchObject([
    {
      letter: 'appeal',
      demands: [{ id: 'publish' }, { id: 'report' }, { id: 'sign' }],
      rows: [
        { recipient: 'the-chair', cells: [{ place: 1 }, { wording: 'ask', carriedBy: 'publish' }, null] },
        { recipient: 'be-minister', cells: [{ wording: 'support', carriedBy: null }, null, null] },
      ],
      nobodyGets: { demands: ['sign'] },
    },
  ]);
});

test('names signatories that sign none of the letters', async () => {
  const signatory = 'name: { en: The Society }';
  const letter = 'templates/appeal/letter.yaml';
  const { world } = memoryWorld(
    aCampaignWith(
      letter,
      signatory,
      `${signatory} }\n  - { id: friends, name: Friends, for: { not: { any: [chair, minister] } }`,
    ),
  );
  expect((await runInMemory(['matrix'], world)).out).toContain('\nsignatories of none of these letters: friends\n');
  const { matrices } = JSON.parse((await runInMemory(['matrix', '--json'], world)).out) as { matrices: object[] };
  expect(matrices).toMatchObject([{ signNone: ['friends'] }]);
});

test('applies filters, and prints CSV and Markdown', async () => {
  expect((await runMatrix('the-chair', '--csv')).out).toBe(
    'recipient,language,body,1 publish,2 report,3 sign\r\nthe-chair,en,chair,1. ask,1. with publish,\r\n',
  );
  expect((await runMatrix('be-minister', '--md')).out.split('\n').slice(0, 3)).toEqual([
    '| recipient | language | body | 1 publish | 2 report | 3 sign |',
    '| --- | --- | --- | --- | --- | --- |',
    '| be-minister | en | minister | 1. support |  |  |',
  ]);
  expect((await runMatrix('--csv', '--json')).code).toBe(2);
  expect((await runMatrix('nobody')).code).toBe(2);
});

describe('with --powers', () => {
  const held = (holders: string): Record<string, string> => ({
    ...files,
    'templates/appeal/letter.yaml': (files['templates/appeal/letter.yaml'] ?? '')
      .replace('with: [report],', 'with: [report], power: { publish: speak, report: report-it },')
      .replace('{ use: support }', '{ use: support, power: none, because: x }')
      .replace(
        'number: 3, sources: [charter], wordings: [{ use: ask }]',
        'number: 3, sources: [charter], wordings: [{ use: ask, power: sign-it }]',
      ),
    'recipients/powers.yaml': `speak: { meaning: m, source: s, held-by: [{ for: chair }] }
report-it: { meaning: m, source: s, held-by: [{ for: [chair, minister] }] }
sign-it: { meaning: m, source: s, held-by: ${holders} }
`,
  });
  const runPowers = (campaign: Record<string, string>, ...args: readonly string[]): Promise<SaidInMemory> =>
    runInMemory(['matrix', '--powers', ...args], memoryWorld(campaign).world);

  test('prints who could be asked for a demand by a power, also one that is carried, and is not', async () => {
    const { out, err, code } = await runPowers(held('[{ for: { state: FR } }]'));
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'recipient    language  body      1 publish   2 report          3 sign',
      'the-chair    en        chair     1. ask      1. with publish   could: sign-it',
      'be-minister  en        minister  1. support  could: report-it',
      '',
      'could: the recipient has this power, with which a wording of the demand could ask for it',
    ]);
  });

  test('prints the same as Markdown, CSV and JSON', async () => {
    const campaign = held('[{ for: chair }]');
    expect((await runPowers(campaign, '--md')).out.split('\n')[2]).toBe(
      '| the-chair | en | chair | 1. ask | 1. with publish | could: sign-it |',
    );
    expect((await runPowers(campaign, '--csv')).out.split('\r\n')[2]).toBe(
      'be-minister,en,minister,1. support,could: report-it,',
    );
    const { matrices } = JSON.parse((await runPowers(campaign, '--json')).out) as { matrices: object[] };
    expect(matrices).toMatchObject([
      {
        unasked: [
          { recipient: 'the-chair', language: 'en', demand: 'sign', powers: ['sign-it'] },
          { recipient: 'be-minister', language: 'en', demand: 'report', powers: ['report-it'] },
        ],
      },
    ]);
  });

  test.each([
    ['not addressed', 'to: [chair, minister]', 'to: [minister]', 'the-chair'],
    ['skipped', '', '', 'be-minister'],
  ])('includes a recipient who is %s', async (_, original, replacement, id) => {
    const campaign = held('[{ for: [chair, minister] }]');
    const path = 'templates/appeal/letter.yaml';
    const ministers = 'recipients/ministers.yaml';
    campaign[path] = (campaign[path] ?? '').replace(original, replacement);
    if (id === 'be-minister') campaign[ministers] = `${campaign[ministers] ?? ''}  skip: { reason: x }\n`;
    const { out } = await runPowers(campaign);
    expect(out).toMatch(new RegExp(`${id} +\\(no letter\\) .*could: sign-it`, 'u'));
    expect((await runInMemory(['matrix'], memoryWorld(campaign).world)).out).not.toContain('(no letter)');
  });

  test.each([
    ['has ended', '[{ for: [chair, minister], until: 2025-11-30 }]'],
    ['depends on what is not recorded', '[{ for: { not: { fact: unsure } } }]'],
  ])('leaves out a power that %s', async (_, holders) => {
    const campaign = held(holders);
    const groups = 'recipients/groups.yaml';
    const unsure = 'facts:\n  unsure: { type: yes-no, complete: false, meaning: x }\n';
    campaign[groups] = (campaign[groups] ?? '').replace('facts:\n', unsure);
    const { out, code } = await runPowers(campaign);
    expect([code, out.includes('sign-it')]).toEqual([0, false]);
  });

  test('says so if there is nothing that could be asked', async () => {
    expect((await runMatrix('--powers')).out).toContain(
      'no recipient has a power for a demand that it is not asked for',
    );
  });
});

test('names with --powers a recipient who gets no letter once, and one who gets several in each language', async () => {
  const bilingual = aBilingualCampaign('revised', {
    'recipients/powers.yaml': 'speak: { meaning: m, source: s, held-by: [{ for: [chair, minister] }] }\n',
    'templates/appeal/en/demands/sign/ask.md': '**Sign** it.\n',
    'templates/appeal/fr/demands/sign/ask.md': '**Signez**-la.\n',
  });
  const path = 'templates/appeal/letter.yaml';
  const letter = (bilingual[path] ?? '')
    .replace('to: [chair, minister]', 'to: [minister]')
    .replace(
      'passages:',
      '  sign: { number: 2, sources: [charter], wordings: [{ use: ask, power: speak }] }\npassages:',
    );
  const { world } = memoryWorld({ ...bilingual, [path]: letter });
  const { out } = await runInMemory(['matrix', '--powers', '--language', 'all', '--json'], world);
  const { matrices } = JSON.parse(out) as {
    matrices: readonly { unasked: readonly { recipient: string; language: string }[] }[];
  };
  expect(matrices[0]?.unasked.map(({ recipient, language }) => [recipient, language])).toEqual([
    ['the-chair', null],
    ['be-minister', 'en'],
    ['be-minister', 'fr'],
  ]);
});
