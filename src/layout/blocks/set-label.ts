import { internText } from '../../model/intern-letter.ts';
import type { StructureType } from '../../model/page.ts';
import { joinBlocks, type SetBlock } from '../galley.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setParagraph } from './set-text.ts';

/**
 * The number or word at the start of an item, a note or a list, on the baseline of its first line: one row of one line.
 */
export interface Label extends SetBlock {
  /** In points, with the space after it. */
  readonly width: number;
}

/** Sets a label. It ends with a space, so that text extraction separates it from the text beside it. */
export function setLabel(
  text: string,
  format: ParagraphFormat,
  context: LayoutContext,
  type: StructureType = 'P',
): Label {
  const set = setParagraph(internText(`${text} `, context.values), type, { ...format, width: Infinity }, context);
  const fragments = set.rows.flatMap(({ lines }) => lines.flatMap((line) => line.fragments));
  return { ...set, width: fragments.reduce((sum, { width }) => sum + width, 0) };
}

/** The block with a label in the row of its first line; only the label if the block has no rows. */
export function labelled(block: SetBlock, label: SetBlock): SetBlock {
  const { rows, ...set } = joinBlocks([label, block]);
  const [labelRow, first, ...others] = rows;
  if (labelRow === undefined || first === undefined) return { ...set, rows };
  return { ...set, rows: [{ ...first, lines: [...labelRow.lines, ...first.lines] }, ...others] };
}
