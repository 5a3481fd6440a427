import type { CellOfTable, Inline, RowOfTable, Table } from '../../model/tree.ts';
import type { Row, SetBlock, SetLine, SetRuleLine } from '../galley.ts';
import { createRow, heightOfRows, moveDown } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { RuleLineStyle } from '../stylesheet.ts';
import { setParagraph } from './set-text.ts';
import { chooseColumns } from './table-columns.ts';

/** A column of a table: its position and width, and how the lines of its cells are aligned. Lengths are in points. */
type ColumnFormat = Pick<ParagraphFormat, 'x' | 'width' | 'align'>;

/** The alignments, by their names in Markdown. `left` is the side on which lines start, in Arabic the right one. */
const ALIGNMENTS = { left: 'start', right: 'end', center: 'centre' } as const;

/**
 * Sets a table in a column of the page, from its start. It is as wide as its content needs. Each row of the table is one
 * row of the galley, so that no page break divides it. The head is repeated above a row that begins a page.
 */
export function setTable(
  table: Table,
  { x, width }: Pick<ParagraphFormat, 'x' | 'width'>,
  context: LayoutContext,
): SetBlock {
  const { space, rules } = context.stylesheet;
  const gaps = space.betweenColumns * (table.align.length - 1);
  const { widths, excess } = chooseColumns(table, width - gaps, context);
  let start = x;
  const columns = widths.map((columnWidth, index): ColumnFormat => {
    const column = { x: start, width: columnWidth, align: ALIGNMENTS[table.align[index] ?? 'left'] };
    start += columnWidth + space.betweenColumns;
    return column;
  });
  const tableArea = { x, width: start - space.betweenColumns - x };
  const [headRow, ...bodyRows] = table.children;
  if (headRow === undefined) throw new Error('a table has no head');
  const setHead = (row: RowOfTable): SetBlock =>
    setTableRow(row, 'TH', columns, { ...tableArea, above: rules.table, below: rules.table }, context);
  const head = setHead(headRow);
  const repeatedHead = setHead(withoutNoteMarks(headRow)).rows.map(asArtifact);
  const rows = bodyRows.map((row, index): SetBlock => {
    const below = index === bodyRows.length - 1 ? rules.table : rules.tableRow;
    const block = setTableRow(row, 'TD', columns, { ...tableArea, above: undefined, below }, context);
    return { ...block, rows: block.rows.map((each) => withBreaks(each, index, bodyRows.length, repeatedHead)) };
  });
  const headRows = head.rows.map((row): Row => ({ ...row, breakAfter: 'never', excessWidth: excess }));
  return joinBlocks([encloseInTag({ ...head, rows: headRows }, 'THead'), joinBlocks(rows, 'TBody')], 'Table');
}

/** The rule lines of a row, and the table that they are as wide as. */
interface TableRules extends Pick<ParagraphFormat, 'x' | 'width'> {
  readonly above: RuleLineStyle | undefined;
  readonly below: RuleLineStyle;
}

/** Sets a row of a table: its cells side by side, between rule lines. */
function setTableRow(
  row: RowOfTable,
  role: 'TH' | 'TD',
  columns: readonly ColumnFormat[],
  { x, width, above, below }: TableRules,
  context: LayoutContext,
): SetBlock {
  const { aboveCells, belowCells } = context.stylesheet.space;
  const top = (above?.thickness ?? 0) + aboveCells;
  const cells = row.children.map((cell, index) => setCell(cell, row, role, columns[index], context));
  const bottom = top + Math.max(...cells.map(({ rows }) => heightOfRows(rows))) + belowCells;
  const rule = (y: number, { thickness, colour }: RuleLineStyle): SetRuleLine => ({
    area: { x, y, width, height: thickness },
    colour,
  });
  const { rows, ...joinedBlock } = joinBlocks(cells.map(asOneRow), 'TR');
  const tableRow = createRow({
    height: bottom + below.thickness,
    span: row.origin?.span,
    lines: rows.flatMap(({ lines }) => lines.map((line): SetLine => ({ ...line, baseline: line.baseline + top }))),
    rules: [...(above === undefined ? [] : [rule(0, above)]), rule(bottom, below)],
    noteNumbers: rows.flatMap(({ noteNumbers }) => noteNumbers),
  });
  return { ...joinedBlock, rows: [tableRow] };
}

function setCell(
  { children }: CellOfTable,
  { origin }: RowOfTable,
  role: 'TH' | 'TD',
  column: ColumnFormat | undefined,
  context: LayoutContext,
): SetBlock {
  if (column === undefined) throw new Error('a row of a table has more cells than the table has columns');
  const style = role === 'TH' ? 'table-head' : 'table';
  return setParagraph(children, role, { ...column, style, hangingIndent: 0 }, context, { origin });
}

/** Returns a block with all of its lines in one row. */
function asOneRow({ rows, ...block }: SetBlock): SetBlock {
  let top = 0;
  const placed = rows.map((row) => {
    const moved = moveDown(row, top);
    top += row.height;
    return moved;
  });
  const lines = placed.flatMap((row) => row.lines);
  const noteNumbers = placed.flatMap((row) => row.noteNumbers);
  return { ...block, rows: [createRow({ height: top, lines, noteNumbers })] };
}

/**
 * Returns a row below the head with the head to repeat above it. A page break that leaves the first or the last row
 * alone is avoided.
 */
function withBreaks(row: Row, index: number, rowCount: number, repeatedHead: readonly Row[]): Row {
  const leavesRowAlone = index < rowCount - 1 && (index === 0 || index === rowCount - 2);
  return { ...row, repeatedHead, breakAfter: leavesRowAlone ? 'avoid' : 'free' };
}

/** Returns a row of a head to be printed again: it is no part of the structure, and the row below it follows. */
function asArtifact(row: Row): Row {
  const lines = row.lines.map((line): SetLine => ({
    ...line,
    leafRanges: line.leafRanges.map((range) => ({ ...range, leaf: undefined })),
  }));
  return { ...row, lines, breakAfter: 'never' };
}

/** Returns a head without the marks of notes, which are on the page of the first head only. */
function withoutNoteMarks(head: RowOfTable): RowOfTable {
  return {
    ...head,
    children: head.children.map((cell) => ({ ...cell, children: inlinesWithoutMarks(cell.children) })),
  };
}

/** Returns the same array if it has no marks, so that the memo of paragraphs finds it. */
function inlinesWithoutMarks(nodes: readonly Inline[]): readonly Inline[] {
  const kept = nodes.flatMap((node): readonly Inline[] => {
    if (node.type === 'footnoteReference') return [];
    if (!('children' in node)) return [node];
    const children = inlinesWithoutMarks(node.children);
    return [children === node.children ? node : { ...node, children }];
  });
  return kept.length === nodes.length && kept.every((node, index) => node === nodes[index]) ? nodes : kept;
}
