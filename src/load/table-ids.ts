import { type CellPattern, columnInBraces, headerKey } from '../model/columns-file.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, lineEcho, profileEcho, say } from '../model/message.ts';
import { nameKey, suggestName } from '../model/name.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import type { Span } from '../model/span.ts';
import { fillPattern } from './fill-pattern.ts';
import type { TableHeader } from './table-header.ts';
import type { TableRow } from './table-rows.ts';

/**
 * Returns the id of a row: the text of its pattern in small letters, with a hyphen for all that may not stand in a name.
 * Letters of every script stay. Undefined if the text has no letter or digit, or has a fault.
 */
export function idOf(pattern: CellPattern, header: TableHeader, row: TableRow): string | undefined {
  const filled = fillPattern(pattern, header.cellsOf(row, pattern));
  return filled.ok ? suggestName(filled.value.lines.join(' ')) : undefined;
}

/** Rows that have the same id, or none. */
interface Clash {
  readonly numbers: number[];
  /** The text of each column of the rows, as a part of an id; undefined if it has no letter or digit. */
  readonly values: (readonly (string | undefined)[])[];
}

/** The maximum number of rows that are compared to find a column that tells them apart. */
const MAX_COMPARED_ROWS = 2000;

/** What is wrong with the ids of a table. */
export interface IdClashes {
  /** Returns the numbers of the rows with an id, or without one. */
  readonly rowsOf: (id: string | undefined) => readonly number[];
  /** Says which column or pair of columns would make the ids different, if there is one. */
  readonly hint: Message;
}

/** Reads a table to its end to find all rows whose ids clash, and columns that tell them apart. */
export async function findIdClashes(
  pattern: CellPattern,
  header: TableHeader,
  rows: AsyncIterable<TableRow>,
): Promise<IdClashes> {
  const clashes = new Map<string, Clash>();
  for await (const row of rows) {
    const key = keyOf(idOf(pattern, header, row));
    const clash = clashes.get(key) ?? { numbers: [], values: [] };
    clashes.set(key, clash);
    clash.numbers.push(row.number);
    if (clash.values.length < MAX_COMPARED_ROWS)
      clash.values.push(header.names.map((_, index) => suggestName(row.cells[index]?.text ?? '')));
  }
  const real = [...clashes].filter(([key, { numbers }]) => numbers.length > 1 || key === '').map(([, clash]) => clash);
  return { rowsOf: (id) => clashes.get(keyOf(id))?.numbers ?? [], hint: distinctiveColumnsHint(pattern, header, real) };
}

/** Returns the fault for a row without an id, or with the id of other rows. `rows`: the numbers of all these rows. */
export function idFault(
  span: Span,
  id: string | undefined,
  rows: readonly number[],
  hint: Message = FIX_HINT,
): Diagnostic {
  const list = listRows(rows);
  const message =
    id === undefined
      ? [`${list} ${rows.length === 1 ? 'has' : 'have'} no id: there is no letter or digit in the columns of the id`]
      : [`${list} have the same id `, ...say`${profileEcho(id)}`];
  return fault('table/id', span, message, { hint });
}

const FIX_HINT = say`fill these cells, or make the id of columns that tell the rows apart`;

function keyOf(id: string | undefined): string {
  return id === undefined ? '' : nameKey(id);
}

/** The maximum number of rows that a message names. */
const MAX_NAMED_ROWS = 12;

/** Names rows within a sentence: "rows 3, 7 and 12". */
function listRows(numbers: readonly number[]): string {
  if (numbers.length === 1) return `row ${numbers.join('')}`;
  const named = numbers.slice(0, MAX_NAMED_ROWS);
  const more = numbers.length - named.length;
  const last = more > 0 ? `${more} more` : String(named.pop());
  return `rows ${named.join(', ')} and ${last}`;
}

/** Returns the hint with a column, or a pair of columns, that differs in the rows of every clash. */
function distinctiveColumnsHint({ scalar }: CellPattern, { names }: TableHeader, clashes: readonly Clash[]): Message {
  const used = names.flatMap((name, index) => (name === '' || names.indexOf(name) !== index ? [] : [index]));
  const tellsApart = (...indices: readonly number[]): boolean =>
    clashes.every(({ values }) => {
      const parts = values.map((row) => indices.flatMap((index) => row[index] ?? []).join('-'));
      return parts.every((part) => part !== '') && new Set(parts.map(nameKey)).size === parts.length;
    });
  const singles = used.filter((index) => tellsApart(index)).map((index) => [index]);
  const pairs = used.flatMap((first) => used.filter((second) => second > first).map((second) => [first, second]));
  const found = singles[0] ?? pairs.find(([first = 0, second = 0]) => tellsApart(first, second));
  if (found === undefined) return FIX_HINT;
  const added = found.map((index) => `-${columnInBraces(headerKey(names[index] ?? ''))}`).join('');
  return say`write ${lineEcho(`id: ${quoteYaml(scalar.text + added)}`)}, which is another in each row`;
}
