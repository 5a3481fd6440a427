import { neutralise } from './neutralise.ts';
import { terminalWidth } from '../model/terminal-width.ts';

/** Formats a table for a terminal. Columns are aligned and two spaces apart; the text of cells is neutralised. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(neutralise));
  const widths = header.map(() => 0);
  // `Math.max(...)` over all rows would pass each as an argument, which throws a RangeError for 200,000 of them.
  for (const line of lines)
    line.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, terminalWidth(cell))));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => padToWidth(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - terminalWidth(text)));
}
