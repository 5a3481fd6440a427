import { internText } from '../../model/intern-letter.ts';
import type { StructureType } from '../../model/page.ts';
import { joinBlocks, type SetBlock } from '../galley.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setParagraph } from './set-text.ts';

/** What stands on the left of an item, a note or a list, on the baseline of its first line: one row of one line. */
export interface Label extends SetBlock {
  /** With the room that must follow it. */
  readonly width: number;
}

/** Sets a label. The space after it keeps it apart from what follows for those who read the page as text. */
export function setLabel(text: string, lay: ParagraphFormat, context: LayoutContext, role: StructureType = 'P'): Label {
  const set = setParagraph(internText(`${text} `, context.values), role, { ...lay, width: Infinity }, context);
  const fragments = set.rows.flatMap(({ lines }) => lines.flatMap((line) => line.fragments));
  return { ...set, width: fragments.reduce((sum, { width }) => sum + width, 0) };
}

/** The block with a label before its first line; without rows, the label stands alone. */
export function labelled(block: SetBlock, label: SetBlock): SetBlock {
  const { rows, ...set } = joinBlocks([label, block]);
  const [own, first, ...others] = rows;
  if (own === undefined || first === undefined) return { ...set, rows };
  return { ...set, rows: [{ ...first, lines: [...own.lines, ...first.lines] }, ...others] };
}
