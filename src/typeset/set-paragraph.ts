import { plainText, type Inline } from '../model/tree.ts';
import type { Role } from '../model/page.ts';
import { tag, type BreakAfter, type Row, type SetBlock, type SetLine } from './galley.ts';
import { setInline, type Lay } from './set-lines.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** Sets inline content as a paragraph: one row for each line. */
export function setParagraph(content: readonly Inline[], role: Role, lay: Lay, context: TypesettingContext): SetBlock {
  const { lines, notes, children } = setInline(content, role, lay, context);
  return { rows: rowsOf(lines, notes, context), tag: tag(role, children) };
}

/** Sets plain text as a paragraph. */
export function setPlainParagraph(text: string, lay: Lay, context: TypesettingContext): SetBlock {
  return setParagraph([{ type: 'text', value: text }], 'P', lay, context);
}

/** Sets a heading: it gets a bookmark, and is never the last on its page. */
export function setHeading(
  content: readonly Inline[],
  level: 1 | 2 | 3,
  lay: Lay,
  context: TypesettingContext,
): SetBlock {
  const set = setParagraph(content, `H${level}`, lay, context);
  const rows = set.rows.map((row, index): Row => ({
    ...row,
    breakAfter: row.breakAfter === 'never' ? 'never' : 'avoid',
    bookmark: index === 0 ? { title: plainText(content), level } : undefined,
  }));
  return { ...set, rows };
}

/** Lines as rows that follow each other without room. A page neither begins nor ends with a line that stands alone. */
export function rowsOf(
  lines: readonly SetLine[],
  notes: readonly (readonly number[])[],
  { stylesheet }: TypesettingContext,
): readonly Row[] {
  return lines.map((line, index) => ({
    before: 0,
    height: stylesheet.styles[line.style].leading,
    lines: [line],
    rules: [],
    notes: notes[index] ?? [],
    breakAfter: line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length),
    bookmark: undefined,
  }));
}

function breakAfterLine(line: number, lines: number): BreakAfter {
  const isLast = line === lines - 1;
  const leavesOneAlone = line === 0 || line === lines - 2;
  return !isLast && (leavesOneAlone || lines <= 3) ? 'never' : 'free';
}
