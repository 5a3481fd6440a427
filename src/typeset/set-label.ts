import type { Role } from '../model/page.ts';
import type { Leaf, Row, SetLine, Tag } from './galley.ts';
import { setInline, type Lay } from './set-lines.ts';
import { rowsOf } from './rows.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** What stands on the left of an item, a note or a list, on the baseline of its first line. */
export interface Label {
  readonly line: SetLine;
  /** What its element holds. */
  readonly children: readonly (Tag | Leaf)[];
  /** With the room that must follow it. */
  readonly width: number;
}

/** Sets a label. The space after it keeps it apart from what follows for those who read the page as text. */
export function setLabel(text: string, lay: Lay, context: TypesettingContext, role: Role = 'P'): Label {
  const content = [{ type: 'text', value: `${text} ` }] as const;
  const {
    lines: [line],
    children,
  } = setInline(content, role, { ...lay, width: Infinity }, context);
  if (line === undefined) throw new Error('unreachable: a label has characters');
  return { line, children, width: line.fragments.reduce((sum, { width }) => sum + width, 0) };
}

/** The rows with a label before the first line; without rows, the label stands alone. */
export function labelled(rows: readonly Row[], { line: label }: Label, context: TypesettingContext): readonly Row[] {
  const [first, ...others] = rows;
  if (first === undefined) return rowsOf([label], [], context.stylesheet.styles[label.style].leading);
  return [{ ...first, lines: [label, ...first.lines] }, ...others];
}
