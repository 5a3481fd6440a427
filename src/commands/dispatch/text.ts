import { counted } from '../../report/counted.ts';
import { type CsvColumns, csvTable } from '../../report/csv.ts';
import type { DispatchRow } from './dispatch.ts';

const COLUMNS: CsvColumns<DispatchRow> = {
  recipient: ({ recipient }) => recipient,
  letter: ({ letter }) => letter,
  office: ({ office }) => office,
  file: ({ file }) => file,
  sha256: ({ sha256 }) => sha256,
  language: ({ language }) => language,
  to: ({ to }) => to.join('\n'),
  cc: ({ cc }) => cc.join('\n'),
  via: ({ via }) => via,
  enclosures: ({ enclosures }) => enclosures.join('\n'),
  'missing clearances': ({ missing }) => missing.join(', '),
  skipped: ({ skipped }) => skipped,
  // For the register, to be filled in by hand.
  sent: () => '',
  acknowledged: () => '',
  reply: () => '',
};

/** The dispatch sheet as a table for a spreadsheet. */
export function dispatchCsv(rows: readonly DispatchRow[]): string {
  return csvTable(COLUMNS, rows);
}

/** The last line: how many letters are ready to be sent. */
export function dispatchSummary(rows: readonly DispatchRow[]): string {
  const ready = rows.filter(({ file, missing }) => file !== null && missing.length === 0).length;
  const skipped = rows.filter((row) => row.skipped !== null).length;
  return `${counted(rows.length - skipped, 'letter')}: ${ready} ready to be sent; ${counted(skipped, 'recipient')} skipped\n`;
}
