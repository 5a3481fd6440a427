import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GOOD_CAMPAIGN } from '../../support/faulty-campaigns.ts';
import { type ListedRow, campaignWithTable, listRows } from '../../support/listed-table.ts';
import { awkwardRows } from '../../support/made-up-tables.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

describe('awkward rows', () => {
  test('become letters whose words are those of the cells', async () => {
    const table = awkwardRows();
    const { world, output } = memoryWorld(campaignWithTable(table));
    const result = await runInMemory(['generate', '--to', 'md'], world);
    expect(result.err).not.toContain('error[');
    expect(result.err).toContain(`${table.rows + 3} letters: ${table.rows + 3} files written`);
    const letter = (id: string): string => Buffer.from(output.get(`appeal/${id}.en.md`) ?? []).toString();
    expect(letter('member-1')).toContain('Zoë Müller, Minister of Charters\\\n0 Road\\\nFlat 0\\\nNorthgate');
    expect(letter('member-2')).toContain('علي حسن');
    expect(letter('member-3')).toContain('Smith & Sons, Minister of Charters\\\n2 Road\\\n1002 Łódź');
    expect(letter('member-9')).toContain('A } Brace');
  });

  test('keep what looks like markup or a formula as it is', async () => {
    const recipients = await listRows(campaignWithTable(awkwardRows()));
    expect(recipients.map(({ holder }) => holder)).toEqual(
      expect.arrayContaining(['*Anna* Bold', '1 < 2 Html', '=1+1 Formula', '-1 Minus', 'Say "Hi"', 'A\u00a0B']),
    );
  });
});

describe('where a recipient comes from', () => {
  const files = campaignWithTable(awkwardRows());

  test('is in a list and an explanation', async () => {
    expect((await listRows(files, ['member-2']))[0]?.span).toEqual({
      file: 'recipients/table.csv',
      line: 4,
      column: 1,
      cell: 'A3',
    });
    const verbose = await runInMemory(['list', 'member-2', '--verbose'], memoryWorld(files).world);
    expect(verbose.out).toMatch(/ from *\n.* recipients\/table\.csv:4\n/u);
    const explained = await runInMemory(['explain', 'member-2'], memoryWorld(files).world);
    expect(explained.out).toContain('(recipients/table.csv:4, row 3)');
  });
});

describe('a fault in a cell', () => {
  const files = campaignWithTable({ ...awkwardRows(), table: awkwardRows().table.replace(';Ms;', ';Mrs;') });

  test('names the cell and its column in all forms of report', async () => {
    const args = [
      'validate',
      '--reporter',
      'human',
      '--reporter',
      'github',
      '--reporter',
      'sarif=a.sarif',
      '--reporter',
      'junit=a.xml',
    ];
    const { world } = memoryWorld(files);
    const result = await runInMemory(args, world);
    expect(result.err).toContain('recipients/table.csv:2:12 (B2, Sex)');
    expect(result.out + result.err).toContain('::B2, Sex: values does not say');
    const json = await runInMemory(['validate', '--json'], memoryWorld(files).world);
    expect(json.out).toContain('"cell": "B2",\n      "header": "Sex"');
  });

  test('does not show the cell under CI', async () => {
    const result = await runInMemory(['validate'], memoryWorld(files).world, { CI: 'true' });
    expect(result.err).toContain('values does not say what (not shown) becomes');
    expect(result.err).toContain('(B2, Sex)');
    expect(result.err).not.toMatch(/Mrs|Zoë/u);
  });
});

describe('--columns', () => {
  let folder: string;
  let columns: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demarche-columns-'));
    columns = join(folder, 'a.columns.yaml');
    writeFileSync(columns, awkwardRows().columns);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: readonly string[], input = awkwardRows().table) =>
    runInMemory(['list', ...args], memoryWorld(GOOD_CAMPAIGN).world, {}, input);

  test('describes the table of --recipients', async () => {
    writeFileSync(columns, `state: FR\n${awkwardRows().columns}`);
    const result = await run(['--json', '--recipients', '-', '--columns', columns]);
    const { recipients } = JSON.parse(result.out) as { readonly recipients: readonly ListedRow[] };
    expect(recipients).toHaveLength(3 + awkwardRows().rows);
    expect(recipients[3]).toMatchObject({ id: 'member-1', span: { file: '(standard input)', line: 2, cell: 'A2' } });
  });

  test.each([
    [['--columns', 'x.yaml'], 'no table is named'],
    [['--recipients', 'x.ndjson', '--columns', 'x.yaml'], 'there is no file “x.ndjson”'],
    [['--recipients', '-', '--columns', 'none.yaml'], 'there is no file “none.yaml” to read columns from'],
  ])('is refused with %j', async (args, message) => {
    const result = await run(args);
    expect([result.code, result.err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('is refused with a file that is no table', async () => {
    const file = join(folder, 'a.ndjson');
    writeFileSync(file, '{}');
    expect((await run(['--recipients', file, '--columns', columns])).err).toContain('is none');
  });

  test('reports the faults of the columns file', async () => {
    writeFileSync(columns, 'id: x\n');
    const result = await run(['--recipients', '-', '--columns', columns]);
    expect(result.err).toContain('error[table/pattern]: the id is the same for every row');
  });
});
