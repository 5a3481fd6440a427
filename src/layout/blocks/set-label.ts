import { internText } from '../../model/intern-letter.ts';
import type { Role } from '../../model/page.ts';
import { numbered, tag, type SetBlock, type SetLine, type Tag } from '../galley.ts';
import { setInline } from './set-text.ts';
import { rowsOf } from './rows.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** What stands on the left of an item, a note or a list, on the baseline of its first line. */
export interface Label {
  readonly line: SetLine;
  readonly tag: Tag;
  readonly leaves: number;
  /** With the room that must follow it. */
  readonly width: number;
}

/** Sets a label. The space after it keeps it apart from what follows for those who read the page as text. */
export function setLabel(text: string, lay: Lay, context: LayoutContext, role: Role = 'P'): Label {
  const content = internText(`${text} `, context.values);
  const {
    lines: [line],
    children,
    leaves,
  } = setInline(content, role, { ...lay, width: Infinity }, context);
  if (line === undefined) throw new Error('unreachable: a label has characters');
  return { line, tag: tag(role, children), leaves, width: line.fragments.reduce((sum, { width }) => sum + width, 0) };
}

/** The block with a label before its first line; without rows, the label stands alone. */
export function labelled(block: SetBlock, label: Label, context: LayoutContext): SetBlock {
  const { line, tag: own, leaves } = label;
  const [, text = block] = numbered([{ rows: [], tags: [own], leaves }, block]);
  const [first, ...others] = text.rows;
  const rows =
    first === undefined
      ? rowsOf([line], context.stylesheet.styles[line.style].leading)
      : [{ ...first, lines: [line, ...first.lines] }, ...others];
  return { rows, tags: [own, ...text.tags], leaves: leaves + text.leaves };
}
