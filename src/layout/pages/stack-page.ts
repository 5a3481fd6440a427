import type { Row } from '../galley.ts';
import { heightOfRows, createRow } from '../rows.ts';
import type { PlacedRow } from './place-zone.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { lengthOf, type SpaceFactor } from '../vertical-space.ts';

/** The rows of one page: those of the galley (the letter as one column), and those of notes at its foot. */
export interface PageRows {
  readonly rows: readonly Row[];
  readonly noteRows: readonly Row[];
  /** Whether the notes begin with the rest of a note from the previous page. */
  readonly continuesNote: boolean;
  /** How far the spaces between the rows of the galley give. Those of the notes do not. */
  readonly spaceFactor: SpaceFactor;
  /** Where the notes end, and the text if the page is full, in points from the top of the sheet. */
  readonly bottom: number;
}

/**
 * Returns the height of the notes at the foot of a page, including their rule line and the space above it; 0 without
 * notes.
 */
export function heightOfFoot(rows: readonly Row[], { space, rules }: Stylesheet): number {
  return rows.length === 0 ? 0 : space.beforeNotes + rules.notes.thickness + space.notesRule + heightOfRows(rows);
}

/**
 * Positions the galley rows of a page from `top` downwards and its notes at the bottom of the page, under a rule line.
 */
export function stackPage(page: PageRows, top: number, stylesheet: Stylesheet): readonly PlacedRow[] {
  const topOfNotes = page.bottom - heightOfRows(page.noteRows);
  return [
    ...stackRows(page.rows, top, page.spaceFactor),
    ...createNotesRule(page, topOfNotes, stylesheet),
    ...stackRows(page.noteRows, topOfNotes, 0),
  ];
}

function stackRows(rows: readonly Row[], top: number, factor: SpaceFactor): readonly PlacedRow[] {
  let y = top;
  return rows.map((row, index) => {
    y += index === 0 ? 0 : lengthOf(row.spaceAbove, factor);
    const placed = { row, y };
    y += row.height;
    return placed;
  });
}

/**
 * Creates the rule line above the notes. It is short, or as wide as the measure if the first note began on the previous
 * page.
 */
function createNotesRule(
  { noteRows, continuesNote }: PageRows,
  topOfNotes: number,
  { measure, space, rules, notesRuleLength }: Stylesheet,
): readonly PlacedRow[] {
  if (noteRows.length === 0) return [];
  const { thickness, colour } = rules.notes;
  const area = { x: 0, y: 0, width: continuesNote ? measure : notesRuleLength, height: thickness };
  return [
    { row: createRow({ height: thickness, rules: [{ area, colour }] }), y: topOfNotes - space.notesRule - thickness },
  ];
}
