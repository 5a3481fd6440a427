import { fragmentsText } from '../../model/fragments-text.ts';
import type { Letter } from '../../model/letter.ts';
import { createTextNode, type Text } from '../../model/tree.ts';
import { createNoticeRow } from '../blocks/set-opening.ts';
import { setArtifact } from '../blocks/set-text.ts';
import { createRow, type Row } from '../galley.ts';
import { fullWidthFormat, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { PlacedRow } from './place-pages.ts';

/** The running head of all pages but the first. All of it is an artifact. */
export interface RunningHead {
  readonly rows: readonly PlacedRow[];
  /** The addressee as printed, with an ellipsis, if it was too long for its line; undefined if it is complete. */
  readonly cutAddressee: string | undefined;
}

/** Sets the running head: the notice, then the addressee and the date. */
export function setRunningHead(letter: Letter, context: LayoutContext): RunningHead {
  const { noticeTop, space } = context.stylesheet;
  const addressee = letter.insideAddress[0] ?? createTextNode('');
  const { row, cutAddressee } = setAddresseeAndDate(addressee, letter.date, context);
  if (letter.notice === undefined) return { rows: [{ row, y: noticeTop }], cutAddressee };
  const notice = createNoticeRow(setArtifact(letter.notice, fullWidthFormat('notice', context), context), context);
  const rows = [
    { row: notice, y: noticeTop },
    { row, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
  return { rows, cutAddressee };
}

/** Sets the addressee and the date on one line. An addressee that is too long for it is truncated, with an ellipsis. */
function setAddresseeAndDate(
  addressee: Text,
  date: string,
  context: LayoutContext,
): { readonly row: Row; readonly cutAddressee: string | undefined } {
  const { measure, space, styles } = context.stylesheet;
  const format = fullWidthFormat('running-head', context);
  const dateLines = setArtifact(date, { ...format, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dateLines.map(({ start }) => start));
  const addresseeFormat: ParagraphFormat = { ...format, width: dateStart - space.addresseeToDate };
  const lines = setArtifact(addressee, addresseeFormat, context);
  const [firstLine] = lines;
  const cutAddressee =
    firstLine === undefined || lines.length === 1 ? undefined : `${fragmentsText(firstLine.fragments).trimEnd()}…`;
  // The truncated addressee is set to the full width, because the ellipsis can make it wider than its own.
  const addresseeLines = cutAddressee === undefined ? lines : setArtifact(cutAddressee, format, context);
  const height = styles['running-head'].leading;
  return { row: createRow({ height, lines: [...addresseeLines, ...dateLines] }), cutAddressee };
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
  const lines = setArtifact(context.conventions.pageOf(pageIndex + 1, pageCount), format, context);
  return {
    row: createRow({ height: 0, lines: lines.map((line) => ({ ...line, baseline: 0 })) }),
    y: context.stylesheet.folioBaseline,
  };
}
