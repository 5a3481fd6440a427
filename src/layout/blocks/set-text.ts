import { internText } from '../../model/intern-letter.ts';
import type { Role } from '../../model/page.ts';
import { plainText, type Inline } from '../../model/tree.ts';
import { rowOf, tag, type BreakAfter, type Row, type SetBlock, type SetLine, type SetText } from '../galley.ts';
import type { Lay } from '../lay.ts';
import type { LayoutContext } from '../layout-context.ts';
import { layoutParagraph } from '../paragraph/layout-paragraph.ts';
import { runsOf, type Run, type RunsAndTags } from '../paragraph/runs.ts';

/** Sets inline content as lines. */
export function setInline(content: readonly Inline[], role: Role, lay: Lay, context: LayoutContext): SetText {
  return context.texts(content, keyOf(role, lay), () =>
    setRuns(runsOf(content, lay.style, role, context), lay, context),
  );
}

/** Sets text that belongs to the page and not to the letter. */
export function setArtifact(text: string, lay: Lay, context: LayoutContext): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: Run = { text, face, size, rise: 0, colour, figures: 'lining', leaf: undefined, note: undefined };
  const set = (): SetText => setRuns({ runs: [run], children: [], leaves: 0 }, lay, context);
  return context.texts(internText(text, context.values), keyOf('artifact', lay), set).lines;
}

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

/** A key of all that decides how words are set besides the words, the language and the stylesheet. */
function keyOf(role: Role | 'artifact', { style, x, width, hanging, align, ...others }: Lay): string {
  others satisfies NothingElse;
  return `${role} ${style} ${x} ${width} ${hanging} ${align}`;
}

/** The compiler refuses a measure that is added to `Lay` and not to the key. */
type NothingElse = Readonly<Record<string, never>>;

function setRuns({ runs, children, leaves }: RunsAndTags, lay: Lay, context: LayoutContext): SetText {
  const lines = layoutParagraph(runs, lay, context);
  const height = context.stylesheet.styles[lay.style].leading;
  const rows = lines.map((line, index) => {
    const breakAfter = line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length);
    return rowOf({ height, lines: [line], notes: line.notes, breakAfter });
  });
  return { lines, rows, children, leaves };
}

/** A page neither begins nor ends with a line of a paragraph that stands alone. */
function breakAfterLine(line: number, lines: number): BreakAfter {
  const isLast = line === lines - 1;
  const leavesOneAlone = line === 0 || line === lines - 2;
  return !isLast && (leavesOneAlone || lines <= 3) ? 'never' : 'free';
}
