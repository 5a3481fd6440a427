import { fragmentsText } from '../../model/fragment-words.ts';
import type { Letter } from '../../model/letter.ts';
import { noticeRow } from '../blocks/set-opening.ts';
import { setArtifact } from '../blocks/set-text.ts';
import { galleyRow, type Row } from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { PlacedRow } from './place-pages.ts';

/** What stands at the head of every page but the first: the notice, and who is written to, and when. All of it artifacts. */
export function setRunningHead(letter: Letter, context: LayoutContext): readonly PlacedRow[] {
  const { noticeTop, space } = context.stylesheet;
  const head = setAddresseeAndDate(letter.insideAddress[0] ?? '', letter.date, context);
  if (letter.notice === undefined) return [{ row: head, y: noticeTop }];
  const notice = noticeRow(setArtifact(letter.notice, fullWidth('notice', context), context), context);
  return [
    { row: notice, y: noticeTop },
    { row: head, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
}

/** One line; an addressee that is too long for it is cut short, and says so. */
function setAddresseeAndDate(addressee: string, date: string, context: LayoutContext): Row {
  const { measure, space, styles } = context.stylesheet;
  const lay = fullWidth('running-head', context);
  const dates = setArtifact(date, { ...lay, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dates.map(({ start }) => start));
  const room: ParagraphFormat = { ...lay, width: dateStart - space.addresseeToDate };
  const lines = setArtifact(addressee, room, context);
  const [whole] = lines;
  const cut =
    whole === undefined || lines.length === 1
      ? lines
      : setArtifact(`${fragmentsText(whole.fragments).trimEnd()}…`, lay, context);
  return galleyRow({ height: styles['running-head'].leading, lines: [...cut, ...dates] });
}

/** Where the text begins on every page but the first. */
export function topOfText(runningHead: readonly PlacedRow[], { top, space }: Stylesheet): number {
  const ends = runningHead.map(({ row, y }) => y + row.height);
  return Math.max(top, ...ends.map((end) => end + space.runningHeadToText));
}

/** The number of a page and of all pages, at its foot. */
export function setFolio(page: number, pages: number, context: LayoutContext): PlacedRow {
  const lay: ParagraphFormat = { ...fullWidth('folio', context), align: 'centre' };
  const lines = setArtifact(context.conventions.pageOf(page + 1, pages), lay, context);
  return {
    row: galleyRow({ height: 0, lines: lines.map((line) => ({ ...line, baseline: 0 })) }),
    y: context.stylesheet.folio,
  };
}
