import { wordsOf } from '../../model/fragment-words.ts';
import type { Letter } from '../../model/letter.ts';
import type { Row, SetLine } from '../galley.ts';
import { setArtifact } from '../blocks/set-text.ts';
import { layOfNotice, setNotice } from '../blocks/set-notice.ts';
import type { PlacedRow } from './place-zone.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** What stands at the head of every page but the first: the notice, and who is written to, and when. All of it artifacts. */
export function setRunningHead(letter: Letter, context: LayoutContext): readonly PlacedRow[] {
  const { noticeTop, space } = context.stylesheet;
  const head = setAddresseeAndDate(letter.insideAddress[0] ?? '', letter.date, context);
  if (letter.notice === undefined) return [{ row: head, y: noticeTop }];
  const notice = setNotice(setArtifact(letter.notice, layOfNotice(context), context), context);
  return [
    { row: notice, y: noticeTop },
    { row: head, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
}

/** One line; an addressee that is too long for it is cut short, and says so. */
function setAddresseeAndDate(addressee: string, date: string, context: LayoutContext): Row {
  const { measure, space, styles } = context.stylesheet;
  const lay: Lay = { style: 'running-head', x: 0, width: measure, hanging: 0, align: 'start' };
  const dates = setArtifact(date, { ...lay, align: 'end' }, context).slice(0, 1);
  const dateStart = Math.min(measure, ...dates.map(({ start }) => start));
  const room: Lay = { ...lay, width: dateStart - space.addresseeToDate };
  const [whole, ...rest] = setArtifact(addressee, room, context);
  const cut =
    whole === undefined || rest.length === 0
      ? [whole]
      : setArtifact(`${wordsOf(whole.fragments).trimEnd()}…`, lay, context);
  return rowOf([...cut.filter((line) => line !== undefined), ...dates], styles['running-head'].leading);
}

/** Where the text begins on every page but the first. */
export function topOfText(runningHead: readonly PlacedRow[], { top, space }: Stylesheet): number {
  const ends = runningHead.map(({ row, y }) => y + row.height);
  return Math.max(top, ...ends.map((end) => end + space.runningHeadToText));
}

/** The number of a page and of all pages, at its foot. */
export function setFolio(page: number, pages: number, context: LayoutContext): PlacedRow {
  const { measure, folio } = context.stylesheet;
  const lay: Lay = { style: 'folio', x: 0, width: measure, hanging: 0, align: 'centre' };
  const lines = setArtifact(context.conventions.pageOf(page + 1, pages), lay, context);
  return {
    row: rowOf(
      lines.map((line) => ({ ...line, baseline: 0 })),
      0,
    ),
    y: folio,
  };
}

function rowOf(lines: readonly SetLine[], height: number): Row {
  return { before: 0, height, lines, rules: [], notes: [], breakAfter: 'free', bookmark: undefined };
}
