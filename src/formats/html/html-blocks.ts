import type { Figure } from '../../model/picture.ts';
import type { Block, ColumnAlignment, Inline, List, ListItem, RowOfTable, Table } from '../../model/tree.ts';
import { htmlLine, type HtmlContext } from './html-inlines.ts';
import { createElement, type BlockElement, type HtmlAttributes, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** Returns blocks of a letter as HTML. */
export function blockNodes(blocks: readonly Block[], context: HtmlContext): readonly HtmlElement[] {
  return blocks.map((block) => blockNode(block, context));
}

function blockNode(block: Block, context: HtmlContext): HtmlElement {
  switch (block.type) {
    case 'paragraph':
      return lineElement('p', {}, block.children, context);
    case 'heading':
      return lineElement(block.depth === 2 ? 'h2' : 'h3', {}, block.children, context);
    case 'blockquote':
      return createElement('blockquote', {}, ...blockNodes(block.children, context));
    case 'list':
      return listNode(block, context);
    case 'table':
      return tableNode(block, context);
    case 'thematicBreak':
      return createElement('hr');
    case 'picture':
      return createElement('figure', {}, pictureNode(block.figure, context));
  }
}

/** Returns a paragraph, or a line that stands alone, as an element. */
export function lineElement(
  name: BlockElement,
  attributes: HtmlAttributes,
  content: readonly Inline[],
  context: HtmlContext,
): HtmlElement {
  const line = htmlLine(content, context);
  return createElement(name, { ...attributes, ...line.attributes }, ...line.content);
}

/**
 * Returns a picture, which is in its address, at its size in print in CSS pixels, of which an inch has 96. The
 * alternative of a decorative picture is empty.
 */
export function pictureNode({ picture, alternative, width, height }: Figure, context: HtmlContext): HtmlElement {
  return createElement('img', {
    src: context.pictureAddress(picture),
    alt: alternative ?? '',
    width: cssPixels(width),
    height: cssPixels(height),
  });
}

/** Converts a length in points to CSS pixels. */
function cssPixels(points: number): number {
  return Math.max(1, Math.round((points * 96) / 72));
}

function listNode({ ordered, start, isDemands, children }: List, context: HtmlContext): HtmlElement {
  const items = children.map((item) => itemNode(item, context));
  const label = isDemands === true ? context.demandsLabel : undefined;
  return ordered
    ? createElement('ol', { start: start === 1 ? undefined : start, 'aria-label': label }, ...items)
    : createElement('ul', { 'aria-label': label }, ...items);
}

/** Returns an item of a list. Its only paragraph needs no element, unless it has another direction than the list. */
function itemNode({ children }: ListItem, context: HtmlContext): HtmlElement {
  const [block, ...otherBlocks] = children;
  if (block?.type !== 'paragraph' || otherBlocks.length > 0)
    return createElement('li', {}, ...blockNodes(children, context));
  return createElement('li', {}, lineInside(block.children, context));
}

/** Returns a line inside an element for it; in an element of its own only if it has another direction. */
export function lineInside(content: readonly Inline[], context: HtmlContext): HtmlNode {
  const line = htmlLine(content, context);
  return Object.keys(line.attributes).length === 0
    ? line.content
    : createElement('p', line.attributes, ...line.content);
}

/** Returns a table. One that is wider than the screen scrolls by itself, and is reached by the keyboard for that. */
function tableNode({ align, children: [head, ...rows] }: Table, context: HtmlContext): HtmlElement {
  const headRows = head === undefined ? [] : [rowNode(head, 'th', { scope: 'col' }, align, context)];
  const bodyRows = rows.map((row) => rowNode(row, 'td', {}, align, context));
  const table = createElement(
    'table',
    {},
    createElement('thead', {}, ...headRows),
    createElement('tbody', {}, ...bodyRows),
  );
  return createElement('div', { class: 'scroll', tabindex: 0 }, table);
}

function rowNode(
  { children }: RowOfTable,
  cell: 'th' | 'td',
  attributes: HtmlAttributes,
  align: Table['align'],
  context: HtmlContext,
): HtmlElement {
  const cells = children.map((each, column) =>
    lineElement(cell, { ...attributes, class: alignmentClass(align[column] ?? null) }, each.children, context),
  );
  return createElement('tr', {}, ...cells);
}

/** Returns the class of the cells of a column. `left` is the side on which lines start. */
function alignmentClass(align: ColumnAlignment): string | undefined {
  if (align === 'right') return 'end';
  return align === 'center' ? 'center' : undefined;
}
