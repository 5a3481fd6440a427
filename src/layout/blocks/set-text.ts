import { fragmentsText } from '../../model/fragments-text.ts';
import {
  blockOriginKey,
  originOfPart,
  type BlockOrigin,
  type LetterPart,
  type LineOrigin,
  type PartOrigin,
} from '../../model/line-origin.ts';
import { internText } from '../../model/intern-letter.ts';
import { LEAST_LEADING_RATIO } from '../../model/page-settings.ts';
import type { StructureType } from '../../model/page.ts';
import { plainText, type Inline, type Text } from '../../model/tree.ts';
import type { BreakAfter, LeafLink, Row, SetBlock, SetLine } from '../galley.ts';
import { createRow } from '../rows.ts';
import { createTag } from '../tags.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName, Stylesheet } from '../stylesheet.ts';
import { NO_SPACE, type VerticalSpace } from '../vertical-space.ts';
import { layoutParagraph } from '../paragraph/layout-paragraph.ts';
import { createTextRuns, type TextRun } from '../paragraph/text-runs.ts';

/** What a paragraph is beside its content and its look. */
interface ParagraphMeaning {
  /** Where its words come from; undefined for the number, the bullet or the word beside a block. */
  readonly origin?: BlockOrigin | undefined;
  /** The link inside the letter that the whole paragraph is the text of, if any. */
  readonly link?: LeafLink | undefined;
}

/** Sets inline content as a paragraph: one structure element, and one row for each line. */
export function setParagraph(
  content: readonly Inline[],
  structureType: StructureType,
  format: ParagraphFormat,
  context: LayoutContext,
  { origin, link }: ParagraphMeaning = {},
): SetBlock {
  const key = `${formatKey(structureType, format)} ${blockOriginKey(origin)}`;
  return context.blockMemo(content, link === undefined ? key : `${key} ${JSON.stringify(link)}`, () => {
    const { runs, children, leafCount } = createTextRuns(content, format.style, structureType, context, link);
    const lineOrigin = origin === undefined ? undefined : { block: origin, content };
    return { rows: setRuns(runs, format, lineOrigin, context), tags: [createTag(structureType, children)], leafCount };
  });
}

/** Sets text that is an artifact of the page, such as a folio, and therefore has no leaves. `part` is what it is. */
export function setArtifact(
  text: string | Text,
  part: LetterPart,
  format: ParagraphFormat,
  context: LayoutContext,
): readonly SetLine[] {
  const content = internText(text, context.values);
  const artifactBlock = context.blockMemo(content, `${formatKey('artifact', format)} ${part}`, () => {
    const { runs } = createTextRuns(content, format.style, 'P', context);
    const artifactRuns = runs.map((run): TextRun => ({ ...run, leaf: undefined }));
    // An artifact repeats words of the letter, and may be cut: the values in it are not looked for.
    const origin: LineOrigin = { block: originOfPart(part), content: [] };
    return { rows: setRuns(artifactRuns, format, origin, context), tags: [], leafCount: 0 };
  });
  return artifactBlock.rows.flatMap(({ lines }) => lines);
}

/** Sets plain text, which is a part of the letter, as a paragraph. */
export function setPlainParagraph(
  text: string | Text,
  origin: PartOrigin,
  format: ParagraphFormat,
  context: LayoutContext,
): SetBlock {
  return setParagraph(internText(text, context.values), 'P', format, context, { origin });
}

/** Sets a heading, with a bookmark. A page break inside or after it is avoided. */
export function setHeading(
  content: readonly Inline[],
  level: 1 | 2 | 3,
  format: ParagraphFormat,
  context: LayoutContext,
  origin: BlockOrigin | undefined,
): SetBlock {
  const headingBlock = setParagraph(content, `H${level}`, format, context, { origin });
  const rows = headingBlock.rows.map((row, index): Row => ({
    ...row,
    breakAfter: row.breakAfter === 'never' ? 'never' : 'avoid',
    bookmark: index === 0 ? { title: plainText(content), level } : undefined,
  }));
  return { ...headingBlock, rows };
}

/**
 * Returns the memo key of a paragraph. It encodes everything that the typeset lines depend on, except the content and
 * the layout context: the memo has separate entries for each content, and each context has its own memo.
 */
function formatKey(
  structureType: StructureType | 'artifact',
  { style, x, width, hangingIndent, align, ...unlistedFields }: ParagraphFormat,
): string {
  unlistedFields satisfies NoOtherKeys;
  return `${structureType} ${style} ${x} ${width} ${hangingIndent} ${align}`;
}

/**
 * A compile-time check that the key has all fields: a field that is added only to `ParagraphFormat` is a type error.
 */
type NoOtherKeys = Readonly<Record<string, never>>;

/**
 * Sets text runs as lines, each in a row of its own. A page break after a line that ends with a hyphen is forbidden, and
 * one is avoided that would divide a date, or numbers that belong together.
 */
function setRuns(
  runs: readonly TextRun[],
  format: ParagraphFormat,
  origin: LineOrigin | undefined,
  context: LayoutContext,
): readonly Row[] {
  const height = context.stylesheet.styles[format.style].leading;
  const spaceAboveLine = spaceBetweenLines(format.style, context.stylesheet);
  return layoutParagraph(runs, format, context).map((line, index, lines) => {
    const breakAfter = line.endsWithHyphen ? 'never' : breakAfterLine(index, lines.length);
    const nextLine = breakAfter === 'free' ? lines[index + 1] : undefined;
    const dividesGroup = nextLine !== undefined && context.dividesGroup(lineText(line), lineText(nextLine));
    return createRow({
      spaceAbove: index === 0 ? NO_SPACE : spaceAboveLine,
      height,
      lines: [{ ...line, origin }],
      noteNumbers: line.noteNumbers,
      breakAfter: dividesGroup ? 'avoid' : breakAfter,
    });
  });
}

function lineText({ fragments }: Pick<SetLine, 'fragments'>): string {
  return fragmentsText(fragments);
}

/**
 * Returns the space between two lines of a paragraph, in addition to their leading. Its natural length is 0; in running
 * text, its least length may be negative, so that lines can come closer.
 */
function spaceBetweenLines(style: StyleName, { styles, leastLeading }: Stylesheet): VerticalSpace {
  if (style !== 'body' && style !== 'quotation') return NO_SPACE;
  const { size, leading } = styles[style];
  const least = Math.max(leading * leastLeading, size * LEAST_LEADING_RATIO);
  return { natural: 0, least: Math.min(0, least - leading), most: 0 };
}

/**
 * Returns whether a page may end after a line of a paragraph. To prevent widows and orphans, no page break may separate
 * the first or the last line from the rest. A paragraph of up to three lines is never divided.
 */
function breakAfterLine(lineIndex: number, lineCount: number): BreakAfter {
  const isLastLine = lineIndex === lineCount - 1;
  const leavesSingleLine = lineIndex === 0 || lineIndex === lineCount - 2;
  return !isLastLine && (leavesSingleLine || lineCount <= 3) ? 'never' : 'free';
}
