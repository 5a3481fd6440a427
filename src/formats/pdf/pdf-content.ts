import type { MarkedContentId, Colour, Line, Page, StructureType, RuleLine } from '../../model/page.ts';
import { runsOfOneLook, type FragmentRun } from '../fragment-runs.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { selectCode, placeGlyphs } from './placed-glyphs.ts';

/**
 * Returns the content stream of a page (ISO 32000-1, 7.8.2), as a string whose characters each hold one byte.
 * `sheetHeight` is in points. All text and all rule lines (drawn lines) are in marked-content sequences, which belong
 * to the structure or are artifacts.
 */
export type EncodePage = (page: Page, sheetHeight: number, use: UseCode) => string;

/**
 * Records that a letter uses a code, and returns the code to show: another code of the same glyph if the letter already
 * maps this code to other characters (ToUnicode), otherwise the same code.
 */
export type UseCode = (code: GlyphCode) => GlyphCode;

/**
 * Creates the function that encodes the pages of all letters of a run (one execution of the command). Encoded lines are
 * cached by the identity of their `fragments`, which equal lines of different letters share.
 */
export function createPageEncoder(codesOf: CodesOf): EncodePage {
  const cache = new WeakMap<Line['fragments'], EncodedLine>();

  function findOrEncodeLine(line: Line, use: UseCode): EncodedLine {
    let cached = cache.get(line.fragments);
    if (cached === undefined) {
      cached = encodeLine(line, codesOf, (code) => code);
      cache.set(line.fragments, cached);
    }
    // A line with other codes than the cached ones is encoded again for this letter, and not cached.
    const replacedCodes = cached.codes.filter((code) => use(code) !== code);
    return replacedCodes.length === 0 ? cached : encodeLine(line, codesOf, use);
  }

  /** Formats a text object. The position of each text run is relative to that of the previous one (operator Td). */
  function formatTextObject(
    lines: readonly Line[],
    structureTypes: readonly StructureType[],
    sheetHeight: number,
    use: UseCode,
  ): string {
    let operators = 'BT\n';
    let openContent: MarkedContentId | undefined;
    let [x, y] = [0, 0];
    for (const line of lines) {
      for (const textRun of findOrEncodeLine(line, use).textRuns) {
        const contentId = line.contents[textRun.contentIndex]?.contentId ?? 'artifact';
        const [runX, runY] = [textRun.x, toThousandths(sheetHeight - line.baseline) + textRun.rise];
        operators += `${formatPdfNumber((runX - x) / 1000)} ${formatPdfNumber((runY - y) / 1000)} Td\n`;
        if (contentId !== openContent)
          operators += `${openContent === undefined ? '' : 'EMC\n'}${beginContentOperator(contentId, structureTypes)}`;
        operators += `${textRun.operators}\n`;
        [x, y, openContent] = [runX, runY, contentId];
      }
    }
    return `${operators}EMC\nET\n`;
  }

  return (page, sheetHeight, use) => {
    const rules = page.rules.map((rule) => ruleOperators(rule, sheetHeight));
    const textObjects = page.zones.flatMap(({ lines }) => groupIntoTextObjects(lines));
    return [...rules, ...textObjects.map((lines) => formatTextObject(lines, page.contents, sheetHeight, use))].join('');
  };
}

/**
 * Returns the operator that begins a marked-content sequence of the structure or an artifact (ISO 32000-1, 14.8.2.2).
 */
function beginContentOperator(contentId: MarkedContentId, structureTypes: readonly StructureType[]): string {
  return contentId === 'artifact'
    ? '/Artifact<</Type/Pagination>>BDC\n'
    : `/${structureTypes[contentId]}<</MCID ${contentId}>>BDC\n`;
}

/**
 * Groups lines into text objects. A line continues the text object of the previous line if it has the same style and
 * begins with the marked content that the previous line ended with, so that the marked-content sequence is not
 * interrupted.
 */
function groupIntoTextObjects(lines: readonly Line[]): readonly (readonly Line[])[] {
  const textObjects: Line[][] = [];
  let currentObject: Line[] = [];
  let previousLine: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const continuesObject =
      line.contents[0]?.contentId === previousLine?.contents.at(-1)?.contentId && line.style === previousLine?.style;
    if (continuesObject) currentObject.push(line);
    else textObjects.push((currentObject = [line]));
    previousLine = line;
  }
  return textObjects;
}

function ruleOperators({ area, colour }: RuleLine, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(formatPdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColourOperator(colour)}\n${box} re f\nEMC\n`;
}

/** The operators of a line (ISO 32000-1, 9.4), which do not depend on the position of its baseline on the page. */
interface EncodedLine {
  readonly textRuns: readonly EncodedTextRun[];
  /** The codes that are shown, without repetitions. */
  readonly codes: readonly GlyphCode[];
}

/** Consecutive fragments of a line with the same look, in the same marked content. */
interface EncodedTextRun {
  /** The index of its marked content in the line's `contents`. */
  readonly contentIndex: number;
  /** The start, from the left edge of the sheet, in thousandths of a point. */
  readonly x: number;
  /** The height above the baseline, in thousandths of a point. */
  readonly rise: number;
  readonly operators: string;
}

/** Encodes a line. */
function encodeLine({ fragments, contents }: Line, codesOf: CodesOf, use: UseCode): EncodedLine {
  const codes = new Set<GlyphCode>();
  const recordUse: UseCode = (requested) => {
    const code = use(requested);
    codes.add(code);
    return code;
  };
  const encodedRuns: EncodedTextRun[] = [];
  contents.forEach(({ first }, index) => {
    const end = contents[index + 1]?.first ?? fragments.length;
    for (const run of runsOfOneLook(fragments.slice(first, end))) {
      const [{ x, rise }] = run;
      const operators = textRunOperators(run, codesOf, recordUse);
      encodedRuns.push({ contentIndex: index, x: toThousandths(x), rise: toThousandths(rise), operators });
    }
  });
  return { textRuns: encodedRuns, codes: [...codes] };
}

/**
 * Returns the operators of fragments with the same look. If kerning or justification moves a glyph away from the
 * current text position, the TJ array contains the difference, in thousandths of the font size. Letters that are wider
 * or narrower than in the font have a horizontal scaling (Tz), by which the differences too are multiplied. In
 * right-to-left text, every glyph is shown by a TJ operator of its own, because PDFium sorts the texts of TJ operators
 * by position, but not the glyphs of one operator.
 */
function textRunOperators(fragments: FragmentRun, codesOf: CodesOf, use: UseCode): string {
  const [firstFragment] = fragments;
  const { face, size, expansion, x: start } = firstFragment;
  const faceCodes = codesOf(face);
  /**
   * The parts are joined at the end, because a string built by concatenation (a rope) is slow to copy into each page.
   */
  const operators = [fillColourOperator(firstFragment.colour)];
  if (expansion !== 0) operators.push(`\n${formatPdfNumber(100 * (1 + expansion))} Tz`);
  /** `pen` is the current text position, relative to `start`. It and `rise` are in thousandths of the font size. */
  let [font, rise, pen] = ['', 0, 0];
  /** The characters that close the open string and TJ array; empty if no array is open. */
  let closing = '';
  for (const fragment of fragments) {
    const isRightToLeft = fragment.direction === 'rtl';
    for (const placed of placeGlyphs(fragment, start)) {
      const shown = selectCode(placed, isRightToLeft, font, pen, faceCodes);
      const code = use(shown.code);
      const needsNewArray = isRightToLeft || code.font !== font || shown.dy !== rise;
      if (needsNewArray) {
        operators.push(closing);
        closing = '';
      }
      if (code.font !== font) operators.push(`\n/${code.font} ${formatPdfNumber(size)} Tf`);
      if (shown.dy !== rise) operators.push(`\n${formatPdfNumber((shown.dy * size) / 1000)} Ts`);
      font = code.font;
      rise = shown.dy;
      const adjustment = Math.round(pen - shown.position);
      if (closing === '') operators.push(adjustment === 0 ? '\n[(' : `\n[${adjustment}(`);
      else if (adjustment !== 0) operators.push(`)${adjustment}(`);
      operators.push(code.literal);
      closing = ')] TJ';
      pen += code.advance - adjustment;
    }
  }
  operators.push(closing);
  if (rise !== 0) operators.push('\n0 Ts');
  if (expansion !== 0) operators.push('\n100 Tz');
  return operators.join('');
}

/** Returns the operator that sets the fill colour, in which text and rule lines are drawn. */
function fillColourOperator(colour: Colour): string {
  return `${colour.map(formatPdfNumber).join(' ')} rg`;
}

/** Converts points to whole thousandths, in which relative positions add up without rounding errors. */
function toThousandths(points: number): number {
  return Math.round(points * 1000);
}

/** Formats a number (ISO 32000-1, 7.3.3), rounded to three decimals, because a thousandth of a point is invisible. */
export function formatPdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
