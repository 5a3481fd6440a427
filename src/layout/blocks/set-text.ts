import { internText } from '../../model/intern-letter.ts';
import type { StructureType } from '../../model/page.ts';
import { plainText, type Inline, type Text } from '../../model/tree.ts';
import { galleyRow, tag, type BreakAfter, type Row, type SetBlock, type SetLine } from '../galley.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { layoutParagraph } from '../paragraph/layout-paragraph.ts';
import { textRunsOf, type TextRun } from '../paragraph/text-runs.ts';

/** Sets inline content as a paragraph of one structure element, with one row for each line. */
export function setParagraph(
  content: readonly Inline[],
  structureType: StructureType,
  format: ParagraphFormat,
  context: LayoutContext,
): SetBlock {
  return context.blockMemo(content, formatKey(structureType, format), () => {
    const { runs, children, leaves } = textRunsOf(content, format.style, structureType, context);
    return { rows: setRuns(runs, format, context), tags: [tag(structureType, children)], leafCount: leaves };
  });
}

/** Sets text that is an artifact of the page, as a folio is. */
export function setArtifact(text: string | Text, format: ParagraphFormat, context: LayoutContext): readonly SetLine[] {
  const content = internText(text, context.values);
  const set = context.blockMemo(content, formatKey('artifact', format), () => {
    const { runs } = textRunsOf(content, format.style, 'P', context);
    const unmarked = runs.map((run): TextRun => ({ ...run, leaf: undefined }));
    return { rows: setRuns(unmarked, format, context), tags: [], leafCount: 0 };
  });
  return set.rows.flatMap(({ lines }) => lines);
}

/** Sets plain text as a paragraph. */
export function setPlainParagraph(text: string | Text, format: ParagraphFormat, context: LayoutContext): SetBlock {
  return setParagraph(internText(text, context.values), 'P', format, context);
}

/** Sets a heading, with a bookmark. A page break after it is avoided. */
export function setHeading(
  content: readonly Inline[],
  level: 1 | 2 | 3,
  format: ParagraphFormat,
  context: LayoutContext,
): SetBlock {
  const set = setParagraph(content, `H${level}`, format, context);
  const rows = set.rows.map((row, index): Row => ({
    ...row,
    breakAfter: row.breakAfter === 'never' ? 'never' : 'avoid',
    bookmark: index === 0 ? { title: plainText(content), level } : undefined,
  }));
  return { ...set, rows };
}

/** The memo key: all that decides the set lines besides the content and the layout context, which has its own memo. */
function formatKey(
  structureType: StructureType | 'artifact',
  { style, x, width, hanging, align, ...others }: ParagraphFormat,
): string {
  others satisfies NoOtherKeys;
  return `${structureType} ${style} ${x} ${width} ${hanging} ${align}`;
}

/** A compile-time check: a field added to `ParagraphFormat` but not to the key is a type error. */
type NoOtherKeys = Readonly<Record<string, never>>;

/** Sets text runs as lines, each in a row of its own. No page ends with a hyphen. */
function setRuns(runs: readonly TextRun[], format: ParagraphFormat, context: LayoutContext): readonly Row[] {
  const height = context.stylesheet.styles[format.style].leading;
  return layoutParagraph(runs, format, context).map((line, index, lines) => {
    const breakAfter = line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length);
    return galleyRow({ height, lines: [line], noteNumbers: line.noteNumbers, breakAfter });
  });
}

/** Prevents widows and orphans: no page break after the first line of a paragraph or before its last one. */
function breakAfterLine(line: number, lines: number): BreakAfter {
  const isLast = line === lines - 1;
  const leavesSingleLine = line === 0 || line === lines - 2;
  return !isLast && (leavesSingleLine || lines <= 3) ? 'never' : 'free';
}
