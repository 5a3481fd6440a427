import type { WordShaper } from '../fonts/fonts.ts';
import type { Language } from '../model/language.ts';
import type { Glyph } from '../model/page.ts';
import { lineBreaksIn } from './line-breaks.ts';
import type { Run } from './runs.ts';

/** A part of a run, shaped. */
export interface Piece {
  readonly run: Run;
  readonly glyphs: readonly Glyph[];
  /** In points. */
  readonly width: number;
}

/** What stands between two places where a line may end. */
export interface Segment {
  readonly pieces: readonly Piece[];
  /** White space after it: drawn, so that words stay apart for those who read the text, but not counted at a line's end. */
  readonly spaces: readonly Piece[];
  /** In points, without the white space. */
  readonly width: number;
  /** Drawn in place of a soft hyphen if the line ends here. */
  readonly hyphenated: Segment | undefined;
  readonly endsLine: boolean;
}

/** What shaping needs besides the text. */
export interface ShapingContext {
  readonly shaper: WordShaper;
  readonly language: Language;
}

const SOFT_HYPHEN = '\u00AD';
const WORD_JOINER = '\u2060';
const WHITE_SPACE_AT_END = /[ \n]*$/;

/** Divides runs where a line may end, across all changes of look, and shapes the parts. */
export function segmentsOf(runs: readonly Run[], context: ShapingContext): readonly Segment[] {
  // The mark of a note belongs to the word before it, whatever that ends with.
  const text = runs.map((run) => (run.note === undefined ? run.text : WORD_JOINER.repeat(run.text.length))).join('');
  let start = 0;
  return lineBreaksIn(text).map(({ position, required }) => {
    const white = position - (WHITE_SPACE_AT_END.exec(text.slice(start, position))?.[0].length ?? 0);
    const pieces = piecesBetween(runs, start, white, context);
    const spaces = piecesBetween(runs, white, position, context);
    start = position;
    const segment = segmentFrom(pieces, spaces, required);
    return text[white - 1] === SOFT_HYPHEN ? { ...segment, hyphenated: withHyphen(segment, context) } : segment;
  });
}

/** A segment that is too long for any line, as one segment for every place between two of its characters. */
export function dividedAnywhere({ pieces, spaces, endsLine }: Segment): readonly Segment[] {
  const parts = pieces.flatMap(({ run, glyphs }) => clustersOf(glyphs).map((cluster) => pieceOf(run, cluster)));
  return parts.map((part, index) =>
    index === parts.length - 1 ? segmentFrom([part], spaces, endsLine) : segmentFrom([part], [], false),
  );
}

/** How wide pieces are beside each other. */
export function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}

function segmentFrom(pieces: readonly Piece[], spaces: readonly Piece[], endsLine: boolean): Segment {
  return { pieces, spaces, width: widthOf(pieces), hyphenated: undefined, endsLine };
}

function piecesBetween(runs: readonly Run[], start: number, end: number, context: ShapingContext): readonly Piece[] {
  const pieces: Piece[] = [];
  let runStart = 0;
  for (const run of runs) {
    const runEnd = runStart + run.text.length;
    const text = run.text.slice(Math.max(start - runStart, 0), Math.max(end - runStart, 0));
    if (text !== '') pieces.push(shaped(run, text.replaceAll('\n', ' '), context));
    if (runEnd >= end) break;
    runStart = runEnd;
  }
  return pieces;
}

function shaped(run: Run, text: string, { shaper, language }: ShapingContext): Piece {
  const { glyphs, advance } = shaper.shape(run.face, text, language, run.figures);
  return { run, glyphs, width: (advance * run.size) / 1000 };
}

function pieceOf(run: Run, glyphs: readonly Glyph[]): Piece {
  return { run, glyphs, width: (glyphs.reduce((sum, { advance }) => sum + advance, 0) * run.size) / 1000 };
}

/** The last glyph, an invisible soft hyphen, made a visible one with the same text. */
function withHyphen({ pieces, spaces, endsLine }: Segment, context: ShapingContext): Segment {
  const last = pieces.at(-1);
  if (last === undefined) throw new Error('unreachable: a soft hyphen is a piece of text');
  const hyphen = shaped(last.run, '-', context).glyphs.map((glyph) => ({ ...glyph, text: SOFT_HYPHEN }));
  return segmentFrom(
    [...pieces.slice(0, -1), pieceOf(last.run, [...last.glyphs.slice(0, -1), ...hyphen])],
    spaces,
    endsLine,
  );
}

/** Glyphs that must stay together: a letter and the marks on it. */
function clustersOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const clusters: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (last !== undefined && (glyph.advance === 0 || glyph.text === '')) last.push(glyph);
    else clusters.push([glyph]);
  }
  return clusters;
}
