import type { Colour, Fragment, Line } from '../../model/page.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-number.ts';

/** A line as operators (ISO 32000-1, 9.4) that hold wherever it stands on a page. */
export interface EncodedLine {
  readonly stretches: readonly EncodedStretch[];
  /** The codes that are shown, each once. */
  readonly codes: readonly GlyphCode[];
}

/** Fragments of a line that follow each other in one look and one piece of marked content. */
export interface EncodedStretch {
  /** The index of its piece among the line's contents. */
  readonly content: number;
  /** Where it begins: from the left edge of the sheet, and above the baseline, in thousandths of a point. */
  readonly x: number;
  readonly rise: number;
  readonly operators: string;
}

/** Gives the code that a letter shows in the place of another. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/** Encodes a line with the codes of its faces, each replaced by what the letter shows in its place. */
export function encodeLine({ fragments, contents }: Line, codesOf: CodesOf, use: UseCode): EncodedLine {
  const codes = new Set<GlyphCode>();
  const noted: UseCode = (wanted) => {
    const code = use(wanted);
    codes.add(code);
    return code;
  };
  const stretches: EncodedStretch[] = [];
  contents.forEach(({ first }, content) => {
    const end = contents[content + 1]?.first ?? fragments.length;
    for (let start = first; start < end;) {
      const stretch = fragments.slice(start, endOfLook(fragments, start, end));
      const { x = 0, rise = 0 } = fragments[start] ?? {};
      const operators = stretchOperators(stretch, codesOf, noted);
      stretches.push({ content, x: thousandths(x), rise: thousandths(rise), operators });
      start += stretch.length;
    }
  });
  return { stretches, codes: [...codes] };
}

function endOfLook(fragments: readonly Fragment[], start: number, end: number): number {
  let next = start + 1;
  while (next < end && isSameLook(fragments[start], fragments[next])) next += 1;
  return next;
}

function isSameLook(a: Fragment | undefined, b: Fragment | undefined): boolean {
  return a?.rise === b?.rise && a?.face === b?.face && a?.size === b?.size && a?.colour === b?.colour;
}

/**
 * The operators of fragments of one look. Where the pen is not where a glyph belongs, after kerning or a stretched space,
 * the difference stands between two strings of a TJ operator, in thousandths of the font size.
 */
function stretchOperators(stretch: readonly Fragment[], codesOf: CodesOf, use: UseCode): string {
  const [head] = stretch;
  if (head === undefined) return '';
  const { face, size, x: start } = head;
  const { codeOf } = codesOf(face);
  /** Joined at the end: a string that grew by appending would be copied piece by piece into every page. */
  const operators = [fillColour(head.colour)];
  let [font, rise, pen] = ['', 0, 0];
  /** Closes the array that shows codes, and the string in it; empty while none is open. */
  let closing = '';
  for (const { direction, x, width, glyphs } of stretch) {
    const isLeftward = direction === 'rtl';
    let place = ((x - start + (isLeftward ? width : 0)) * 1000) / size;
    for (const glyph of glyphs) {
      if (isLeftward) place -= glyph.advance;
      const code = use(codeOf(glyph));
      if (code.font !== font || glyph.dy !== rise) {
        operators.push(closing);
        closing = '';
        if (code.font !== font) operators.push(`\n/${code.font} ${pdfNumber(size)} Tf`);
        if (glyph.dy !== rise) operators.push(`\n${pdfNumber((glyph.dy * size) / 1000)} Ts`);
        font = code.font;
        rise = glyph.dy;
      }
      const step = Math.round(pen - place - glyph.dx);
      if (closing === '') operators.push(step === 0 ? '\n[(' : `\n[${step}(`);
      else if (step !== 0) operators.push(`)${step}(`);
      operators.push(code.shown);
      closing = ')] TJ';
      pen += code.advance - step;
      if (!isLeftward) place += glyph.advance;
    }
  }
  operators.push(closing);
  if (rise !== 0) operators.push('\n0 Ts');
  return operators.join('');
}

/** The operator that sets the colour of what is drawn next. */
export function fillColour(colour: Colour): string {
  return `${colour.map(pdfNumber).join(' ')} rg`;
}

/** Points as places are compared and told. */
export function thousandths(points: number): number {
  return Math.round(points * 1000);
}
