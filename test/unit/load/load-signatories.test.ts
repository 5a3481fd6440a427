import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../src/load/load-campaign.ts';
import { validateSignatoryColumns } from '../../../src/validate/validate-columns.ts';
import { neededFunctions } from '../../../src/clearance/clearance.ts';
import { recordReads } from '../../../src/run/recorded-world.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld, type MemoryFile } from '../../support/memory-world.ts';
import { inFull, valueOf } from '../../support/outcomes.ts';
import { validatedCampaign } from '../../support/validated.ts';
import { zipOf } from '../../support/workbooks/altered-workbook.ts';
import { fixtureBytes } from '../../support/workbooks/read-fixture.ts';

const LETTER = 'templates/appeal/letter.yaml';
const LIST = '\n  - { id: the-society, name: { en: The Society } }';

/** The files of a campaign whose signatories are in a table with this name. */
function filesWith(name: string, table: MemoryFile, columns?: string): Record<string, MemoryFile> {
  const columnsFile = `templates/appeal/${name.replace(/\.\w+$/u, '')}.columns.yaml`;
  return {
    ...aCampaignWith(LETTER, LIST, ` ${name}`),
    [`templates/appeal/${name}`]: table,
    ...(columns === undefined ? {} : { [columnsFile]: columns }),
  };
}

async function signatoriesIn(name: string, table: MemoryFile, columns?: string) {
  const { letter } = valueOf(await validatedCampaign(filesWith(name, table, columns)));
  return letter.signatories.map(({ for: condition, ...signatory }) => ({ ...signatory, isFor: condition.kind }));
}

async function faultsIn(name: string, table: string, columns?: string): Promise<readonly string[]> {
  const files = filesWith(name, table, columns);
  const loaded = await loadCampaign(memoryWorld(files).world, THE_LETTER, validateSignatoryColumns);
  const { diagnostics } = loaded.ok ? await validatedCampaign(files) : loaded;
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

  test('as a workbook that LibreOffice has saved', async () => {
    expect(await signatoriesIn('s.xlsx', fixtureBytes('signatories-libreoffice'))).toEqual([
      expect.objectContaining({
        id: 'walkers-co',
        name: { en: 'Walkers & Co.', fr: 'Marcheurs' },
        person: { '*': 'Ada Brook' },
        title: { en: 'Chair', fr: 'Présidente' },
        state: 'FR',
      }),
      expect.objectContaining({ name: { en: 'مركز الحق' }, person: { '*': 'José Lund' } }),
      expect.objectContaining({ id: 'the-old-mill-friends', name: { en: 'The "Old" Mill, Friends' }, state: 'BE' }),
    ]);
  });

  test('whose columns without a language are in the original language, beside those with one', async () => {
    expect(await signatoriesIn('s.csv', 'name,name.fr,title.en\nA,B,C\nD,,\n')).toEqual([
      { id: 'a', name: { en: 'A', fr: 'B' }, title: { en: 'C' }, isFor: 'everyone' },
      { id: 'd', name: { en: 'D' }, isFor: 'everyone' },
    ]);
    expect(await faultsIn('s.csv', 'name,name.en\nA,B\n')).toEqual([
      expect.stringContaining('s.csv:1:6 csv/column the column name.en conflicts with another'),
    ]);
  });

  test('with a condition for each', async () => {
    const table = 'name,for,for.state\nA,chair,\n';
    expect(await faultsIn('s.csv', table)).toEqual([expect.stringContaining('s.csv:1:10 csv/column')]);
    const { letter } = valueOf(await validatedCampaign(filesWith('s.csv', 'name,for.state\nA,FR\nB,\n')));
    expect(letter.signatories.map((each) => each.for.kind)).toEqual(['state', 'everyone']);
  });
});

describe('a columns file beside the table says what its columns are for', () => {
  const COLUMNS = `name: { en: '{Organisation}', fr: '{Nom}' }
person: '{Who}'
title: { en: '{Office}' }
state: { from: '{Country}', values: { France: FR, '': '' } }
clears: { from: '{Reads}', values: { TRUE: 'true', '': '' } }
image: { file: '{Signature}', height: 14mm }
ignore: [Phone]
`;
  const HEAD = 'Organisation;Nom;Who;Office;Country;Reads;Signature;Phone\n';

  test('of a table of any dialect', async () => {
    const table = `${HEAD}Walkers & Co.;Marcheurs;Ada Brook;Chair;France;TRUE;;1\n;;;;;;;\nThe Lanterns;;;;;;;2\n`;
    const expected = [
      {
        id: 'walkers-co',
        name: { en: 'Walkers & Co.', fr: 'Marcheurs' },
        person: { '*': 'Ada Brook' },
        title: { en: 'Chair' },
        state: 'FR',
        clears: true,
        isFor: 'everyone',
      },
      { id: 'the-lanterns', name: { en: 'The Lanterns' }, isFor: 'everyone' },
    ];
    expect(await signatoriesIn('s.csv', table, COLUMNS)).toEqual(expected);
    const tabs = table.replaceAll(';', '\t').replaceAll('\n', '\r\n');
    expect(await signatoriesIn('s.tsv', `\uFEFF${tabs}`, COLUMNS)).toEqual(expected);
  });

  test('of a workbook', async () => {
    const columns = `sheet: Members\nname: '{First name} {Last name}'\nignore: [Ward, Sex, Street, Postcode, Town, Households, Phone]\n`;
    const ids = (await signatoriesIn('s.xlsx', fixtureBytes('members-libreoffice'), columns)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(ids[0]).toBe('josé-müller');
  });

  test('and may state the id', async () => {
    const signatories = await signatoriesIn('s.csv', 'Org,Key\nA,x\nA,y\n', `id: '{Key}'\nname: '{Org}'\n`);
    expect(signatories.map(({ id }) => id)).toEqual(['x', 'y']);
  });

  test.each([
    ['Org\nA\n', `name: '{Organisation}'\n`, 's.csv:1:1 table/column row 1 has none of the columns'],
    ['Org,Tel\nA,1\n', `name: '{Org}'\n`, 's.csv:1:5 table/column'],
    ['Org\nA\n', `name: '{Org}'\ntitel: x\n`, 's.columns.yaml:2:1 data/unknown-key the key titel'],
    ['Org\nA\n', 'person: "{Org}"\n', 's.columns.yaml:1:1 data/missing-key the key name is missing'],
    ['Org\nA\n', 'name: A\n', 's.columns.yaml:1:7 table/pattern the name is the same for every row'],
    ['Org\nA\n', `name: '{Org'\n`, 's.columns.yaml:1:7 table/pattern'],
    ['Org,P\nA,1\nA,2\n', `name: '{Org}'\nperson: '{P}'\n`, 's.csv:3:1 table/id rows 2 and 3 have the same id a'],
    ['Org,C\nA,XX\n', `name: '{Org}'\nstate: '{C}'\n`, 's.csv:2:3 letter/unknown-name XX is not a State'],
    [
      '',
      `name: '{Org}'\n`,
      's.csv:1:1 csv/column this table is empty (its first row names the columns, and each row below is a signatory)',
    ],
  ])('with its faults: %j', async (table, columns, message) => {
    const faults = await faultsIn('s.csv', table, columns);
    expect(faults[0]).toContain(`templates/appeal/${message}`);
  });

  test('and is a fault if the letter names no such table', async () => {
    const other = { 'templates/appeal/other.columns.yaml': `name: '{Org}'\n` };
    const faultsOf = async (files: Readonly<Record<string, MemoryFile>>) =>
      (await loadCampaign(memoryWorld(files).world, THE_LETTER, validateSignatoryColumns)).diagnostics.map(inFull);
    const notRead = [expect.stringContaining('templates/appeal/other.columns.yaml:1:1 file/not-read')];
    expect(await faultsOf({ ...aCampaign(), ...other })).toEqual(notRead);
    expect(await faultsOf({ ...filesWith('s.csv', 'name\nA\n'), ...other })).toEqual(notRead);
    expect(await faultsOf({ ...filesWith('other.ndjson', '{"name": "A"}\n'), ...other })).toEqual(notRead);
  });
});

test.each([
  ['name.en,persn\nA,B\n', '1:9 data/unknown-key'],
  ['organisation\nA\n', '1:1 csv/column the first row has no column name'],
  ['Name\nA\n', '1:1 csv/column the first row has no column name (write it in small letters)'],
  ['name,state\nA,XX\n', '2:3 letter/unknown-name XX is not a State'],
  ['name,person\n,Ada\n', '2:2 data/missing-key the key name is missing'],
  ['name,clears\nA,yes\n', '2:3 data/wrong-value'],
  ['name.en,name.fr\nA,B\n,C\n', '3:2 data/missing-key signatories.name has no text in en'],
  [
    'name,image\nA,a.png\n',
    '2:3 data/wrong-type image must be a mapping (key: value), not text (name the column image.file)',
  ],
  ['name,clears\nA,TRUE\n', '2:3 data/wrong-value clears must be true or false, not TRUE (did you mean true?)'],
  ['name\nA\nB\nA\n', '4:1 letter/named-twice a stands here a second time'],
  ['name,title.en\nA\n', '2:1 csv/ragged-row'],
  ['', '1:1 csv/column this table is empty'],
])('the fault of the table %j is at its cell', async (table, fault) => {
  expect(await faultsIn('s.csv', table)).toEqual([expect.stringContaining(`templates/appeal/s.csv:${fault}`)]);
});

test('a table that is not there, or no workbook, is a fault of its file', async () => {
  const { 'templates/appeal/s.csv': _, ...missing } = filesWith('s.csv', '');
  const loaded = async (files: Readonly<Record<string, MemoryFile>>) =>
    (await loadCampaign(memoryWorld(files).world, THE_LETTER, validateSignatoryColumns)).diagnostics.map(inFull);
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
    await loadCampaign(world, THE_LETTER, validateSignatoryColumns);
    return digest(new Set());
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
