import { internText } from '../../model/intern-letter.ts';
import type { StructureType } from '../../model/page.ts';
import type { LeafLink, SetBlock } from '../galley.ts';
import { joinBlocks } from '../join-blocks.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setParagraph } from './set-text.ts';

/**
 * A typeset label: the number, bullet or word beside the first line of an item, a note or a list. It has one row of one
 * line.
 */
export interface Label extends SetBlock {
  /** The width in points, including the space at its end. */
  readonly width: number;
}

/**
 * Sets a label. It ends with a space, so that text extraction separates it from the text beside it. `link` is the link
 * that it is the text of, if any.
 */
export function setLabel(
  text: string,
  format: ParagraphFormat,
  context: LayoutContext,
  structureType: StructureType = 'P',
  link?: LeafLink,
): Label {
  const labelBlock = setParagraph(
    internText(`${text} `, context.values),
    structureType,
    { ...format, width: Infinity },
    context,
    { link },
  );
  const fragments = labelBlock.rows.flatMap(({ lines }) => lines.flatMap((line) => line.fragments));
  return { ...labelBlock, width: fragments.reduce((sum, { width }) => sum + width, 0) };
}

/** Adds a label to the first row of a block. If the block has no rows, the result has only the row of the label. */
export function addLabel(block: SetBlock, label: SetBlock): SetBlock {
  const { rows, ...joinedBlock } = joinBlocks([label, block]);
  const [labelRow, firstRow, ...otherRows] = rows;
  if (labelRow === undefined || firstRow === undefined) return { ...joinedBlock, rows };
  return { ...joinedBlock, rows: [{ ...firstRow, lines: [...labelRow.lines, ...firstRow.lines] }, ...otherRows] };
}
