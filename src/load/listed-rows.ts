import { unguardCell } from '../model/guarded-cell.ts';
import { isDerivedColumn } from '../model/list-columns.ts';
import type { TableRow } from './table-rows.ts';

/** Converts the rows of a table that `list --csv` wrote, or a spreadsheet from it, to rows of profiles. */
export interface ListedRows {
  /**
   * Returns the row without the apostrophes of `guardCell`; undefined if the row before has the same profile. The table
   * has a row for each letter and edition of a recipient, side by side, and all of them have its profile.
   */
  readonly profileIn: <Row extends TableRow>(row: Row) => Row | undefined;
}

/** Returns the converter for a table with these columns. */
export function createListedRows(columns: readonly string[]): ListedRows {
  let previousProfile: string | undefined;
  return {
    profileIn: (row) => {
      const cells = row.cells.map((cell) => ({ ...cell, text: unguardCell(cell.text) }));
      const ownCells = cells.filter((_, index) => !isDerivedColumn(columns[index] ?? ''));
      const profile = JSON.stringify(ownCells.map(({ text }) => text));
      if (profile === previousProfile) return undefined;
      previousProfile = profile;
      return { ...row, cells };
    },
  };
}
