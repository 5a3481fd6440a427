import type { Ink, WordShaper } from '../fonts/fonts.ts';
import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import type { Letter } from '../model/letter.ts';
import { profileEcho, say } from '../model/message.ts';
import { linesOfPage } from '../model/page-lines.ts';
import type { Face, Line, Page } from '../model/page.ts';
import { pageOfLetter } from './page-warnings.ts';

/** The functions of fonts that tell how far letters reach. */
type InkOfFonts = Pick<WordShaper, 'inkOf' | 'ownFileOf'>;

/** The box of the ink of one glyph on a page: its edges, and how far it reaches above and below the baseline, in points. */
interface GlyphBox {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
  readonly face: Face;
}

/** Two glyphs of lines that touch: the words of the upper line, the file of the font, and how far they overlap. */
interface Touch {
  readonly page: number;
  readonly words: string;
  readonly file: string;
  /** In points. */
  readonly depth: number;
}

/**
 * Returns a warning if letters in a font of the campaign reach into the line above or below, as those of a font with tall
 * or deep letters do. It names the worst place of the letter. Lines in the fonts of demarche alone are not measured.
 */
export function touchingLineWarnings(pages: readonly Page[], fonts: InkOfFonts, letter: Letter): readonly Diagnostic[] {
  let worst: Touch | undefined;
  pages.forEach((page, index) => {
    const lines = linesOfPage(page).toSorted((a, b) => a.baseline - b.baseline);
    if (!lines.some((line) => hasOwnFont(line, fonts))) return;
    lines.forEach((upper, position) => {
      for (const lower of lines.slice(position + 1)) {
        const distance = lower.baseline - upper.baseline;
        if (distance > MAX_REACH) break;
        if (distance === 0 || !(hasOwnFont(upper, fonts) || hasOwnFont(lower, fonts))) continue;
        const touch = deepestOverlap(boxesOf(upper, fonts), boxesOf(lower, fonts), distance, fonts);
        if (touch === undefined || touch.depth <= (worst?.depth ?? 0)) continue;
        worst = { ...touch, page: index + 1, words: fragmentsText(upper.fragments).trim() };
      }
    });
  });
  return worst === undefined ? [] : [touchWarning(worst, letter)];
}

/** The greatest distance of two lines that are compared, in points. */
const MAX_REACH = 60;

function touchWarning({ page, words, file, depth }: Touch, letter: Letter): Diagnostic {
  const points = Math.max(0.1, Math.round(depth * 10) / 10);
  const message = say`the line ${profileEcho(words)} on ${pageOfLetter(page, letter)} and the one below it touch: letters in ${file} reach ${points} points too far`;
  const hint = say`set the lines further apart, with page: { stylesheet: { text: { size: …, leading: … } } }, or name a font with lower letters`;
  return warning('page/lines-touch', letter.span, message, { hint });
}

function hasOwnFont({ fragments }: Line, { ownFileOf }: InkOfFonts): boolean {
  return fragments.some(({ face }) => ownFileOf(face) !== undefined);
}

/** Returns the boxes of the glyphs of a line that have ink. */
function boxesOf({ fragments }: Line, { inkOf }: InkOfFonts): readonly GlyphBox[] {
  return fragments.flatMap(({ x, width, rise, face, size, direction, glyphs }) => {
    const unit = size / 1000;
    let pen = direction === 'rtl' ? x + width : x;
    return glyphs.flatMap(({ id, advance, dx, dy }): readonly GlyphBox[] => {
      if (direction === 'rtl') pen -= advance * unit;
      const origin = pen + dx * unit;
      if (direction === 'ltr') pen += advance * unit;
      const ink: Ink | undefined = inkOf(face, id);
      if (ink === undefined) return [];
      const [left, right] = [origin + ink.left * unit, origin + ink.right * unit];
      return [{ left, right, above: rise + (dy + ink.top) * unit, below: -rise - (dy + ink.bottom) * unit, face }];
    });
  });
}

/** Returns how deep the glyphs of two lines overlap most, and the font file; undefined if none in such a font do. */
function deepestOverlap(
  upper: readonly GlyphBox[],
  lower: readonly GlyphBox[],
  distance: number,
  { ownFileOf }: InkOfFonts,
): Pick<Touch, 'file' | 'depth'> | undefined {
  const reach = lower.reduce((greatest, { above }) => Math.max(greatest, above), 0);
  let deepest: Pick<Touch, 'file' | 'depth'> | undefined;
  for (const high of upper) {
    if (high.below + reach <= distance) continue;
    for (const low of lower) {
      const depth = high.below + low.above - distance;
      if (depth <= (deepest?.depth ?? 0) || high.left >= low.right || low.left >= high.right) continue;
      const file = ownFileOf(high.face) ?? ownFileOf(low.face);
      if (file !== undefined) deepest = { file, depth };
    }
  }
  return deepest;
}
