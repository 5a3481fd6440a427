import { type CellContext, type UnreadableCell, readCellText } from './cell-text.ts';
import { isTrue } from './open-workbook.ts';
import { type Attributes, readXml } from './read-xml.ts';
import { createTextCollector } from './shared-texts.ts';
import type { EntryProblem } from './zip-entries.ts';

/** The cells of a sheet that are not empty. */
export interface SheetCells {
  readonly rows: readonly SheetRow[];
  /** The areas of merged cells. */
  readonly merges: readonly CellArea[];
}

/** A row of a sheet that has a cell with content. */
export interface SheetRow {
  readonly number: number;
  /** Whether the row is hidden: by hand, by a filter or in a group that is closed. */
  readonly isHidden: boolean;
  /** The 0-based columns of the cells with content, ascending, and what is in each. */
  readonly columns: readonly number[];
  readonly contents: readonly (string | UnreadableCell)[];
}

/** A rectangle of cells. Rows count from 1 and columns from 0; the first and the last ones are part of it. */
export interface CellArea {
  /** The area as a spreadsheet names it: `A1:C2`. */
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/**
 * Reads all cells of a sheet (ECMA-376-1, 18.3.1.99). The rows are kept, as what is merged stands after them in the
 * file, and no row may be used before it is known that the sheet is what it looks like.
 */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array | EntryProblem>,
  context: CellContext,
): Promise<SheetCells | EntryProblem> {
  const rows: SheetRow[] = [];
  const merges: CellArea[] = [];
  const inline = createTextCollector();
  let isDamaged = false;
  let hasHiddenRowsByDefault = false;
  let isInRows = false;
  let row = { number: 0, isHidden: false, columns: [] as number[], contents: [] as (string | UnreadableCell)[] };
  let column = -1;
  let cell: CellBuilder | undefined;
  let isInInlineText = false;
  let isValue = false;

  const openRow = (attributes: Attributes): void => {
    const number = attributes['r'] === undefined ? row.number + 1 : Number(attributes['r']);
    if (!isRowNumber(number) || number <= row.number) isDamaged = true;
    row = { number, isHidden: isHiddenRow(attributes, hasHiddenRowsByDefault), columns: [], contents: [] };
    column = -1;
  };
  const openCell = ({ r: name, t: type = 'n', s: style }: Attributes): void => {
    const position = name === undefined ? { row: row.number, column: column + 1 } : parseCellName(name);
    if (position?.row !== row.number || position.column <= column) isDamaged = true;
    column = position?.column ?? column;
    cell = { type, style, value: undefined, inlineText: '', hasFormula: false };
  };
  const closeCell = (): void => {
    if (cell === undefined) return;
    const text = readCellText({ ...cell, inlineText: inline.take() }, context);
    if (text !== '') {
      row.columns.push(column);
      row.contents.push(text);
    }
    cell = undefined;
  };

  const problem = await readXml(chunks, {
    root: 'worksheet',
    open: (name, attributes) => {
      if (cell !== undefined) {
        if (name === 'v') [isValue, cell.value] = [true, ''];
        else if (name === 'f') cell.hasFormula = true;
        else if (name === 'is') isInInlineText = true;
        else if (isInInlineText) inline.open(name);
      } else if (isInRows && name === 'row') openRow(attributes);
      else if (isInRows && name === 'c') openCell(attributes);
      else if (name === 'sheetData') isInRows = true;
      else if (name === 'sheetFormatPr') hasHiddenRowsByDefault = isTrue(attributes['zeroHeight']);
      else if (name === 'mergeCell') {
        const area = parseCellArea(attributes['ref'] ?? '');
        if (area === undefined) isDamaged = true;
        else merges.push(area);
      }
    },
    close: (name) => {
      if (name === 'v') isValue = false;
      else if (name === 'is') isInInlineText = false;
      else if (name === 'c') closeCell();
      else if (name === 'row' && isInRows) {
        if (row.columns.length > 0) rows.push(row);
      } else if (name === 'sheetData') isInRows = false;
      else if (isInInlineText) inline.close(name);
    },
    text: (text) => {
      if (isValue && cell !== undefined) cell.value = (cell.value ?? '') + text;
      else if (isInInlineText) inline.text(text);
    },
    isDone: () => isDamaged,
  });
  return problem ?? (isDamaged ? 'damaged' : { rows, merges });
}

/** Whether a sheet has a cell with content or a formula. Reads only as far as it must. */
export async function hasContent(chunks: AsyncIterable<Uint8Array | EntryProblem>): Promise<boolean | EntryProblem> {
  let isFound = false;
  const problem = await readXml(chunks, {
    root: 'worksheet',
    open: (name) => {
      if (name === 'v' || name === 'is' || name === 'f') isFound = true;
    },
    isDone: () => isFound,
  });
  return problem ?? isFound;
}

/** A cell of which some elements may not have been read yet. */
interface CellBuilder {
  readonly type: string;
  readonly style: string | undefined;
  value: string | undefined;
  readonly inlineText: string;
  hasFormula: boolean;
}

/** Whether a row is not shown. `zeroHeight` of the sheet hides each row that has no height of its own. */
function isHiddenRow({ hidden, ht: height }: Attributes, isHiddenByDefault: boolean): boolean {
  return isTrue(hidden) || (height === undefined ? isHiddenByDefault : Number(height) === 0);
}

/** The maximum numbers of rows and columns of a sheet in Excel. */
const [MAX_ROWS, MAX_COLUMNS] = [1_048_576, 16_384];

function isRowNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MAX_ROWS;
}

/** Parses the name of a cell, as `C7` or `$C$7`. Rows count from 1, columns from 0. */
function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(name);
  if (match === null) return undefined;
  const [, letters = '', digits] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return isRowNumber(row) && column <= MAX_COLUMNS ? { row, column: column - 1 } : undefined;
}

/** Parses an area of cells, as `A1:C2`; one cell is an area too. */
function parseCellArea(name: string): CellArea | undefined {
  const [first = '', last = first] = name.split(':');
  const [start, end] = [parseCellName(first), parseCellName(last)];
  if (start === undefined || end === undefined) return undefined;
  return { name, firstRow: start.row, lastRow: end.row, firstColumn: start.column, lastColumn: end.column };
}
