import type { WordShaper } from '../../fonts/fonts.ts';
import type { Face } from '../../model/page.ts';
import type { TextRun } from './text-runs.ts';

/**
 * The unit of itemisation: a word, or the white space between two words, of one text run, face and embedding level.
 * `start` and `end` are positions in the paragraph, in UTF-16 units.
 */
export interface ShapingItem {
  readonly run: TextRun;
  readonly face: Face;
  readonly level: number;
  readonly isSpace: boolean;
  readonly start: number;
  readonly end: number;
}

/** The fallback of each face, used for code points without a glyph in it. */
const FALLBACKS: Readonly<Record<Face, Face>> = {
  serif: 'naskh',
  'serif-italic': 'naskh-italic',
  'serif-bold': 'naskh-bold',
  'serif-bold-italic': 'naskh-bold-italic',
  sans: 'naskh',
  'sans-bold': 'naskh-bold',
  naskh: 'serif',
  'naskh-italic': 'serif-italic',
  'naskh-bold': 'serif-bold',
  'naskh-bold-italic': 'serif-bold-italic',
};

/** U+0020, U+00A0 and the line feed of a forced break. */
const SPACES: ReadonlySet<number> = new Set([0x20, 0xa0, 0x0a]);
const LINE_END = 0x0a;

/** Marks, joiners, variation selectors and other default-ignorable code points. */
const DEPENDENT = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const SOFT_HYPHEN = 0xad;
/** The first code point besides the soft hyphen that `DEPENDENT` matches; lower ones skip the regular expression. */
const FIRST_DEPENDENT = 0x300;

/** Whether a code point stays in the face of the previous one: marks, joiners and other default-ignorables do. */
function keepsFace(codePoint: number): boolean {
  if (codePoint < FIRST_DEPENDENT) return codePoint === SOFT_HYPHEN;
  return DEPENDENT.test(String.fromCodePoint(codePoint));
}

/**
 * Divides text runs into items for shaping and chooses their faces. Right-to-left text, and the numbers in it, prefer
 * the Naskh face that goes with the face of the run; all other text prefers the face of the run. A code point without a
 * glyph in the preferred face is set in its fallback. Note marks always prefer the face of their run.
 */
export function itemise(
  runs: readonly TextRun[],
  levels: Uint8Array | undefined,
  shaper: WordShaper,
): readonly ShapingItem[] {
  const items: ShapingItem[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    for (const { level, from, to } of levelRuns(levels, start, end)) {
      const { text } = run;
      const hasLetters = (): boolean => /\p{L}/u.test(text.slice(from - start, to - start));
      const prefersNaskh = run.note === undefined && (level % 2 === 1 || (level > 0 && !hasLetters()));
      const preferred = prefersNaskh ? FALLBACKS[run.face] : run.face;
      let [position, itemStart, face, isSpace] = [from, from, preferred, false];
      const push = (): void => {
        if (position > itemStart) items.push({ run, face, level, isSpace, start: itemStart, end: position });
        itemStart = position;
      };
      while (position < to) {
        const codePoint = text.codePointAt(position - start) ?? LINE_END;
        const isNextSpace = SPACES.has(codePoint);
        const nextFace = position > itemStart && keepsFace(codePoint) ? face : faceFor(codePoint, preferred, shaper);
        if (nextFace !== face || isNextSpace !== isSpace) {
          push();
          [face, isSpace] = [nextFace, isNextSpace];
        }
        position += codePoint > 0xffff ? 2 : 1;
      }
      push();
    }
    start = end;
  }
  return items;
}

/**
 * The face for a code point. One that neither face covers gets the preferred face, whose .notdef glyph is reported
 * later.
 */
function faceFor(codePoint: number, preferred: Face, shaper: WordShaper): Face {
  if (codePoint === LINE_END || shaper.covers(preferred, codePoint)) return preferred;
  const other = FALLBACKS[preferred];
  return shaper.covers(other, codePoint) ? other : preferred;
}

interface LevelRun {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** The level runs (UAX #9, BD7) between two positions of the paragraph. */
function levelRuns(levels: Uint8Array | undefined, start: number, end: number): readonly LevelRun[] {
  if (levels === undefined) return [{ level: 0, from: start, to: end }];
  const found: LevelRun[] = [];
  let from = start;
  for (let position = start + 1; position <= end; position += 1) {
    if (position < end && levels[position] === levels[from]) continue;
    found.push({ level: levels[from] ?? 0, from, to: position });
    from = position;
  }
  return found;
}
