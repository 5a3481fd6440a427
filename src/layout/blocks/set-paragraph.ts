import { internText } from '../../model/intern-letter.ts';
import { plainText, type Inline } from '../../model/tree.ts';
import type { Role } from '../../model/page.ts';
import { tag, type Row, type SetBlock } from '../galley.ts';
import { setInline } from './set-text.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** Sets inline content as a paragraph: one row for each line. */
export function setParagraph(content: readonly Inline[], role: Role, lay: Lay, context: LayoutContext): SetBlock {
  const { rows, children, leaves } = setInline(content, role, lay, context);
  return { rows, tags: [tag(role, children)], leaves };
}

/** Sets plain text as a paragraph. */
export function setPlainParagraph(text: string, lay: Lay, context: LayoutContext): SetBlock {
  return setParagraph(internText(text, context.values), 'P', lay, context);
}

/** Sets a heading: it gets a bookmark, and is never the last on its page. */
export function setHeading(content: readonly Inline[], level: 1 | 2 | 3, lay: Lay, context: LayoutContext): SetBlock {
  const set = setParagraph(content, `H${level}`, lay, context);
  const rows = set.rows.map((row, index): Row => ({
    ...row,
    breakAfter: row.breakAfter === 'never' ? 'never' : 'avoid',
    bookmark: index === 0 ? { title: plainText(content), level } : undefined,
  }));
  return { ...set, rows };
}
