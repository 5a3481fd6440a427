import { type CellPattern, type ColumnsFile, headerKey, patternsIn } from '../model/columns-file.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, lineEcho, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { plainYaml } from '../model/quote-yaml.ts';
import type { NamedCell } from './fill-pattern.ts';
import { type TableCell, type TableRow, columnName } from './table-rows.ts';

/** The row of a table that names its columns, matched with the columns file. */
export interface TableHeader {
  /** The names in the order of the table, as it has them; empty for a column without a name. */
  readonly names: readonly string[];
  /** Returns the cells of the columns of a pattern. A cell that a short row lacks is empty. */
  readonly cellsOf: (row: TableRow, pattern: CellPattern) => readonly NamedCell[];
  /** Returns the faults of the cells of a row, without those of columns that are not used. */
  readonly cellFaultsOf: (row: TableRow) => readonly Diagnostic[];
}

/** Whether a row names a column that a columns file uses, be it in other capitals. */
export function namesColumns(columns: ColumnsFile, { cells }: TableRow): boolean {
  const names = new Set(cells.map(({ text }) => headerKey(text).toLowerCase()));
  return [...usesOf([columns.id, ...patternsIn(columns.profile)]).keys()].some((name) => names.has(name.toLowerCase()));
}

/**
 * Matches the header row of a table with the columns that its columns file uses and ignores. Each column must be either
 * used or ignored, and each used one must be there once.
 */
export function matchHeader(columns: ColumnsFile, row: TableRow): Outcome<TableHeader> {
  const names = row.cells.map(({ text }) => headerKey(text));
  const indices = new Map<string, number>();
  names.forEach((name, index) => {
    if (name !== '' && !indices.has(name)) indices.set(name, index);
  });
  const used = usesOf([columns.id, ...patternsIn(columns.profile)]);
  const faults = [
    ...[...used].flatMap(([name, pattern]) => useFaults(name, pattern, row.cells, names)),
    ...columns.ignored.flatMap(({ name, span }) => {
      if (!used.has(name)) return [];
      const hint = say`leave it out under ignore`;
      return [fault('table/column', span, say`the column ${name} is both used and ignored`, { hint })];
    }),
    ...unusedColumnFaults(columns, used, row),
  ];
  const cellsOf = (own: TableRow, pattern: CellPattern): readonly NamedCell[] =>
    pattern.columns.map((column) => {
      const index = indices.get(column) ?? -1;
      return { column, ...(own.cells[index] ?? { text: '', span: emptyCellSpan(own, index) }) };
    });
  const cellFaultsOf = ({ cells }: TableRow): readonly Diagnostic[] =>
    cells.flatMap(({ faults: own = [] }, index) => {
      const { [index]: name = '' } = names;
      if (own.length === 0 || (name !== '' && !used.has(name))) return [];
      return name === '' ? own : own.map((each) => ({ ...each, span: { ...each.span, header: name } }));
    });
  return settle({ names, cellsOf, cellFaultsOf }, faults);
}

/** Returns the span of a cell that a short row of a workbook lacks, whose columns are those of the sheet. */
function emptyCellSpan({ number, cells }: TableRow, index: number): TableCell['span'] {
  const { file = '', line = 1, cell } = cells.at(-1)?.span ?? {};
  const place = { file, line, column: index + 1 };
  // What is before the letters of the column is the name of the sheet.
  return cell === undefined ? place : { ...place, cell: cell.replace(/[A-Z]+\d+$/u, `${columnName(index)}${number}`) };
}

/** Returns the columns that patterns use, each with the first pattern that uses it. */
function usesOf(patterns: readonly CellPattern[]): ReadonlyMap<string, CellPattern> {
  const uses = new Map<string, CellPattern>();
  for (const pattern of patterns) for (const name of pattern.columns) if (!uses.has(name)) uses.set(name, pattern);
  return uses;
}

/** Returns a fault if the table lacks a column that is used, or has it twice. */
function useFaults(
  name: string,
  { scalar: { span } }: CellPattern,
  cells: readonly TableCell[],
  names: readonly string[],
): readonly Diagnostic[] {
  const places = cells.filter((_, index) => names[index] === name);
  const [first, second] = places;
  if (first === undefined) {
    const nearest = nearestHeader(name, names);
    const hint = nearest === undefined ? say`the table has: ${listColumnNames(names)}` : say`did you mean ${nearest}?`;
    return [fault('table/column', span, say`the table has no column ${name}`, { hint })];
  }
  if (second === undefined) return [];
  return [
    fault('table/column', span, say`the table has more than one column ${name}`, {
      hint: say`give one of them another name in the table`,
      related: places.map((place) => ({ span: place.span, message: say`it is here` })),
    }),
  ];
}

/** Returns the header that was probably meant: one that differs in case alone, or the most similar one. */
function nearestHeader(name: string, names: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  const named = names.filter((other) => other !== '');
  return named.find((other) => other.toLowerCase() === folded) ?? nearestName(name, named);
}

/** Returns a fault if there are columns that are neither used nor ignored, with the line to add. */
function unusedColumnFaults(
  { ignored, span }: ColumnsFile,
  used: ReadonlyMap<string, CellPattern>,
  { cells }: TableRow,
): readonly Diagnostic[] {
  const known = new Set([...used.keys(), ...ignored.map(({ name }) => name)]);
  const unused = cells.filter(({ text }) => headerKey(text) !== '' && !known.has(headerKey(text)));
  const [first] = unused;
  if (first === undefined) return [];
  const names = [...new Set(unused.map(({ text }) => headerKey(text)))];
  const isOne = names.length === 1;
  const message = isOne
    ? say`the column ${names[0] ?? ''} is neither used nor ignored`
    : [`${names.length} columns are neither used nor ignored: `, ...listColumnNames(names)];
  const line = lineEcho(`ignore: [${[...ignored.map(({ name }) => name), ...names].map(plainYaml).join(', ')}]`);
  const hint = say`use ${isOne ? ['it'] : ['them']} in ${span.file}, or write there: ${line}`;
  return [fault('table/column', first.span, message, { hint })];
}

/** The maximum number of names that a message lists. */
const MAX_LISTED_NAMES = 40;

/** Lists the names of columns, without those that are empty. */
function listColumnNames(names: readonly string[]): Message {
  const named = names.filter((name) => name !== '');
  const listed = named
    .slice(0, MAX_LISTED_NAMES)
    .flatMap((name, index) => [...(index === 0 ? [] : [', ']), ...say`${name}`]);
  return named.length > MAX_LISTED_NAMES ? [...listed, ` and ${named.length - MAX_LISTED_NAMES} more`] : listed;
}

/**
 * Returns the fault for a row that names none of the columns: it is not the header row, or the table is another one.
 * `headerRow`: the number of a row that does. The message does not quote the row, which may be a recipient.
 */
export function noColumnFault(columns: ColumnsFile, row: TableRow, headerRow: number | undefined): Diagnostic {
  const { header, span } = columns;
  const used = usesOf([columns.id, ...patternsIn(columns.profile)]);
  const message = say`row ${row.number} has none of the columns that ${span.file} uses: ${listColumnNames([...used.keys()])}`;
  const hint =
    headerRow === undefined
      ? say`name them in this row, or write in ${span.file} which row names them, as in ${'header: 2'}`
      : say`row ${headerRow} names them: write ${`header: ${headerRow}`} in ${span.file}`;
  return fault('table/column', row.cells[0]?.span ?? header?.span ?? span, message, { hint });
}
