import { internText } from '../../model/intern-letter.ts';
import type { StructureType } from '../../model/page.ts';
import { plainText, type Inline } from '../../model/tree.ts';
import { galleyRow, tag, type BreakAfter, type Row, type SetBlock, type SetLine } from '../galley.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { layoutParagraph } from '../paragraph/layout-paragraph.ts';
import { runsOf, type TextRun } from '../paragraph/text-runs.ts';

/** Sets inline content as a paragraph: one row for each line. */
export function setParagraph(
  content: readonly Inline[],
  role: StructureType,
  lay: ParagraphFormat,
  context: LayoutContext,
): SetBlock {
  return context.blocks(content, formatKey(role, lay), () => {
    const { runs, children, leaves } = runsOf(content, lay.style, role, context);
    return { rows: setRuns(runs, lay, context), tags: [tag(role, children)], leaves };
  });
}

/** Sets text that belongs to the page and not to the letter. */
export function setArtifact(text: string, lay: ParagraphFormat, context: LayoutContext): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: TextRun = { text, face, size, rise: 0, colour, figures: 'lining', leaf: undefined, note: undefined };
  const set = context.blocks(internText(text, context.values), formatKey('artifact', lay), () => {
    return { rows: setRuns([run], lay, context), tags: [], leaves: 0 };
  });
  return set.rows.flatMap(({ lines }) => lines);
}

/** Sets plain text as a paragraph. */
export function setPlainParagraph(text: string, lay: ParagraphFormat, context: LayoutContext): SetBlock {
  return setParagraph(internText(text, context.values), 'P', lay, context);
}

/** Sets a heading: it gets a bookmark, and is never the last on its page. */
export function setHeading(
  content: readonly Inline[],
  level: 1 | 2 | 3,
  lay: ParagraphFormat,
  context: LayoutContext,
): SetBlock {
  const set = setParagraph(content, `H${level}`, lay, context);
  const rows = set.rows.map((row, index): Row => ({
    ...row,
    breakAfter: row.breakAfter === 'never' ? 'never' : 'avoid',
    bookmark: index === 0 ? { title: plainText(content), level } : undefined,
  }));
  return { ...set, rows };
}

/** A key of all that decides how words are set besides the words, the language and the stylesheet. */
function formatKey(
  role: StructureType | 'artifact',
  { style, x, width, hanging, align, ...others }: ParagraphFormat,
): string {
  others satisfies NoOtherKeys;
  return `${role} ${style} ${x} ${width} ${hanging} ${align}`;
}

/** The compiler refuses a measure that is added to `Lay` and not to the key. */
type NoOtherKeys = Readonly<Record<string, never>>;

function setRuns(runs: readonly TextRun[], lay: ParagraphFormat, context: LayoutContext): readonly Row[] {
  const height = context.stylesheet.styles[lay.style].leading;
  return layoutParagraph(runs, lay, context).map((line, index, lines) => {
    const breakAfter = line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length);
    return galleyRow({ height, lines: [line], notes: line.notes, breakAfter });
  });
}

/** A page neither begins nor ends with a line of a paragraph that stands alone. */
function breakAfterLine(line: number, lines: number): BreakAfter {
  const isLast = line === lines - 1;
  const leavesOneAlone = line === 0 || line === lines - 2;
  return !isLast && (leavesOneAlone || lines <= 3) ? 'never' : 'free';
}
