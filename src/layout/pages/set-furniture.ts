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

/**
 * Sets the running head of all pages but the first: the notice, then the addressee and the date. All of it is an
 * artifact.
 */
export function setRunningHead(letter: Letter, context: LayoutContext): readonly PlacedRow[] {
  const { noticeTop, space } = context.stylesheet;
  const addresseeAndDate = setAddresseeAndDate(letter.insideAddress[0] ?? createTextNode(''), letter.date, context);
  if (letter.notice === undefined) return [{ row: addresseeAndDate, y: noticeTop }];
  const notice = createNoticeRow(setArtifact(letter.notice, fullWidthFormat('notice', context), context), context);
  return [
    { row: notice, y: noticeTop },
    { row: addresseeAndDate, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
}

/** Sets the addressee and the date on one line. An addressee that is too long for it is truncated, with an ellipsis. */
function setAddresseeAndDate(addressee: Text, date: string, context: LayoutContext): Row {
  const { measure, space, styles } = context.stylesheet;
  const format = fullWidthFormat('running-head', context);
  const dateLines = setArtifact(date, { ...format, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dateLines.map(({ start }) => start));
  const addresseeFormat: ParagraphFormat = { ...format, width: dateStart - space.addresseeToDate };
  const lines = setArtifact(addressee, addresseeFormat, context);
  const [firstLine] = lines;
  // The truncated addressee is set to the full width, because the ellipsis can make it wider than its own.
  const addresseeLines =
    firstLine === undefined || lines.length === 1
      ? lines
      : setArtifact(`${fragmentsText(firstLine.fragments).trimEnd()}…`, format, context);
  return createRow({ height: styles['running-head'].leading, lines: [...addresseeLines, ...dateLines] });
}

/** Returns the top of the text on all pages but the first, in points from the top of the sheet. */
export function topOfText(runningHead: readonly PlacedRow[], { textTop, space }: Stylesheet): number {
  const bottoms = runningHead.map(({ row, y }) => y + row.height);
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
