import { fragmentsText } from '../../model/fragment-words.ts';
import type { Letter } from '../../model/letter.ts';
import { plainNode, type Text } from '../../model/tree.ts';
import { noticeRow } from '../blocks/set-opening.ts';
import { setArtifact } from '../blocks/set-text.ts';
import { galleyRow, type Row } from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { PlacedRow } from './place-pages.ts';

/**
 * Sets the running head of all pages but the first: the notice, then the addressee and the date; all of it artifacts.
 */
export function setRunningHead(letter: Letter, context: LayoutContext): readonly PlacedRow[] {
  const { noticeTop, space } = context.stylesheet;
  const head = setAddresseeAndDate(letter.insideAddress[0] ?? plainNode(''), letter.date, context);
  if (letter.notice === undefined) return [{ row: head, y: noticeTop }];
  const notice = noticeRow(setArtifact(letter.notice, fullWidth('notice', context), context), context);
  return [
    { row: notice, y: noticeTop },
    { row: head, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
}

/** The addressee and the date on one line. An addressee too long for it is truncated, with an ellipsis. */
function setAddresseeAndDate(addressee: Text, date: string, context: LayoutContext): Row {
  const { measure, space, styles } = context.stylesheet;
  const format = fullWidth('running-head', context);
  const dates = setArtifact(date, { ...format, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dates.map(({ start }) => start));
  const addresseeFormat: ParagraphFormat = { ...format, width: dateStart - space.addresseeToDate };
  const lines = setArtifact(addressee, addresseeFormat, context);
  const [firstLine] = lines;
  const addresseeLines =
    firstLine === undefined || lines.length === 1
      ? lines
      : setArtifact(`${fragmentsText(firstLine.fragments).trimEnd()}…`, format, context);
  return galleyRow({ height: styles['running-head'].leading, lines: [...addresseeLines, ...dates] });
}

/** The top of the text on all pages but the first, in points from the top of the sheet. */
export function topOfText(runningHead: readonly PlacedRow[], { top, space }: Stylesheet): number {
  const ends = runningHead.map(({ row, y }) => y + row.height);
  return Math.max(top, ...ends.map((end) => end + space.runningHeadToText));
}

/** Sets the folio of a page: its number (`page`, from 0) and the number of pages. */
export function setFolio(page: number, pages: number, context: LayoutContext): PlacedRow {
  const format: ParagraphFormat = { ...fullWidth('folio', context), align: 'centre' };
  const lines = setArtifact(context.conventions.pageOf(page + 1, pages), format, context);
  return {
    row: galleyRow({ height: 0, lines: lines.map((line) => ({ ...line, baseline: 0 })) }),
    y: context.stylesheet.folio,
  };
}
