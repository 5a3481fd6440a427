import type { Inline } from '../model/tree.ts';
import type { Role } from '../model/page.ts';
import { breakLines } from './break-lines.ts';
import type { Leaf, SetFragment, SetLine, Tag } from './galley.ts';
import { runsOf, type Run } from './runs.ts';
import { segmentsOf, type Segment } from './segments.ts';
import type { StyleName } from './stylesheet.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** Where lines stand between the ends of the measure. */
export interface Lay {
  readonly style: StyleName;
  /** From the left end of the measure. */
  readonly x: number;
  readonly width: number;
  /** How much further in the second and all further lines begin. */
  readonly hanging: number;
  readonly align: 'left' | 'right' | 'centre';
}

/** Text as lines, each one leading high, and what its element holds. */
export interface TextLines {
  readonly lines: readonly SetLine[];
  /** The numbers of the notes whose marks stand in each line. */
  readonly notes: readonly (readonly number[])[];
  readonly children: readonly (Tag | Leaf)[];
}

/** Sets inline content as lines. */
export function setInline(content: readonly Inline[], role: Role, lay: Lay, context: TypesettingContext): TextLines {
  const style = context.stylesheet.styles[lay.style];
  const { runs, children } = runsOf(content, style, role, context.stylesheet, context.wording);
  return { ...setRuns(runs, lay, context), children };
}

/** Sets plain text as lines. Without a leaf it is an artifact. */
export function setText(
  text: string,
  leaf: Leaf | undefined,
  lay: Lay,
  context: TypesettingContext,
): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: Run = { text, face, size, rise: 0, colour, figures: 'lining', leaf, note: undefined };
  return setRuns([run], lay, context).lines;
}

function setRuns(runs: readonly Run[], lay: Lay, context: TypesettingContext): Pick<TextLines, 'lines' | 'notes'> {
  const segments = segmentsOf(runs, context);
  const indentOf = (line: number): number => (line === 0 ? 0 : lay.hanging);
  const lines = breakLines(segments, (line) => lay.width - indentOf(line));
  const baseline = baselineIn(lay.style, context);
  return {
    lines: lines.map((line, index) => ({
      style: lay.style,
      baseline,
      fragments: fragmentsOf(line, startOf(line, indentOf(index), lay)),
    })),
    notes: lines.map(notesIn),
  };
}

/** From the top of a line's leading to its baseline: what the leading has more than the face is shared above and below. */
function baselineIn(style: StyleName, { stylesheet, shaper }: TypesettingContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

function startOf(line: readonly Segment[], indent: number, lay: Lay): number {
  if (lay.align === 'left') return lay.x + indent;
  const room = lay.width - naturalWidth(line);
  return lay.x + (lay.align === 'right' ? room : room / 2);
}

/** How wide a line is, without the white space at its end. */
function naturalWidth(line: readonly Segment[]): number {
  return line.reduce((sum, { width, spaces }, index) => {
    const gap = index === line.length - 1 ? 0 : spaces.reduce((room, space) => room + space.width, 0);
    return sum + width + gap;
  }, 0);
}

function fragmentsOf(line: readonly Segment[], start: number): readonly SetFragment[] {
  let x = start;
  return line
    .flatMap(({ pieces, spaces }) => [...pieces, ...spaces])
    .map(({ run, glyphs, width }) => {
      const { rise, face, size, colour, leaf } = run;
      const fragment = { x, rise, width, face, size, colour, glyphs, leaf };
      x += width;
      return fragment;
    });
}

/** A mark may be divided by nothing, so its run stands in one line. */
function notesIn(line: readonly Segment[]): readonly number[] {
  const numbers = line.flatMap(({ pieces }) => pieces.map(({ run }) => run.note));
  return [...new Set(numbers.filter((number) => number !== undefined))];
}
