import { neutralise } from './neutralise.ts';
import { terminalWidth } from './terminal-width.ts';

/** Formats a table with aligned columns, two spaces apart. Cells are neutralised; widths are columns of a terminal. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(neutralise));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => terminalWidth(line[column] ?? ''))));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - terminalWidth(text)));
}
