import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../src/load/load-campaign.ts';
import { neededFunctions } from '../../../src/clearance/clearance.ts';
import { recordReads } from '../../../src/run/recorded-world.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld, type MemoryFile } from '../../support/memory-world.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';
import { zipOf } from '../../support/workbooks/altered-workbook.ts';

const LETTER = 'templates/appeal/letter.yaml';
const LIST = '\n  - { id: the-society, name: { en: The Society } }';

/** The files of a campaign whose signatories are in a table with this name. */
function filesWith(name: string, table: string): Record<string, string> {
  return { ...aCampaignWith(LETTER, LIST, ` ${name}`), [`templates/appeal/${name}`]: table };
}

async function signatoriesIn(name: string, table: string) {
  const { letter } = valueOf(await validatedCampaign(filesWith(name, table)));
  return letter.signatories.map(({ for: condition, ...signatory }) => ({ ...signatory, isFor: condition.kind }));
}

async function faultsIn(name: string, table: string): Promise<readonly string[]> {
  const loaded = await loadCampaign(memoryWorld(filesWith(name, table)).world, THE_LETTER);
  const { diagnostics } = loaded.ok ? await validatedCampaign(filesWith(name, table)) : loaded;
  return diagnostics.map(inFull);
}

describe('a table beside letter.yaml has the signatories', () => {
  const expected = [
    {
      id: 'walkers-co',
      name: { '*': 'Walkers & Co.' },
      title: { en: 'Chair' },
      state: 'FR',
      clears: true,
      isFor: 'everyone',
    },
    { id: 'lanterns', name: { '*': 'The Lanterns' }, isFor: 'everyone' },
  ];

  test.each([
    ['signatories.csv', 'name;id;title.en;state;clears\nWalkers & Co.;;Chair;FR;true\n\nThe Lanterns;lanterns;;;\n'],
    ['all.tsv', 'id\tname\ttitle.en\tstate\tclears\n\tWalkers & Co.\tChair\tFR\ttrue\nlanterns\tThe Lanterns\t\t\t\n'],
    [
      'signatories.ndjson',
      '{"name": "Walkers & Co.", "title": {"en": "Chair"}, "state": "FR", "clears": true}\n{"id": "lanterns", "name": "The Lanterns"}\n',
    ],
  ])('as %s', async (name, table) => {
    expect(await signatoriesIn(name, table)).toEqual(expected);
  });

  test('in an order that does not change the ids that are made of their names', async () => {
    const ids = async (...names: readonly string[]) =>
      (await signatoriesIn('s.csv', `name\n${names.join('\n')}\n`)).map(({ id }) => id);
    expect(await ids('B', 'A')).toEqual(['b', 'a']);
    expect(await ids('A', 'B')).toEqual(['a', 'b']);
  });

  test('with a condition for each', async () => {
    const table = 'name,for,for.state\nA,chair,\n';
    expect(await faultsIn('s.csv', table)).toEqual([expect.stringContaining('s.csv:1:10 csv/column')]);
    const { letter } = valueOf(await validatedCampaign(filesWith('s.csv', 'name,for.state\nA,FR\nB,\n')));
    expect(letter.signatories.map((each) => each.for.kind)).toEqual(['state', 'everyone']);
  });
});

test.each([
  ['name.en,persn\nA,B\n', '1:9 data/unknown-key'],
  ['organisation\nA\n', '1:1 csv/column the first row has no column name'],
  ['Name\nA\n', '1:1 csv/column the first row has no column name (write it in small letters)'],
  ['name,state\nA,XX\n', '2:3 letter/unknown-name XX is not a State'],
  ['name,person\n,Ada\n', '2:2 data/missing-key the key name is missing'],
  ['name,clears\nA,yes\n', '2:3 data/wrong-value'],
  ['name\nA\nB\nA\n', '4:1 letter/named-twice a stands here a second time'],
  ['name,title.en\nA\n', '2:1 csv/ragged-row'],
  ['', '1:1 csv/column this table is empty'],
])('the fault of the table %j is at its cell', async (table, fault) => {
  expect(await faultsIn('s.csv', table)).toEqual([expect.stringContaining(`templates/appeal/s.csv:${fault}`)]);
});

test('a table that is not there, or no workbook, is a fault of its file', async () => {
  const { 'templates/appeal/s.csv': _, ...missing } = filesWith('s.csv', '');
  const loaded = async (files: Readonly<Record<string, MemoryFile>>) =>
    (await loadCampaign(memoryWorld(files).world, THE_LETTER)).diagnostics.map(inFull);
  expect(await loaded(missing)).toEqual([expect.stringContaining('templates/appeal/s.csv:1:1 file/missing')]);
  const notZip = { ...filesWith('s.xlsx', ''), 'templates/appeal/s.xlsx': zipOf([]) };
  expect(await loaded(notZip)).toEqual([expect.stringContaining('templates/appeal/s.xlsx:1:1 workbook/format')]);
});

test('a table of more than 10,000 signatories is refused', async () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => `Society ${index}\n`).join('');
  expect(await faultsIn('s.csv', `name\n${rows}`)).toEqual([
    expect.stringContaining('templates/appeal/s.csv:10002:1 file/too-large'),
  ]);
});

test('the bytes of the table are inputs of the letter', async () => {
  const digestOf = async (table: string): Promise<string> => {
    const { world, digest } = recordReads(memoryWorld(filesWith('s.csv', table)).world);
    await loadCampaign(world, THE_LETTER);
    return digest();
  };
  expect(await digestOf('name\nA\n')).toBe(await digestOf('name\nA\n'));
  expect(await digestOf('name\nA\n')).not.toBe(await digestOf('name\nB\n'));
});

test('needs: signatory asks those that clear texts, and all where none does', async () => {
  const needsOf = async (signatories: string): Promise<readonly string[]> => {
    const files = aCampaign();
    const settings = (files[LETTER] ?? '').replace(LIST, signatories).replace('final: [legal]', 'final: [signatory]');
    const { letter } = valueOf(await validatedCampaign({ ...files, [LETTER]: settings }));
    return neededFunctions(letter, 'en');
  };
  expect(await needsOf(' [{ id: a, name: A }, { id: b, name: B, clears: true }]')).toEqual(['signatory:b']);
  expect(await needsOf(' [{ id: a, name: A }, { id: b, name: B, clears: false }]')).toEqual([
    'signatory:a',
    'signatory:b',
  ]);
});
