import { heightOf, galleyRow, type Row } from '../galley.ts';
import type { PlacedRow } from './place-pages.ts';
import type { Stylesheet } from '../stylesheet.ts';

/** Rows that share a page, and the rows of notes at its foot. */
export interface PageRows {
  readonly rows: readonly Row[];
  readonly foot: readonly Row[];
  /** Does the foot begin in the middle of a note? */
  readonly continuesNote: boolean;
}

/** What notes at the foot of a page take up, with their rule and the room above it. */
export function heightOfFoot(rows: readonly Row[], { space, rules }: Stylesheet): number {
  return rows.length === 0 ? 0 : space.beforeNotes + rules.notes.thickness + space.notesRule + heightOf(rows);
}

/** Stacks a page's rows from its top, and its notes at its foot under a rule. */
export function stackPage(page: PageRows, top: number, stylesheet: Stylesheet): readonly PlacedRow[] {
  const notesTop = stylesheet.bottom - heightOf(page.foot);
  return [...stacked(page.rows, top), ...notesRule(page, notesTop, stylesheet), ...stacked(page.foot, notesTop)];
}

function stacked(rows: readonly Row[], top: number): readonly PlacedRow[] {
  let y = top;
  return rows.map((row, index) => {
    y += index === 0 ? 0 : row.before;
    const placed = { row, y };
    y += row.height;
    return placed;
  });
}

/** A short rule; as long as the lines where the first note was begun on the page before. */
function notesRule(
  { foot, continuesNote }: PageRows,
  notesTop: number,
  { measure, space, rules, notesRuleLength }: Stylesheet,
): readonly PlacedRow[] {
  if (foot.length === 0) return [];
  const { thickness, colour } = rules.notes;
  const area = { x: 0, y: 0, width: continuesNote ? measure : notesRuleLength, height: thickness };
  return [
    { row: galleyRow({ height: thickness, rules: [{ area, colour }] }), y: notesTop - space.notesRule - thickness },
  ];
}
