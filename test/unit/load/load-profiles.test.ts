import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/pipeline.ts';
import { dataAt } from '../../../src/model/data.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { MAX_FILE_BYTES } from '../../../src/world.ts';
import { placedFaultsOf } from '../../support/outcomes.ts';
import { readAll } from '../../support/pieces.ts';

/** The location and id of each profile, or the faults of a file that could not be read. */
async function loadSummaries(
  files: Readonly<Record<string, MemoryFile>>,
): Promise<readonly (string | readonly string[])[]> {
  const summaries: (string | readonly string[])[] = [];
  for await (const outcome of loadProfiles(memoryWorld(files).world)) {
    if (!outcome.ok) summaries.push(placedFaultsOf(outcome));
    else {
      const id = dataAt(outcome.value, ['id']);
      summaries.push(`${outcome.value.span.file}:${outcome.value.span.line} ${id?.kind === 'scalar' ? id.text : ''}`);
    }
  }
  return summaries;
}

test('reads one profile or a list of profiles from each file, in the order of the file names', async () => {
  expect(
    await loadSummaries({ 'recipients/b.yaml': '- id: two\n- id: three\n', 'recipients/a.yaml': 'id: one\n' }),
  ).toEqual(['recipients/a.yaml:1 one', 'recipients/b.yaml:1 two', 'recipients/b.yaml:2 three']);
});

test('reads no profiles from shared files, their folders and other formats', async () => {
  expect(
    await loadSummaries({
      'recipients/states.yaml': 'id: a\n',
      'recipients/groups.yaml': 'id: b\n',
      'recipients/powers.yaml': 'id: f\n',
      'recipients/forms/en.yaml': 'id: c\n',
      'recipients/notes.md': 'id: d\n',
      'recipients/e.yaml': 'id: e\n',
    }),
  ).toEqual(['recipients/e.yaml:1 e']);
});

test('reports a subfolder with profiles instead of ignoring it', async () => {
  expect(
    await loadSummaries({
      'recipients/eu/a.yaml': 'id: a\n',
      'recipients/notes/b.md': 'b',
      'recipients/b.yaml': 'id: b\n',
    }),
  ).toEqual([['file/not-read recipients/eu:1:1'], 'recipients/b.yaml:1 b']);
});

test.each(['a.yml', 'a.YAML', 'a.json', 'a.ndjson', 'a.XLS', 'a.xlsm', 'a.xlsb', 'a.ods', 'a.numbers', 'a.dbf'])(
  'reports %s instead of ignoring it',
  async (name) => {
    expect(await loadSummaries({ [`recipients/${name}`]: 'id: a\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
      [`file/not-read recipients/${name}:1:1`],
      'recipients/b.yaml:1 b',
    ]);
  },
);

describe('a text in recipients/', () => {
  const read = (name: string, content: string | Uint8Array) =>
    loadSummaries({ [`recipients/${name}`]: content, 'recipients/b.yaml': 'id: b\n' });

  test.each([
    ['with tabs', 'a.txt', 'Name\tTown\nAnna\tGhent\n'],
    ['with tabs, in capitals', 'A.TXT', '\uFEFFName\tTown\n'],
    ['with tabs in its second line, after an empty one', 'a.txt', `\r\n\r\nName\tTown\r\n`],
    ['with semicolons', 'a.txt', 'Name;Town;Street\nAnna;Ghent;1 Road\n'],
    ['with a long first line', 'a.txt', `${'n'.repeat(3000)}\tTown\n`],
    ['with tabs in UTF-16', 'a.txt', Buffer.from('\uFEFFName\tTown\r\n', 'utf16le')],
    ['of the name that some programs give', 'a.tab', 'Name\tTown\n'],
  ])('is a table, and a fault, %s', async (_, name, content) => {
    expect(await read(name, content)).toEqual([[`file/not-read recipients/${name}:1:1`], 'recipients/b.yaml:1 b']);
  });

  test.each([
    ['a note', 'Ask Anna; she knows, and Bo too.\nName\tTown\n'],
    ['an indented note', '\tAsk Anna\n'],
    ['a note with a tab at its end', 'Ask Anna\t\n'],
    ['such a note in UTF-16', Buffer.from('\uFEFFAsk Anna\t\r\n', 'utf16le')],
    ['nothing', ''],
  ])('is no table: %s', async (_, content: string | Uint8Array) => {
    expect(await read('a.txt', content)).toEqual(['recipients/b.yaml:1 b']);
  });
});

test.each(['a.CSV', 'a.TSV', 'members.xlsx/a.csv', 'eu/a.xlsx', 'eu/a.ods', 'a.numbers/Data/x.iwa'])(
  'does not ignore %s',
  async (name) => {
    const [found] = await loadSummaries({ [`recipients/${name}`]: 'Name,Town\nAnna,Ghent\n' });
    expect(found).toEqual([expect.stringMatching(/^(?:table\/not-described|file\/not-read) recipients\//u)]);
  },
);

test.each(['~$members.xlsx', '.~lock.members.csv#', 'eu/~$members.xlsx', '.DS_Store', 'members.csv.bak'])(
  'ignores %s',
  async (name) => {
    expect(await loadSummaries({ [`recipients/${name}`]: 'x\ty', 'recipients/b.yaml': 'id: b\n' })).toEqual([
      'recipients/b.yaml:1 b',
    ]);
  },
);

test('reads no profiles from an empty list', async () => {
  expect(await loadSummaries({ 'recipients/a.yaml': '[]\n', 'recipients/b.yaml': 'id: b\n' })).toEqual([
    'recipients/b.yaml:1 b',
  ]);
});

test('reports a file that cannot be read as one failure, and reads the others', async () => {
  expect(
    await loadSummaries({
      'recipients/a.yaml': { problem: 'unreadable' },
      'recipients/b.yaml': '- id: *x\n- id: *y\n',
      'recipients/c.yaml': 'id: c\n',
    }),
  ).toEqual([
    ['file/unreadable recipients/a.yaml:1:1'],
    ['yaml/unsupported recipients/b.yaml:1:7', 'yaml/unsupported recipients/b.yaml:2:7'],
    'recipients/c.yaml:1 c',
  ]);
});

test.each(['', '# to come\n', '[]'])('reads a file without profiles: %j', async (text) => {
  expect(await loadSummaries({ 'recipients/a.yaml': text })).toEqual([]);
});

const COLUMNS = `id: "{Name}"
roles: [councillor]
languages: [en]
office: { title: { en: Councillor }, rank: councillor }
address: { lines: ["{Street}"] }
source: the list
`;
const TABLE = 'Name,Street\nAnna,1 Road\nBob,2 Road\n';

describe('a table in recipients/', () => {
  test('is read in the place of its columns file', async () => {
    expect(
      await loadSummaries({
        'recipients/a.yaml': 'id: one\n',
        'recipients/b.columns.yaml': COLUMNS,
        'recipients/b.csv': TABLE,
        'recipients/c.yaml': 'id: two\n',
      }),
    ).toEqual([
      'recipients/a.yaml:1 one',
      'recipients/b.csv:2 anna',
      'recipients/b.csv:3 bob',
      'recipients/c.yaml:1 two',
    ]);
  });

  test('may have another name, and several columns files', async () => {
    expect(
      await loadSummaries({
        'recipients/b.columns.yaml': `table: T 1.CSV\n${COLUMNS}`,
        'recipients/c.columns.yaml': `table: T 1.CSV\n${COLUMNS.replace('{Name}', '{Street} {Name}')}`,
        'recipients/T 1.CSV': TABLE,
      }),
    ).toEqual([
      'recipients/T 1.CSV:2 anna',
      'recipients/T 1.CSV:3 bob',
      'recipients/T 1.CSV:2 1-road-anna',
      'recipients/T 1.CSV:3 2-road-bob',
    ]);
  });

  test('without a columns file is read if its columns are named by the keys of a profile', async () => {
    expect(await loadSummaries({ 'recipients/b.csv': 'id;office.title.en\nx;y\n' })).toEqual(['recipients/b.csv:2 x']);
  });

  test('without a columns file is a fault, which shows its columns as YAML', async () => {
    const { world } = memoryWorld({ 'recipients/b.csv': 'Name,"Box: 1","say ""a""",{x}\nAnna,1,2,3\n' });
    const results = await readAll(loadProfiles(world));
    const lines = ['id: "{Name}"', `ignore: ["Box: 1", 'say "a"', "{x}"]`];
    expect(String(results[0])).toContain(lines.map((line) => `\n    ${line}`).join(''));
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    [
      'a columns file without a table',
      { 'recipients/b.columns.yaml': COLUMNS },
      ['table/missing recipients/b.columns.yaml:1:1'],
    ],
    [
      'two tables of its name',
      { 'recipients/b.columns.yaml': COLUMNS, 'recipients/b.csv': TABLE, 'recipients/b.tsv': TABLE },
      ['table/missing recipients/b.columns.yaml:1:1', 'table/not-described recipients/b.tsv:1:1'],
    ],
    ['no rows', { 'recipients/b.columns.yaml': COLUMNS, 'recipients/b.csv': '' }, ['csv/column recipients/b.csv:1:1']],
  ])('is reported: %s', async (_, files, expected) => {
    expect((await loadSummaries(files)).flat()).toEqual(expected);
  });

  test('is not read by a faulty columns file', async () => {
    const summaries = await loadSummaries({ 'recipients/b.columns.yaml': 'roles: x\n', 'recipients/b.csv': TABLE });
    expect(summaries).toHaveLength(1);
    expect(summaries[0]).toContain('data/missing-key recipients/b.columns.yaml:1:1');
  });

  test('is not mistaken for the lock file of an office program', async () => {
    expect(await loadSummaries({ 'recipients/~$b.xlsx': 'x', 'recipients/~$b.csv': 'x' })).toEqual([]);
  });

  test('may be larger than a text file', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `Anna ${index},${index} ${'Road '.repeat(250)}\n`);
    const table = `Name,Street\n${rows.join('')}`;
    expect(table.length).toBeGreaterThan(MAX_FILE_BYTES);
    const { world } = memoryWorld({ 'recipients/b.columns.yaml': COLUMNS, 'recipients/b.csv': table });
    let count = 0;
    for await (const profile of loadProfiles(world)) if (profile.ok) count += 1;
    expect(count).toBe(1000);
  });
});
