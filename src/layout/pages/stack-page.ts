import { heightOf, galleyRow, type Row } from '../galley.ts';
import type { PlacedRow } from './place-pages.ts';
import type { Stylesheet } from '../stylesheet.ts';

/** The rows of one page: those of the galley, and those of notes at its foot. */
export interface PageRows {
  readonly rows: readonly Row[];
  readonly foot: readonly Row[];
  /** Whether the foot begins with the rest of a note from the page before. */
  readonly continuesNote: boolean;
}

/** The height of the notes at the foot of a page, with their rule line and the space above it; 0 without notes. */
export function heightOfFoot(rows: readonly Row[], { space, rules }: Stylesheet): number {
  return rows.length === 0 ? 0 : space.beforeNotes + rules.notes.thickness + space.notesRule + heightOf(rows);
}

/** Stacks the rows of a page from its top, and its notes at the bottom, under a rule line. */
export function stackPage(page: PageRows, top: number, stylesheet: Stylesheet): readonly PlacedRow[] {
  const notesTop = stylesheet.bottom - heightOf(page.foot);
  return [...stacked(page.rows, top), ...notesRule(page, notesTop, stylesheet), ...stacked(page.foot, notesTop)];
}

function stacked(rows: readonly Row[], top: number): readonly PlacedRow[] {
  let y = top;
  return rows.map((row, index) => {
    y += index === 0 ? 0 : row.spaceAbove;
    const placed = { row, y };
    y += row.height;
    return placed;
  });
}

/** The rule line above the notes: short, or as wide as the measure if the first note began on the page before. */
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
