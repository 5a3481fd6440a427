import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import { say } from '../model/message.ts';
import type { CellOfTable, RowOfTable } from '../model/tree.ts';
import { nodeStart, reportFault, reportUnsupported, sourceOf, type MarkdownContext } from './markdown-faults.ts';
import { narrowInlines } from './narrow-inlines.ts';
import { originOfNode } from './node-origin.ts';
import { trimInlines, type Hole, type PatternBlock } from './pattern.ts';
import { isBetweenBars } from './table-lines.ts';

/**
 * Narrows a table. Markdown takes much for a row that is none: the line below a table, a row with a cell too few. Each is
 * a fault, because a table with a wrong or an empty cell says something else than was meant. `isTopLevel`: the table is
 * not in a list item or a quotation.
 */
export function narrowTable(context: MarkdownContext, node: Table, isTopLevel: boolean): readonly PatternBlock[] {
  if (!isTopLevel) {
    const hint = say`Put it between two paragraphs, with empty lines before and after it.`;
    reportUnsupported(context, node, say`a table cannot be in a list or a quotation`, hint);
  }
  const align = node.align ?? [];
  const children = node.children.map((row, index) => narrowRow(context, row, align.length, index === 0));
  if (children.length === 1) {
    const hint = say`Write a row below the row of hyphens, or remove the table.`;
    reportFault(context, nodeStart(node), 'text/empty-part', say`this table has a head, but no rows`, hint);
  }
  return [{ type: 'table', align, children }];
}

function narrowRow(context: MarkdownContext, node: TableRow, columnCount: number, isHead: boolean): RowOfTable<Hole> {
  const cellCount = node.children.length;
  if (!isBetweenBars(sourceOf(context, node))) {
    const message = isHead
      ? say`this line has become the head of a table`
      : say`this line has become a row of the table above it`;
    const hint = say`A row begins and ends with ${'|'}; an empty line ends the table.`;
    reportUnsupported(context, node, message, hint);
  } else if (cellCount !== columnCount) {
    const hint = say`Write a cell for each column. A bar that is to be printed is ${'\\|'}.`;
    const message = say`this row does not have as many cells as its table has columns: ${cellCount}, not ${columnCount}`;
    reportUnsupported(context, node, message, hint);
  }
  const children = node.children.map((cell) => narrowCell(context, cell, isHead));
  return { type: 'tableRow', origin: originOfNode(context, node), children };
}

function narrowCell(context: MarkdownContext, node: TableCell, isHead: boolean): CellOfTable<Hole> {
  const faultsBefore = context.faults.length;
  const children = trimInlines(narrowInlines(context, node.children));
  refuseBarsInAddresses(context, node);
  if (children.length === 0 && context.faults.length === faultsBefore) {
    const hint = isHead ? say`Name what the column has.` : say`Write ${'–'} where there is nothing to say.`;
    reportFault(context, nodeStart(node), 'text/empty-part', say`this cell of a table has no words`, hint);
  }
  return { type: 'tableCell', children };
}

/** Refuses links whose address has a bar, because no way to write them in a cell is read alike by all programs. */
function refuseBarsInAddresses(context: MarkdownContext, node: Nodes): void {
  if (node.type === 'link' && node.url.includes('|')) {
    const hint = say`Write ${'%7C'} in its place.`;
    reportFault(context, nodeStart(node), 'text/link-refused', say`an address in a table cannot have ${'|'}`, hint);
  }
  if ('children' in node) for (const child of node.children) refuseBarsInAddresses(context, child);
}
