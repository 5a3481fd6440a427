import { furnitureOf } from '../model/furniture.ts';
import type { Letter } from '../model/letter.ts';
import type { Row, SetLine } from './galley.ts';
import { setText, type Lay } from './set-lines.ts';
import { setNotice } from './set-notice.ts';
import type { PlacedRow } from './place-pages.ts';
import type { Stylesheet } from './stylesheet.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** What stands at the head of every page but the first: the notice, and who is written to, and when. All of it artifacts. */
export function setRunningHead(letter: Letter, context: TypesettingContext): readonly PlacedRow[] {
  const { noticeTop, measure, dateWidth, space, styles } = context.stylesheet;
  const notice = letter.notice === undefined ? undefined : setNotice(letter.notice, undefined, context);
  const lay: Lay = { style: 'running-head', x: 0, width: measure, hanging: 0, align: 'left' };
  const addressee = setText(letter.insideAddress[0] ?? '', undefined, { ...lay, width: measure - dateWidth }, context);
  const date = setText(
    letter.date,
    undefined,
    { ...lay, x: measure - dateWidth, width: dateWidth, align: 'right' },
    context,
  );
  const head = rowOf([...addressee.slice(0, 1), ...date.slice(0, 1)], styles['running-head'].leading);
  if (notice === undefined) return [{ row: head, y: noticeTop }];
  return [
    { row: notice, y: noticeTop },
    { row: head, y: noticeTop + notice.height + space.noticeToRunningHead },
  ];
}

/** Where the text begins on every page but the first. */
export function topOfText(runningHead: readonly PlacedRow[], { top, space }: Stylesheet): number {
  const ends = runningHead.map(({ row, y }) => y + row.height);
  return Math.max(top, ...ends.map((end) => end + space.runningHeadToText));
}

/** The number of a page and of all pages, at its foot. */
export function setFolio(letter: Letter, page: number, pages: number, context: TypesettingContext): PlacedRow {
  const { measure, folio } = context.stylesheet;
  const lay: Lay = { style: 'folio', x: 0, width: measure, hanging: 0, align: 'centre' };
  const lines = setText(furnitureOf(letter.language).pageOf(page + 1, pages), undefined, lay, context);
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
