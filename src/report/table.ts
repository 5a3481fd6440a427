import { neutralise } from './neutralise.ts';
import { seenWidth } from './seen-width.ts';

/** Columns set side by side, with two spaces between them. Widths count what is seen, not code units. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(neutralise));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => seenWidth(line[column] ?? ''))));
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
  return text + ' '.repeat(Math.max(0, width - seenWidth(text)));
}
