import { counterpartOf } from '../../fonts/fallback-faces.ts';
import type { WordShaper } from '../../fonts/fonts.ts';
import type { Face, ProductFace } from '../../model/page.ts';
import { ANY_SCRIPT, isOtherRightToLeft, shapingScriptOf, type ShapingScript } from './shaping-script.ts';
import { runsText, type TextRun } from './text-runs.ts';

/**
 * The unit of shaping: a word, or the white space between two words, of one text run, face, script and embedding level.
 * `start` and `end` (exclusive) are positions in the paragraph, in UTF-16 units.
 */
export interface ShapingItem {
  readonly run: TextRun;
  readonly face: Face;
  readonly script: ShapingScript;
  readonly level: number;
  readonly isSpace: boolean;
  readonly start: number;
  readonly end: number;
}

/** The code points of white space: space, no-break space, and the line feed of a forced break. */
const SPACE_CODE_POINTS: ReadonlySet<number> = new Set([0x20, 0xa0, 0x0a]);
const FORCED_BREAK = 0x0a;

/** Matches marks, joiners, variation selectors and other default-ignorable code points. */
const DEPENDENT_CODE_POINT = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const SOFT_HYPHEN = 0xad;
/**
 * The lowest code point besides the soft hyphen that `DEPENDENT_CODE_POINT` matches. Lower ones need no test by the
 * regular expression.
 */
const FIRST_DEPENDENT_CODE_POINT = 0x300;

/** Whether a code point is set in the face of the previous one, as marks, joiners and other default-ignorables are. */
function keepsFace(codePoint: number): boolean {
  if (codePoint < FIRST_DEPENDENT_CODE_POINT) return codePoint === SOFT_HYPHEN;
  return DEPENDENT_CODE_POINT.test(String.fromCodePoint(codePoint));
}

/**
 * Divides text runs into items for shaping and chooses their faces. Arabic text, and the numbers in it, prefer the
 * Naskh face that corresponds to the face of the run; all other text, and all note marks, prefer the face of the run. A
 * code point without a glyph in the preferred face is set in its fallback. `levels`: the embedding level of each UTF-16
 * unit of the paragraph; undefined if all are 0.
 */
export function itemise(
  runs: readonly TextRun[],
  levels: Uint8Array | undefined,
  shaper: WordShaper,
): readonly ShapingItem[] {
  const items: ShapingItem[] = [];
  const mayBeNaskh = levels !== undefined && !isOtherRightToLeft(runsText(runs));
  let runStart = 0;
  for (const run of runs) {
    const runEnd = runStart + run.text.length;
    for (const { level, start, end } of findLevelRuns(levels, runStart, runEnd)) {
      const { text } = run;
      const hasLetters = (): boolean => /\p{L}/u.test(text.slice(start - runStart, end - runStart));
      const prefersNaskh = mayBeNaskh && run.note === undefined && (level % 2 === 1 || (level > 0 && !hasLetters()));
      const preferredFace = prefersNaskh ? counterpartOf(run.face) : run.face;
      let [position, itemStart, face, isSpace] = [start, start, preferredFace as Face, false];
      let script: ShapingScript = ANY_SCRIPT;
      const push = (): void => {
        if (position > itemStart) items.push({ run, face, script, level, isSpace, start: itemStart, end: position });
        itemStart = position;
      };
      while (position < end) {
        const codePoint = text.codePointAt(position - runStart) ?? FORCED_BREAK;
        const isNextSpace = SPACE_CODE_POINTS.has(codePoint);
        const keepsItem = position > itemStart && keepsFace(codePoint);
        const nextFace = keepsItem ? face : faceFor(codePoint, preferredFace, shaper);
        const nextScript = keepsItem ? script : shapingScriptOf(codePoint);
        const isOtherScript = nextScript !== script && nextScript !== ANY_SCRIPT && script !== ANY_SCRIPT;
        if (nextFace !== face || isNextSpace !== isSpace || isOtherScript) {
          push();
          [face, script, isSpace] = [nextFace, nextScript, isNextSpace];
        } else if (script === ANY_SCRIPT) script = nextScript;
        position += codePoint > 0xffff ? 2 : 1;
      }
      push();
    }
    runStart = runEnd;
  }
  return items;
}

/**
 * Returns the face for a code point. If no font has a glyph, returns the preferred face; its .notdef glyph is reported
 * later.
 */
function faceFor(codePoint: number, preferred: ProductFace, shaper: WordShaper): Face {
  if (codePoint === FORCED_BREAK || shaper.covers(preferred, codePoint)) return preferred;
  return shaper.fallbackFor(preferred, codePoint) ?? preferred;
}

/** A range of text of one embedding level, in UTF-16 units of the paragraph; `end` is exclusive. */
interface LevelRun {
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** Returns the level runs (UAX #9, BD7) between two positions of the paragraph. */
function findLevelRuns(levels: Uint8Array | undefined, rangeStart: number, rangeEnd: number): readonly LevelRun[] {
  if (levels === undefined) return [{ level: 0, start: rangeStart, end: rangeEnd }];
  const levelRuns: LevelRun[] = [];
  let runStart = rangeStart;
  for (let position = rangeStart + 1; position <= rangeEnd; position += 1) {
    if (position < rangeEnd && levels[position] === levels[runStart]) continue;
    levelRuns.push({ level: levels[runStart] ?? 0, start: runStart, end: position });
    runStart = position;
  }
  return levelRuns;
}
