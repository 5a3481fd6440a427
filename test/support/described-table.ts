import { readTable } from '../../src/load/read-table.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { ColumnsFile } from '../../src/model/columns-file.ts';
import type { Data } from '../../src/model/data.ts';
import { type Outcome, andThen } from '../../src/model/outcome.ts';
import { validateColumns } from '../../src/validate/validate-columns.ts';
import type { ReadResult } from '../../src/world.ts';
import { inPieces } from './pieces.ts';

/** The keys that a columns file of a councillor has, besides the id, and what its letters would say. */
const PROFILE = `roles: [councillor]
languages: [en]
office: { title: { en: Councillor }, rank: councillor }
address: { lines: ["{Street}"] }
source: the list
`;

/** Reads a columns file. The keys that a profile must have are added, unless it has them. */
export function columnsFile(text: string): Outcome<ColumnsFile> {
  const added = PROFILE.split('\n').filter((line) => !`\n${text}`.includes(`\n${line.split(':')[0] ?? ''}:`));
  return andThen(readYaml('recipients/a.columns.yaml', [text, ...added, ''].join('\n')), validateColumns);
}

/** Reads a table, as a text or in chunks, with its columns file. */
export async function* describedTable(
  columns: string,
  table: string | Uint8Array | (() => AsyncIterable<ReadResult<Uint8Array>>),
  { canReadAgain = true, size = 1000, name = 'recipients/a.csv' } = {},
): AsyncGenerator<Outcome<Data>> {
  const read = columnsFile(columns);
  if (!read.ok) throw new Error(`the columns file has faults: ${JSON.stringify(read.diagnostics)}`);
  const file = { name, open: typeof table === 'function' ? table : () => inPieces(table, size) };
  yield* readTable({ file, columns: read.value, canReadAgain });
}
