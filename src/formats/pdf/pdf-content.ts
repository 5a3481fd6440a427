import type { MarkedContentId, Colour, Fragment, Line, Page, StructureType, RuleLine } from '../../model/page.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';

/**
 * The content stream of a page on a sheet so tall, in points, one byte a character (ISO 32000-1, 9.4): everything is
 * marked content of the structure, or an artifact.
 */
export type ContentOf = (page: Page, sheetHeight: number, use: UseCode) => string;

/** Gives the code that a letter shows in the place of another. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/** Opens the drawing of a run. Lines that letters share are encoded once: those whose fragments are the same value. */
export function openContents(codesOf: CodesOf): ContentOf {
  const known = new WeakMap<Line['fragments'], EncodedLine>();

  function encoded(line: Line, use: UseCode): EncodedLine {
    let own = known.get(line.fragments);
    if (own === undefined) {
      own = encodeLine(line, codesOf, (code) => code);
      known.set(line.fragments, own);
    }
    // A letter that has one of the codes with another meaning already shows another in its place.
    const replaced = own.codes.filter((code) => use(code) !== code);
    return replaced.length === 0 ? own : encodeLine(line, codesOf, use);
  }

  /** A text object: every stretch is placed relative to the one before it. */
  function textObject(
    lines: readonly Line[],
    roles: readonly StructureType[],
    sheetHeight: number,
    use: UseCode,
  ): string {
    let operators = 'BT\n';
    let before: MarkedContentId | undefined;
    let [x, y] = [0, 0];
    for (const line of lines) {
      for (const stretch of encoded(line, use).runs) {
        const content = line.contents[stretch.content]?.content ?? 'artifact';
        const [toX, toY] = [stretch.x, thousandths(sheetHeight - line.baseline) + stretch.rise];
        operators += `${pdfNumber((toX - x) / 1000)} ${pdfNumber((toY - y) / 1000)} Td\n`;
        if (content !== before) operators += `${before === undefined ? '' : 'EMC\n'}${opening(content, roles)}`;
        operators += `${stretch.operators}\n`;
        [x, y, before] = [toX, toY, content];
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

/** The operators that begin a piece of marked content, or an artifact (ISO 32000-1, 14.8.2.2). */
function opening(content: MarkedContentId, roles: readonly StructureType[]): string {
  return content === 'artifact' ? '/Artifact<</Type/Pagination>>BDC\n' : `/${roles[content]}<</MCID ${content}>>BDC\n`;
}

/** Lines of one text object: each begins with what the one before it ended with, and has the same style. */
function textObjectsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const objects: Line[][] = [];
  let last: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (line.fragments.length === 0) continue;
    const goesOn = line.contents[0]?.content === before?.contents.at(-1)?.content && line.style === before?.style;
    if (goesOn) last.push(line);
    else objects.push((last = [line]));
    before = line;
  }
  return objects;
}

function ruleOperators({ area, colour }: RuleLine, sheetHeight: number): string {
  const { x, y, width, height } = area;
  const box = [x, sheetHeight - y - height, width, height].map(pdfNumber).join(' ');
  return `/Artifact <</Type/Layout>> BDC\n${fillColour(colour)}\n${box} re f\nEMC\n`;
}

/** A line as operators (ISO 32000-1, 9.4) that hold wherever it stands on a page. */
interface EncodedLine {
  readonly runs: readonly EncodedTextRun[];
  /** The codes that are shown, each once. */
  readonly codes: readonly GlyphCode[];
}

/** Fragments of a line that follow each other in one look and one piece of marked content. */
interface EncodedTextRun {
  /** The index of its piece among the line's contents. */
  readonly content: number;
  /** Where it begins: from the left edge of the sheet, and above the baseline, in thousandths of a point. */
  readonly x: number;
  readonly rise: number;
  readonly operators: string;
}

/** Encodes a line with the codes of its faces, each replaced by what the letter shows in its place. */
function encodeLine({ fragments, contents }: Line, codesOf: CodesOf, use: UseCode): EncodedLine {
  const codes = new Set<GlyphCode>();
  const noted: UseCode = (wanted) => {
    const code = use(wanted);
    codes.add(code);
    return code;
  };
  const stretches: EncodedTextRun[] = [];
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
  return { runs: stretches, codes: [...codes] };
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
function fillColour(colour: Colour): string {
  return `${colour.map(pdfNumber).join(' ')} rg`;
}

/** Points as whole thousandths, whose sums are exact. */
function thousandths(points: number): number {
  return Math.round(points * 1000);
}

/** A number as PDF spells it (ISO 32000-1, 7.3.3); thousandths of a point are far below what can be seen. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
