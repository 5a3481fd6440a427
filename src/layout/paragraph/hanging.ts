/**
 * Hanging punctuation (optical margins): small marks at the ends of justified lines reach into the margins, so that the
 * edges of the text look straight.
 */
import type { Direction } from '../../model/direction.ts';
import type { ShapedRun } from './segments.ts';

/** By how much a line reaches into the margins, in points. */
export interface Hang {
  readonly atStart: number;
  readonly atEnd: number;
}

/** The hang of ragged lines. */
export const NO_HANG: Hang = { atStart: 0, atEnd: 0 };

const SOFT_HYPHEN = '\u00AD';

/** The share of its width by which a mark hangs at the start of a line. All of them open quotations. */
const SHARES_AT_START: ReadonlyMap<string, number> = new Map([...sharesOf('‘’‚“”„\'"', 0.5), ...sharesOf('«‹»›', 0.3)]);

/** The share of its width by which a mark hangs at the end of a line. The hyphen of a divided word is a soft hyphen. */
const SHARES_AT_END: ReadonlyMap<string, number> = new Map([
  ...sharesOf('.', 0.7),
  ...sharesOf(`,-\u2010${SOFT_HYPHEN}‘’“”'"`, 0.5),
  ...sharesOf('،۔', 0.4),
  ...sharesOf(':;؛«‹»›', 0.3),
  ...sharesOf('–—', 0.2),
]);

function sharesOf(marks: string, share: number): readonly (readonly [mark: string, share: number])[] {
  return Array.from(marks, (mark) => [mark, share] as const);
}

/** Returns by how much the first glyph of shaped runs hangs at the start of a line, in points. */
export function hangAtStart(runs: readonly ShapedRun[], direction: Direction): number {
  return hangOf(runs[0], 0, SHARES_AT_START, direction);
}

/** Returns by how much the last glyph of shaped runs hangs at the end of a line, in points. */
export function hangAtEnd(runs: readonly ShapedRun[], direction: Direction): number {
  return hangOf(runs.at(-1), -1, SHARES_AT_END, direction);
}

/**
 * Returns by how much a glyph hangs. A run of the other direction than that of its paragraph has its first and last
 * glyphs inside the line, so that they do not hang.
 */
function hangOf(
  shapedRun: ShapedRun | undefined,
  glyphIndex: 0 | -1,
  shares: ReadonlyMap<string, number>,
  direction: Direction,
): number {
  if (shapedRun === undefined) return 0;
  const { glyphs, level, size, run } = shapedRun;
  const glyph = glyphs.at(glyphIndex);
  const share = glyph === undefined ? undefined : shares.get(glyph.text);
  if (glyph === undefined || share === undefined || run.note !== undefined) return 0;
  return (level % 2 === 1) === (direction === 'rtl') ? (share * glyph.advance * size) / 1000 : 0;
}
