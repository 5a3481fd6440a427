import type { Galley } from '../blocks/set-galley.ts';
import type { Row, SetNote } from '../galley.ts';
import { withSpaceAbove } from '../rows.ts';
import { withNumberedLeaves } from '../join-blocks.ts';
import type { Stylesheet } from '../stylesheet.ts';
import type { SpaceFactor } from '../vertical-space.ts';
import { chooseBreaks, type ChosenPages } from './choose-breaks.ts';
import { measureGalley, type MeasuredGalley } from './measured-galley.ts';
import { endOfInseparableRows, TOLERANCE } from './page-fills.ts';
import { spaceFactors } from './space-factors.ts';
import type { PageRows } from './stack-page.ts';

/** A letter that is divided into pages. */
export interface Pagination {
  readonly pages: readonly PageRows[];
  /** The notes in the forms that their pages require, in order. Their leaves have numbers after those of the galley. */
  readonly notes: readonly SetNote[];
  /** The groups of inseparable rows that are taller than a page. If there are any, there are no pages. */
  readonly tooTallGroups: readonly (readonly Row[])[];
}

/**
 * Divides a galley into pages, at the breaks that cost least over the whole letter, and makes the spaces of each page
 * larger or smaller so that it is full. `topOfPageText` returns the top of the text of a page (counted from 0), in
 * points from the top of the sheet. If inseparable rows are taller than an empty page, the result has no pages but all
 * such rows in `tooTallGroups`, so that the caller can report them.
 */
export function paginate(
  { rows, leafCount, notes }: Pick<Galley, 'rows' | 'leafCount' | 'notes'>,
  topOfPageText: (pageIndex: number) => number,
  stylesheet: Stylesheet,
): Pagination {
  const galley = measureGalley({ rows, notes });
  const availableHeight = (pageIndex: number, factor: SpaceFactor): number =>
    bottomOfText(factor, stylesheet) - topOfPageText(pageIndex);
  const chosenPages = chooseBreaks({ galley, availableHeight, stylesheet });
  if (chosenPages === undefined) {
    return {
      pages: [],
      notes: withNumberedLeaves(galley.notesOfPage(0, galley.noteCount), leafCount),
      tooTallGroups: findTooTallGroups(galley, availableHeight),
    };
  }
  const begunNotes = chosenPages.fills.flatMap(({ foot }) => foot.begunNotes);
  const numberedNotes = withNumberedLeaves(begunNotes, leafCount);
  return {
    pages: createPages(chosenPages, numberedNotes, galley, stylesheet),
    notes: numberedNotes,
    tooTallGroups: [],
  };
}

/** Returns where the text of all pages ends, in points from the top of the sheet, if the spaces give by a factor. */
function bottomOfText(factor: SpaceFactor, { textBottom, spareDepth }: Stylesheet): number {
  return textBottom + Math.max(0, -factor) * spareDepth;
}

/** Returns the groups of inseparable rows that no page has room for, even if its spaces have their least. */
function findTooTallGroups(
  { rows, heightBetween }: MeasuredGalley,
  availableHeight: (pageIndex: number, factor: SpaceFactor) => number,
): readonly (readonly Row[])[] {
  const groups: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start = endOfInseparableRows(start, rows)) {
    const end = endOfInseparableRows(start, rows);
    const room = availableHeight(start === 0 ? 0 : 1, -1);
    if (heightBetween(start, end, -1) > room + TOLERANCE) groups.push(rows.slice(start, end));
  }
  return groups;
}

/**
 * Returns the rows of all pages. The rows of notes at their feet, one page after the other, are those of the notes in
 * order.
 */
function createPages(
  { fills, factor }: ChosenPages,
  notes: readonly SetNote[],
  galley: MeasuredGalley,
  stylesheet: Stylesheet,
): readonly PageRows[] {
  const noteRows = notes.flatMap((note) => note.rows);
  const factors = spaceFactors(fills, factor, galley);
  let firstNoteRow = 0;
  return fills.map(({ start, end, foot }, index): PageRows => {
    const ownNoteRows = noteRows.slice(firstNoteRow, firstNoteRow + foot.rows.length);
    firstNoteRow += foot.rows.length;
    const rows = galley.rows.slice(start.row, end);
    const repeatedHead = rows[0]?.repeatedHead ?? [];
    return {
      rows: withSpaceAbove([...repeatedHead, ...rows], 0),
      noteRows: ownNoteRows,
      continuesNote: start.continuedRows.length > 0,
      spaceFactor: factors[index] ?? 0,
      bottom: bottomOfText(factor, stylesheet),
    };
  });
}
