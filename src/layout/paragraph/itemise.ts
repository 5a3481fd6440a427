import type { WordShaper } from '../../fonts/fonts.ts';
import type { Face } from '../../model/page.ts';
import type { TextRun } from './text-runs.ts';

/**
 * Text that can be shaped at once: a word or the white space between two, of one run, one face and one embedding level.
 * Places count UTF-16 units of the paragraph.
 */
export interface ShapingItem {
  readonly run: TextRun;
  readonly face: Face;
  readonly level: number;
  readonly isSpace: boolean;
  readonly start: number;
  readonly end: number;
}

/** The face that stands in for another where that has no glyph. */
const STAND_INS: Readonly<Record<Face, Face>> = {
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

/** A space, a no-break space, and what ends a line. */
const SPACES: ReadonlySet<number> = new Set([0x20, 0xa0, 0x0a]);
const LINE_END = 0x0a;

const DEPENDENT = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;
const SOFT_HYPHEN = 0xad;
/** All others stand from here on. */
const FIRST_MARK = 0x300;

/** Goes it with the character before it, in its face? Marks, joiners and other invisible characters do. */
function isDependent(codePoint: number): boolean {
  if (codePoint < FIRST_MARK) return codePoint === SOFT_HYPHEN;
  return DEPENDENT.test(String.fromCodePoint(codePoint));
}

/**
 * Divides runs into items. Text that is written from right to left, and the figures in it, are of the Arabic face where
 * it has them; all other text is of the face that its run asks for, or of the other one if that has no glyph for it.
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
      const ofArabic = run.note === undefined && (level % 2 === 1 || (level > 0 && !hasLetters()));
      const wanted = ofArabic ? STAND_INS[run.face] : run.face;
      let [at, first, face, isSpace] = [from, from, wanted, false];
      const push = (): void => {
        if (at > first) items.push({ run, face, level, isSpace, start: first, end: at });
        first = at;
      };
      while (at < to) {
        const codePoint = text.codePointAt(at - start) ?? LINE_END;
        const isOneNow = SPACES.has(codePoint);
        const own = at > first && isDependent(codePoint) ? face : faceFor(codePoint, wanted, shaper);
        if (own !== face || isOneNow !== isSpace) {
          push();
          [face, isSpace] = [own, isOneNow];
        }
        at += codePoint > 0xffff ? 2 : 1;
      }
      push();
    }
    start = end;
  }
  return items;
}

/** A character that no face has stays with the wanted one, where its absence is found. */
function faceFor(codePoint: number, wanted: Face, shaper: WordShaper): Face {
  if (codePoint === LINE_END || shaper.covers(wanted, codePoint)) return wanted;
  const other = STAND_INS[wanted];
  return shaper.covers(other, codePoint) ? other : wanted;
}

interface LevelRun {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

function levelRuns(levels: Uint8Array | undefined, start: number, end: number): readonly LevelRun[] {
  if (levels === undefined) return [{ level: 0, from: start, to: end }];
  const found: LevelRun[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && levels[at] === levels[from]) continue;
    found.push({ level: levels[from] ?? 0, from, to: at });
    from = at;
  }
  return found;
}
