import type { Colour, Fragment, Line } from '../model/page.ts';
import type { CodeOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Neighbours in a line that one movement of the pen draws. */
export interface Stretch {
  /** Which of the line's contents it belongs to. */
  readonly content: number;
  /** Where the pen begins: from the left edge of the sheet, and above the line's baseline, in points. */
  readonly x: number;
  readonly rise: number;
  /** What it then does (ISO 32000-1, 9.4). */
  readonly operators: string;
}

/** A line as operators, wherever it stands. */
export interface EncodedLine {
  readonly stretches: readonly Stretch[];
  /** The codes it names, each once. */
  readonly codes: readonly GlyphCode[];
}

/** Says which code stands for a code in this letter. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/** Encodes a line: its fragments in stretches of one look and one meaning. */
export function encodeLine({ fragments, contents }: Line, codeOf: CodeOf, use: UseCode): EncodedLine {
  const codes = new Set<GlyphCode>();
  const coded: CodeOf = (face, glyph) => {
    const code = use(codeOf(face, glyph));
    codes.add(code);
    return code;
  };
  const stretches: Stretch[] = [];
  contents.forEach(({ first }, content) => {
    const end = contents[content + 1]?.first ?? fragments.length;
    for (let start = first; start < end;) {
      let next = start + 1;
      while (next < end && isSameLook(fragments[start], fragments[next])) next += 1;
      const { x = 0, rise = 0 } = fragments[start] ?? {};
      stretches.push({ content, x, rise, operators: operatorsOf(fragments.slice(start, next), coded) });
      start = next;
    }
  });
  return { stretches, codes: [...codes] };
}

function isSameLook(a: Fragment | undefined, b: Fragment | undefined): boolean {
  return a?.rise === b?.rise && a?.face === b?.face && a?.size === b?.size && a?.colour === b?.colour;
}

/** Where the codes of a line are put beside each other, on their way into a string: more than a line has. */
const ROOM = Buffer.alloc(4096);

/**
 * Draws fragments of one look. Glyphs are told where to stand; where the pen is elsewhere, after kerning or a wider
 * space, the difference goes between them.
 */
function operatorsOf(stretch: readonly Fragment[], codeOf: CodeOf): string {
  const [head] = stretch;
  if (head === undefined) return '';
  const { face, size, x: start } = head;
  let operators = fillColour(head.colour);
  let font = '';
  let shown = '';
  let pen = 0;
  let at = 0;
  let rise = 0;

  function endCodes(): void {
    if (at > 0) shown += `(${ROOM.toString('latin1', 0, at)})`;
    at = 0;
  }

  function show(): void {
    endCodes();
    if (shown !== '') operators += `\n[${shown}] TJ`;
    shown = '';
  }

  for (const { direction, x, width, glyphs } of stretch) {
    const isLeftward = direction === 'rtl';
    let place = ((x - start + (isLeftward ? width : 0)) * 1000) / size;
    for (const glyph of glyphs) {
      if (isLeftward) place -= glyph.advance;
      const code = codeOf(face, glyph);
      if (code.font !== font) {
        show();
        font = code.font;
        operators += `\n/${font} ${pdfNumber(size)} Tf`;
      }
      if (glyph.dy !== rise) {
        show();
        rise = glyph.dy;
        operators += `\n${pdfNumber((rise * size) / 1000)} Ts`;
      }
      const step = Math.round(pen - place - glyph.dx);
      if (step !== 0) {
        endCodes();
        shown += String(step);
      }
      if (at + code.shown.length > ROOM.length) endCodes();
      for (let unit = 0; unit < code.shown.length; unit += 1) ROOM[at + unit] = code.shown.charCodeAt(unit);
      at += code.shown.length;
      pen += code.advance - step;
      if (!isLeftward) place += glyph.advance;
    }
  }
  show();
  return rise === 0 ? operators : `${operators}\n0 Ts`;
}

/** The operator that sets the colour of what is drawn next. */
export function fillColour(colour: Colour): string {
  return `${colour.map(pdfNumber).join(' ')} rg`;
}
