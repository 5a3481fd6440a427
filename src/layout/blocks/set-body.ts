import type { Block, List, ListItem } from '../../model/tree.ts';
import { ending, joined, spaced, tag, type SetBlock } from '../galley.ts';
import { labelled, setLabel, type Label } from './set-label.ts';
import { withoutSkippedLevels } from './heading-levels.ts';
import { setHeading, setParagraph } from './set-paragraph.ts';
import type { StyleName } from '../stylesheet.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** Where blocks stand between the ends of the measure, and the style of their paragraphs. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly style: StyleName;
}

/** Sets the body of a letter, each block with its room above; the first block has none. */
export function setBody(blocks: readonly Block[], context: LayoutContext): readonly SetBlock[] {
  const column: Column = { x: 0, width: context.stylesheet.measure, style: 'body' };
  return setBlocks(withoutSkippedLevels(blocks), column, context);
}

function setBlocks(blocks: readonly Block[], column: Column, context: LayoutContext): readonly SetBlock[] {
  const { x, width, style } = column;
  return blocks.map((block, index) => {
    // Words that introduce a list stay with its beginning.
    const introduces = block.type === 'paragraph' && blocks[index + 1]?.type === 'list';
    const previous = blocks[index - 1];
    const before = previous === undefined ? 0 : spaceBetween(previous, block, context);
    return context.blocks(block, `${x} ${width} ${style} ${before} ${introduces}`, () => {
      const set = setBlock(block, column, context);
      return { ...set, rows: spaced(introduces ? ending(set.rows, 'avoid') : set.rows, before) };
    });
  });
}

function spaceBetween(above: Block, below: Block, { stylesheet: { space } }: LayoutContext): number {
  if (above.type === 'heading') return space.afterHeading;
  return below.type === 'heading' ? space.beforeHeading : space.paragraphs;
}

function setBlock(block: Block, column: Column, context: LayoutContext): SetBlock {
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block.children, 'P', layOf(column), context);
    case 'heading':
      return setHeading(block.children, block.depth, layOf({ ...column, style: `heading-${block.depth}` }), context);
    case 'list':
      return setList(block, column, context);
    case 'blockquote':
      return setQuotation(block.children, column, context);
  }
}

function layOf({ x, width, style }: Column): Lay {
  return { style, x, width, hanging: 0, align: 'start' };
}

function setQuotation(blocks: readonly Block[], column: Column, context: LayoutContext): SetBlock {
  const { quotation } = context.stylesheet.indent;
  const inner: Column = { x: column.x + quotation, width: column.width - 2 * quotation, style: 'quotation' };
  return joined(setBlocks(blocks, inner, context), 'BlockQuote');
}

function setList(list: List, column: Column, context: LayoutContext): SetBlock {
  const { space, indent } = context.stylesheet;
  const labels = list.children.map((_, index) =>
    setLabel(list.ordered ? `${list.start + index}.` : '•', layOf(column), context, 'Lbl'),
  );
  const widest = labels.reduce((most, { width }) => Math.max(most, width), indent.list);
  const inner: Column = { ...column, x: column.x + widest, width: column.width - widest };
  const items = list.children.map((item, index) => {
    const set = setItem(item, labels[index], inner, context);
    return index === 0
      ? set
      : { ...set, rows: spaced(set.rows, list.ordered ? space.orderedItems : space.bulletItems) };
  });
  const { tags, ...set } = joined(items);
  const numbering = list.ordered ? 'Decimal' : 'Disc';
  return { ...set, tags: [{ kind: 'tag', role: 'L', numbering, children: tags }] };
}

function setItem(item: ListItem, label: Label | undefined, column: Column, context: LayoutContext): SetBlock {
  if (label === undefined) throw new Error('unreachable: every item has a label');
  const { tags, ...set } = labelled(joined(setBlocks(item.children, column, context), 'LBody'), label, context);
  return { ...set, tags: [tag('LI', tags)] };
}
