import type { MarkedContentId, Colour, Fragment, Line, Page, StructureType, RuleLine } from '../../model/page.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { codeFor, placeGlyphs } from './placed-glyphs.ts';

/**
 * Returns the content stream of a page (ISO 32000-1, 9.4), with one byte in each character. `sheetHeight` is in points.
 * Everything is in a marked-content sequence: of the structure, or an artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => string;

/** Records that a letter uses a code, and returns the code to show, which is usually the same. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/**
 * Opens the encoding of pages for a run. Encoded lines are cached by the identity of their `fragments`, which equal
 * lines of different letters share.
 */
export function openContentStreams(codesOf: CodesOf): ContentOf {
  const cache = new WeakMap<Line['fragments'], EncodedLine>();

  function encoded(line: Line, use: UseCode): EncodedLine {
    let cached = cache.get(line.fragments);
    if (cached === undefined) {
      cached = encodeLine(line, codesOf, (code) => code);
      cache.set(line.fragments, cached);
    }
    // If the letter already uses one of the codes with another text, the line is encoded again with the substitutes.
    const replaced = cached.codes.filter((code) => use(code) !== code);
    return replaced.length === 0 ? cached : encodeLine(line, codesOf, use);
  }

  /** Returns a text object; the position of each text run is relative to the previous one (operator Td). */
  function textObject(
    lines: readonly Line[],
    types: readonly StructureType[],
    sheetHeight: number,
    use: UseCode,
  ): string {
    let operators = 'BT\n';
    let open: MarkedContentId | undefined;
    let [x, y] = [0, 0];
    for (const line of lines) {
      for (const run of encoded(line, use).runs) {
        const content = line.contents[run.contentIndex]?.contentId ?? 'artifact';
        const [toX, toY] = [run.x, thousandths(sheetHeight - line.baseline) + run.rise];
        operators += `${pdfNumber((toX - x) / 1000)} ${pdfNumber((toY - y) / 1000)} Td\n`;
        if (content !== open) operators += `${open === undefined ? '' : 'EMC\n'}${beginContent(content, types)}`;
        operators += `${run.operators}\n`;
        [x, y, open] = [toX, toY, content];
      }
    }
    return `${operators}EMC\nET\n`;
  }

  return (page, sheetHeight, use) => {
    const rules = page.rules.map((rule) => ruleOperators(rule, sheetHeight));
    const objects = page.zones.flatMap(({ lines }) => textObjectsOf(lines));
    return [...rules, ...objects.map((lines) => textObject(lines, page.contents, sheetHeight, use))].join('');
  };
}

/** The operator that begins a marked-content sequence of the structure, or an artifact (ISO 32000-1, 14.8.2.2). */
function beginContent(content: MarkedContentId, types: readonly StructureType[]): string {
  return content === 'artifact' ? '/Artifact<</Type/Pagination>>BDC\n' : `/${types[content]}<</MCID ${content}>>BDC\n`;
}

/**
 * Groups lines into text objects. A line continues the text object of the previous one if it has the same style and
 * begins with the marked content that the previous one ended with, so that the sequence is not interrupted.
 */
function textObjectsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const objects: Line[][] = [];
  let last: Line[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const continues =
      line.contents[0]?.contentId === previous?.contents.at(-1)?.contentId && line.style === previous?.style;
    if (continues) last.push(line);
    else objects.push((last = [line]));
    previous = line;
  }
  return objects;
}

function ruleOperators({ area, colour }: RuleLine, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColour(colour)}\n${box} re f\nEMC\n`;
}

/** The operators of a line (ISO 32000-1, 9.4), which do not depend on its position on a page. */
interface EncodedLine {
  readonly runs: readonly EncodedTextRun[];
  /** The codes that are shown, without repetitions. */
  readonly codes: readonly GlyphCode[];
}

/** Consecutive fragments of a line with the same look, in the same marked content. */
interface EncodedTextRun {
  /** The index in the line's `contents`. */
  readonly contentIndex: number;
  /** The start, from the left edge of the sheet, in thousandths of a point. */
  readonly x: number;
  /** The height above the baseline, in thousandths of a point. */
  readonly rise: number;
  readonly operators: string;
}

/** Encodes a line; `use` substitutes codes that the letter already uses with another text. */
function encodeLine({ fragments, contents }: Line, codesOf: CodesOf, use: UseCode): EncodedLine {
  const codes = new Set<GlyphCode>();
  const recordUse: UseCode = (requested) => {
    const code = use(requested);
    codes.add(code);
    return code;
  };
  const encodedRuns: EncodedTextRun[] = [];
  contents.forEach(({ first }, content) => {
    const end = contents[content + 1]?.first ?? fragments.length;
    for (let start = first; start < end;) {
      const run = fragments.slice(start, endOfRun(fragments, start, end));
      const { x = 0, rise = 0 } = fragments[start] ?? {};
      const operators = runOperators(run, codesOf, recordUse);
      encodedRuns.push({ contentIndex: content, x: thousandths(x), rise: thousandths(rise), operators });
      start += run.length;
    }
  });
  return { runs: encodedRuns, codes: [...codes] };
}

/** The index after the last fragment of the text run that begins at `start`. */
function endOfRun(fragments: readonly Fragment[], start: number, end: number): number {
  let next = start + 1;
  while (next < end && isSameLook(fragments[start], fragments[next])) next += 1;
  return next;
}

function isSameLook(a: Fragment | undefined, b: Fragment | undefined): boolean {
  return a?.rise === b?.rise && a?.face === b?.face && a?.size === b?.size && a?.colour === b?.colour;
}

/**
 * Returns the operators of fragments with the same look. Where the text position differs from that of a glyph (kerning,
 * justification), the TJ array contains the difference, in thousandths of the font size. In right-to-left text, every
 * glyph is shown by a TJ of its own: PDFium sorts text objects by position, but not the glyphs in one.
 */
function runOperators(run: readonly Fragment[], codesOf: CodesOf, use: UseCode): string {
  const [first] = run;
  if (first === undefined) return '';
  const { face, size, x: start } = first;
  const faceCodes = codesOf(face);
  /** Joined at the end, because copying a string built by concatenation (a rope) into every page is slow. */
  const operators = [fillColour(first.colour)];
  /** `pen` is the current text position, from the start, in thousandths of the font size. */
  let [font, rise, pen] = ['', 0, 0];
  /** The end of the open TJ array and its string; empty while none is open. */
  let closing = '';
  for (const fragment of run) {
    const isRightToLeft = fragment.direction === 'rtl';
    for (const placed of placeGlyphs(fragment, start)) {
      const shown = codeFor(placed, isRightToLeft, font, pen, faceCodes);
      const code = use(shown.code);
      const isSeparate = isRightToLeft || code.font !== font || shown.dy !== rise;
      if (isSeparate) {
        operators.push(closing);
        closing = '';
      }
      if (code.font !== font) operators.push(`\n/${code.font} ${pdfNumber(size)} Tf`);
      if (shown.dy !== rise) operators.push(`\n${pdfNumber((shown.dy * size) / 1000)} Ts`);
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
  return operators.join('');
}

/** The operator that sets the fill colour. */
function fillColour(colour: Colour): string {
  return `${colour.map(pdfNumber).join(' ')} rg`;
}

/** Converts points to whole thousandths, in which relative positions add up without rounding errors. */
function thousandths(points: number): number {
  return Math.round(points * 1000);
}

/** Formats a number (ISO 32000-1, 7.3.3), rounded to three decimals: a thousandth of a point is invisible. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
