import type { PlaceRecord } from './diagnostic-records.ts';
import type { Paint } from './paint.ts';
import { seenWidth } from './seen-width.ts';

/** Letters that are read from the right: terminals disagree about where on the line they put them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** How a place is drawn. */
export interface FrameStyle {
  readonly paint: Paint;
  /** Columns that line numbers take. */
  readonly gutter: number;
}

/** The lines at a place with a mark below what is meant; none if they may not be shown. */
export function frameLines({ excerpt, line }: PlaceRecord, { paint, gutter }: FrameStyle): readonly string[] {
  if (excerpt === null) return [];
  const { lines, from, to } = excerpt;
  const numbered = lines.map((text, index) => {
    const number = String(line - lines.length + 1 + index).padStart(gutter);
    return `${paint('frame', `${number} │`)} ${text}`.trimEnd();
  });
  const last = lines.at(-1) ?? '';
  return [...numbered, `${paint('frame', `${' '.repeat(gutter)} │`)} ${paint('mark', markBelow(last, from, to))}`];
}

/**
 * Carets below what is meant. Where letters from the right stand in or before it, no column is the right one on every
 * terminal, so the words are repeated instead.
 */
function markBelow(line: string, from: number, to: number): string {
  if (RIGHT_TO_LEFT.test(line.slice(0, to))) return `^ here: “${line.slice(from, to)}”`;
  return ' '.repeat(seenWidth(line.slice(0, from))) + '^'.repeat(Math.max(1, seenWidth(line.slice(from, to))));
}
