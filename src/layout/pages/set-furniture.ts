import { fragmentsText } from '../../model/fragments-text.ts';
import type { Letter } from '../../model/letter.ts';
import type { Text } from '../../model/tree.ts';
import { createNoticeRow } from '../blocks/set-opening.ts';
import { setArtifact } from '../blocks/set-text.ts';
import type { Row, SetLine } from '../galley.ts';
import { createRow, moveDown } from '../rows.ts';
import { fullWidthFormat, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { PlacedRow } from './place-zone.ts';

/** The running head of all pages but the first. All of it is an artifact. */
export interface RunningHead {
  readonly rows: readonly PlacedRow[];
  /** The addressee as printed, with an ellipsis, if it was too long for its lines; undefined if it is complete. */
  readonly cutAddressee: string | undefined;
}

/** Sets the running head: the notice, then the addressee and the date. */
export function setRunningHead(letter: Letter, context: LayoutContext): RunningHead {
  const { noticeTop, space } = context.stylesheet;
  const { row, cutAddressee } = setAddresseeAndDate(letter, context);
  if (letter.notice === undefined) return { rows: [{ row, y: noticeTop }], cutAddressee };
  const notice = createNoticeRow(
    setArtifact(letter.notice, 'notice', fullWidthFormat('notice', context), context),
    context,
  );
  const rows = [
    { row: notice, y: noticeTop },
    { row, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
  return { rows, cutAddressee };
}

/** The greatest number of lines of the addressee in the running head. */
const MAX_ADDRESSEE_LINES = 2;

/** Sets the addressee and, at the end of its first line, the date. */
function setAddresseeAndDate(
  { runningHeadForms, date }: Letter,
  context: LayoutContext,
): { readonly row: Row; readonly cutAddressee: string | undefined } {
  const { measure, space, styles } = context.stylesheet;
  const format = fullWidthFormat('running-head', context);
  const dateLines = setArtifact(date, 'running head', { ...format, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dateLines.map(({ start }) => start));
  const { lines, cutAddressee } = setAddressee(runningHeadForms, dateStart - space.addresseeToDate, context);
  const { leading } = styles['running-head'];
  const rows = lines.map((line, index) => moveDown(createRow({ height: leading, lines: [line] }), index * leading));
  const height = Math.max(1, lines.length) * leading;
  return { row: createRow({ height, lines: [...rows.flatMap((row) => row.lines), ...dateLines] }), cutAddressee };
}

/**
 * Sets the first form of the addressee that needs no more than two lines of a width. If there is none, the last form is
 * truncated, with an ellipsis.
 */
function setAddressee(
  forms: readonly Text[],
  width: number,
  context: LayoutContext,
): { readonly lines: readonly SetLine[]; readonly cutAddressee: string | undefined } {
  const format: ParagraphFormat = { ...fullWidthFormat('running-head', context), width };
  let lines: readonly SetLine[] = [];
  for (const form of forms) {
    lines = setArtifact(form, 'running head', format, context);
    if (lines.length === 1) return { lines, cutAddressee: undefined };
    if (lines.length <= MAX_ADDRESSEE_LINES) {
      return { lines: setBalanced(form, lines, format, context), cutAddressee: undefined };
    }
  }
  const kept = lines.slice(0, MAX_ADDRESSEE_LINES).map(({ fragments }) => fragmentsText(fragments).trimEnd());
  const lastLine = `${kept.at(-1) ?? ''}…`;
  // The ellipsis can make the last line wider than the width, and no date is beside it.
  const lastLines = setArtifact(lastLine, 'running head', fullWidthFormat('running-head', context), context);
  const cutAddressee = [...kept.slice(0, -1), lastLine].join(' ');
  return { lines: [...lines.slice(0, MAX_ADDRESSEE_LINES - 1), ...lastLines.slice(0, 1)], cutAddressee };
}

/** The widths that are tried for lines of about equal length, as shares of the length of all lines together. */
const BALANCED_SHARES = [0.52, 0.56, 0.6, 0.65, 0.7, 0.8];

/**
 * Sets a text on no more lines than `lines`, which it has at the width of a format, but on lines of about equal length:
 * a second line of one word would look like a rest.
 */
function setBalanced(
  text: Text,
  lines: readonly SetLine[],
  format: ParagraphFormat,
  context: LayoutContext,
): readonly SetLine[] {
  const length = lines.flatMap(({ fragments }) => fragments).reduce((sum, { width }) => sum + width, 0);
  const widths = BALANCED_SHARES.map((share) => share * length).filter((width) => width < format.width);
  for (const width of widths) {
    const balanced = setArtifact(text, 'running head', { ...format, width }, context);
    if (balanced.length <= lines.length && balanced.slice(0, -1).every(endsAtSpace)) return balanced;
  }
  return lines;
}

/** Whether a line ends between two words: a narrow one can end within a word, which the full width has whole. */
function endsAtSpace({ fragments }: SetLine): boolean {
  return /\s$/u.test(fragmentsText(fragments));
}

/** Returns the top of the text on all pages but the first, in points from the top of the sheet. */
export function topOfText({ rows }: RunningHead, { textTop, space }: Stylesheet): number {
  const bottoms = rows.map(({ row, y }) => y + row.height);
  return Math.max(textTop, ...bottoms.map((bottom) => bottom + space.runningHeadToText));
}

/**
 * Sets the folio (page number) of a page, which includes the number of pages. `pageIndex` counts from 0. The row has no
 * height, and its top is the baseline.
 */
export function setFolio(pageIndex: number, pageCount: number, context: LayoutContext): PlacedRow {
  const format: ParagraphFormat = { ...fullWidthFormat('folio', context), align: 'centre' };
  const words = context.conventions.pageOf(pageIndex + 1, pageCount);
  const lines = setArtifact(words, 'page number', format, context);
  return {
    row: createRow({ height: 0, lines: lines.map((line) => ({ ...line, baseline: 0 })) }),
    y: context.stylesheet.folioBaseline,
  };
}
