import { internText } from '../../model/intern-letter.ts';
import type { Inline } from '../../model/tree.ts';
import type { Role } from '../../model/page.ts';
import { breakLines, type Breaking, type BrokenLine } from '../paragraph/break-lines.ts';
import { directionOf } from '../paragraph/embedding-levels.ts';
import type { Leaf, Row, SetLine, Tag } from './galley.ts';
import { undivided } from '../paragraph/hyphenation.ts';
import { missingIn } from '../pages/check-characters.ts';
import { leavesOf, marginsOf, placePieces, stretchedWidth } from '../paragraph/place-pieces.ts';
import { rowsOf } from './rows.ts';
import { runsOf, type Run } from '../paragraph/runs.ts';
import { segmentsOf, textOf } from '../paragraph/segments.ts';
import type { StyleName } from '../stylesheet.ts';
import { withThinSpaces } from '../paragraph/thin-spaces.ts';
import type { TypesettingContext } from '../typesetting-context.ts';

/** Where lines stand between the ends of the measure; they start where writing starts, on the left or on the right. */
export interface Lay {
  readonly style: StyleName;
  /** From the start of the measure. */
  readonly x: number;
  readonly width: number;
  /** How much further in the second and all further lines begin. */
  readonly hanging: number;
  readonly align: 'start' | 'end' | 'centre';
}

/** Text as lines, each one leading high and with a row of its own, and what its element holds. */
export interface TextLines {
  readonly lines: readonly SetLine[];
  readonly rows: readonly Row[];
  readonly children: readonly (Tag | Leaf)[];
  readonly leaves: number;
}

/** Sets inline content as lines. */
export function setInline(content: readonly Inline[], role: Role, lay: Lay, context: TypesettingContext): TextLines {
  return context.texts(content, keyOf(role, lay), () => {
    const style = context.stylesheet.styles[lay.style];
    const { runs, children, leaves } = runsOf(content, style, role, context.stylesheet, context.linkTo);
    return { children, leaves, ...setRuns(runs, lay, context) };
  });
}

/** All that decides how words are set, besides what all letters in a language share. */
function keyOf(role: Role | 'artifact', { style, x, width, hanging, align, ...others }: Lay): string {
  others satisfies NothingElse;
  return `${role} ${style} ${x} ${width} ${hanging} ${align}`;
}

/** Whoever adds a measure to a lay is told by the compiler that it belongs here too. */
type NothingElse = Readonly<Record<string, never>>;

/** Sets text that belongs to the page and not to the letter. */
export function setArtifact(text: string, lay: Lay, context: TypesettingContext): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: Run = { text, face, size, rise: 0, colour, figures: 'lining', leaf: undefined, note: undefined };
  const set = (): TextLines => ({ children: [], leaves: 0, ...setRuns([run], lay, context) });
  return context.texts(internText(text, context.values), keyOf('artifact', lay), set).lines;
}

function setRuns(typed: readonly Run[], lay: Lay, context: TypesettingContext): Pick<TextLines, 'lines' | 'rows'> {
  const runs = withThinSpaces(typed, context.language);
  const direction = directionOf(textOf(runs), context.direction);
  const margins = marginsOf(context.stylesheet, context.language);
  const baseline = baselineIn(lay.style, context);
  const broken = breakLines(segmentsOf(runs, direction, context), breakingOf(lay, context), context);
  const lines = broken.map((each, index): SetLine => {
    const start = startOf(each, indentOf(index, lay), lay);
    const fragments = placePieces(each, start, direction, margins);
    const { stretch, endsWithHyphen } = each;
    const missing = missingIn(fragments);
    return {
      style: lay.style,
      baseline,
      start,
      fragments,
      leaves: leavesOf(each),
      base: 0,
      missing,
      stretch,
      endsWithHyphen,
    };
  });
  return { lines, rows: rowsOf(lines, broken.map(notesIn), context.stylesheet.styles[lay.style].leading) };
}

function indentOf(line: number, { hanging }: Lay): number {
  return line === 0 ? 0 : hanging;
}

/** Words are divided, and lines justified, in running text alone: not in headings, addresses, labels. */
function breakingOf(lay: Lay, { stylesheet, hyphenate }: TypesettingContext): Breaking {
  const isProse = PROSE.has(lay.style) && lay.align === 'start';
  return {
    measure: (line) => lay.width - indentOf(line, lay),
    zone: isProse && stylesheet.justified ? 'justified' : stylesheet.raggedZone,
    shortestLastLine: Math.min(stylesheet.shortestLastLine, lay.width / 8),
    hyphenate: isProse ? hyphenate : undivided,
  };
}

const PROSE: ReadonlySet<StyleName> = new Set(['body', 'quotation', 'note']);

/** From the top of a line's leading to its baseline: what the leading has more than the face is shared above and below. */
function baselineIn(style: StyleName, { stylesheet, shaper }: TypesettingContext): number {
  const { regular, size, leading } = stylesheet.styles[style];
  const { ascent, descent } = shaper.metrics(regular);
  return leading / 2 + (size * (ascent + descent)) / 2000;
}

function startOf({ words, stretch }: BrokenLine, indent: number, lay: Lay): number {
  if (lay.align === 'start') return lay.x + indent;
  const width = words.reduce((sum, piece) => sum + stretchedWidth(piece, stretch), 0);
  const room = lay.width - indent - width;
  return lay.x + indent + (lay.align === 'end' ? room : room / 2);
}

/** A mark may be divided by nothing, so its run stands in one line. */
function notesIn({ words }: BrokenLine): readonly number[] {
  const numbers = words.map(({ run }) => run.note);
  return [...new Set(numbers.filter((number) => number !== undefined))];
}
