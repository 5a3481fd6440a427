import { expect, test } from 'vitest';
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
