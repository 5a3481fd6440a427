import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { limitFaults } from './file-text.ts';
import { type TableRow, columnName } from './table-rows.ts';

/**
 * Returns a fault if the row has fewer or more cells than the header row, because its values may then be in the wrong
 * columns. `end`: the end of the row.
 */
export function raggedRowFault(
  names: readonly string[],
  { number, cells }: TableRow,
  end: Span,
): Diagnostic | undefined {
  if (cells.length === names.length) return undefined;
  const counts = `row ${number} has ${cells.length} cells, and the first row has ${names.length}`;
  const hint = say`put a cell that contains the delimiter in quotation marks; keep the delimiter of an empty cell`;
  const extraCell = cells[names.length];
  if (extraCell !== undefined) {
    const message = [`${counts}: column ${columnName(names.length)} and what follows has no name`];
    return fault('csv/ragged-row', extraCell.span, message, { hint });
  }
  const missingCell = say`: nothing stands in column ${columnName(cells.length)} (${names[cells.length] ?? ''})`;
  return fault('csv/ragged-row', end, [counts, ...missingCell], { hint });
}

/**
 * Returns a fault for each non-empty cell in a column without a name, because its text would be ignored without notice.
 */
export function unnamedColumnFaults(names: readonly string[], { cells }: TableRow): readonly Diagnostic[] {
  const hint = say`name the column in the first row, or empty it`;
  const faults = cells
    .filter(({ text }, index) => text !== '' && (names[index] ?? '') === '')
    .map(({ span }) => fault('csv/column', span, say`this cell stands in a column that has no name`, { hint }));
  return limitFaults(faults);
}
