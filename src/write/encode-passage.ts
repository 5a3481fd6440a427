import type { Belonging, Colour, Fragment, Line, Role } from '../model/page.ts';
import type { CodesOf, GlyphCode } from './pdf-codes.ts';
import { pdfNumber } from './pdf-number.ts';

/** Lines of one paragraph, mostly: what stands in them belongs to no line before or after. */
export type Passage = readonly Line[];

/** A passage as operators (ISO 32000-1, 9.4), wherever it stands. */
export interface EncodedPassage {
  /** Where its first stretch begins: from the left edge of the sheet, and above the first baseline, in points. */
  readonly x: number;
  readonly rise: number;
  /** The operators after those that name this place and the first content. */
  readonly operators: string;
  /** The codes that it names: for each need, one. */
  readonly codes: readonly GlyphCode[];
}

/** Says which code stands for a code in this letter. */
export type UseCode = (code: GlyphCode) => GlyphCode;

/** Encodes a passage of a page with such contents. */
export type EncodePassage = (passage: Passage, roles: readonly Role[], use: UseCode) => EncodedPassage;

/** Opens the encoding of a run. */
export function openEncoding(codesOf: CodesOf): EncodePassage {
  /** The last passage that had something, by the numbers of what codes need. */
  const lastToNeed: number[] = [];
  let count = 0;
  const roomFor = openRoom();

  return (passage, roles, use) => {
    count += 1;
    const codes: GlyphCode[] = [];
    const note: UseCode = (known) => {
      const code = use(known);
      if (lastToNeed[code.need] !== count) {
        lastToNeed[code.need] = count;
        codes.push(code);
      }
      return code;
    };
    const operators = passageOperators(passage, roles, (stretch) =>
      stretchOperators(stretch, codesOf, note, roomFor(stretch)),
    );
    const { x = 0, rise = 0 } = passage[0]?.fragments[0] ?? {};
    return { x, rise, operators, codes };
  };
}

/** Draws fragments in stretches of one look and one meaning. Places are told as steps from the stretch before. */
function passageOperators(
  passage: Passage,
  roles: readonly Role[],
  operatorsOf: (stretch: readonly Fragment[]) => string,
): string {
  const top = passage[0]?.baseline ?? 0;
  let operators = '';
  let before: Belonging | undefined;
  let [x, y] = [0, 0];
  for (const { baseline, fragments, contents } of passage) {
    for (const [index, { first, content }] of contents.entries()) {
      const end = contents[index + 1]?.first ?? fragments.length;
      for (let start = first; start < end;) {
        const stretch = fragments.slice(start, endOfLook(fragments, start, end));
        const { x: left = 0, rise = 0 } = fragments[start] ?? {};
        const [toX, toY] = [thousandths(left), thousandths(rise) - thousandths(baseline - top)];
        if (before !== undefined) {
          operators += `${pdfNumber((toX - x) / 1000)} ${pdfNumber((toY - y) / 1000)} Td\n`;
          if (content !== before) operators += `EMC\n${opening(content, roles)}`;
        }
        operators += `${operatorsOf(stretch)}\n`;
        [x, y, before] = [toX, toY, content];
        start += stretch.length;
      }
    }
  }
  return `${operators}EMC\nET\n`;
}

function endOfLook(fragments: readonly Fragment[], start: number, end: number): number {
  let next = start + 1;
  while (next < end && isSameLook(fragments[start], fragments[next])) next += 1;
  return next;
}

function isSameLook(a: Fragment | undefined, b: Fragment | undefined): boolean {
  return a?.rise === b?.rise && a?.face === b?.face && a?.size === b?.size && a?.colour === b?.colour;
}

/** What ends an operator that shows codes, where a step of the pen or a string of codes was the last. */
const AFTER_STEP = '] TJ';
const IN_STRING = ')] TJ';

/**
 * Draws fragments of one look. Glyphs are told where to stand; where the pen is elsewhere, after kerning or a wider
 * space, the difference goes between them.
 */
function stretchOperators(stretch: readonly Fragment[], codesOf: CodesOf, use: UseCode, room: Buffer): string {
  const [head] = stretch;
  if (head === undefined) return '';
  const { face, size, x: start } = head;
  const codeOf = codesOf(face);
  let at = put(fillColour(head.colour), room, 0);
  let [font, rise, pen] = ['', 0, 0];
  /** What ends the operator; none is begun where that is nothing. */
  let ending = '';
  for (const { direction, x, width, glyphs } of stretch) {
    const isLeftward = direction === 'rtl';
    let place = ((x - start + (isLeftward ? width : 0)) * 1000) / size;
    for (const glyph of glyphs) {
      if (isLeftward) place -= glyph.advance;
      const code = use(codeOf(glyph));
      if (code.font !== font || glyph.dy !== rise) {
        at = put(ending, room, at);
        ending = '';
        if (code.font !== font) at = put(`\n/${code.font} ${pdfNumber(size)} Tf`, room, at);
        if (glyph.dy !== rise) at = put(`\n${pdfNumber((glyph.dy * size) / 1000)} Ts`, room, at);
        font = code.font;
        rise = glyph.dy;
      }
      if (ending === '') {
        at = put('\n[', room, at);
        ending = AFTER_STEP;
      }
      const step = Math.round(pen - place - glyph.dx);
      if (step !== 0) {
        at = put(ending === IN_STRING ? `)${step}` : String(step), room, at);
        ending = AFTER_STEP;
      }
      if (ending === AFTER_STEP) {
        at = put('(', room, at);
        ending = IN_STRING;
      }
      at = putShown(code.code >> 8, room, at);
      at = putShown(code.code & 0xff, room, at);
      pen += code.advance - step;
      if (!isLeftward) place += glyph.advance;
    }
  }
  at = put(rise === 0 ? ending : `${ending}\n0 Ts`, room, at);
  return room.toString('latin1', 0, at);
}

/** In bytes: more than a glyph needs with all the operators before it, and more than stands around all of them. */
const ENOUGH = 256;

/** Opens a place where stretches are put together, one after the other; it grows as it has to. */
function openRoom(): (stretch: readonly Fragment[]) => Buffer {
  let room = Buffer.alloc(16 * 1024);
  return (stretch) => {
    let needed = ENOUGH;
    for (const { glyphs } of stretch) needed += glyphs.length * ENOUGH;
    if (needed > room.length) room = Buffer.alloc(needed);
    return room;
  };
}

/** Puts text into a room, and gives the place behind it. */
function put(text: string, room: Buffer, at: number): number {
  for (let place = 0; place < text.length; place += 1) room[at + place] = text.charCodeAt(place);
  return at + text.length;
}

const [OPENING, CLOSING, BACKSLASH, RETURN] = [0x28, 0x29, 0x5c, 0x0d];

/** Puts a byte into a string object, where some have to be marked (ISO 32000-1, 7.3.4.2). */
function putShown(byte: number, room: Buffer, at: number): number {
  if (byte === RETURN) return put('\\r', room, at);
  if (byte !== OPENING && byte !== CLOSING && byte !== BACKSLASH) {
    room[at] = byte;
    return at + 1;
  }
  room[at] = BACKSLASH;
  room[at + 1] = byte;
  return at + 2;
}

/** The operators that begin a piece of tagged content, or an artifact. */
export function opening(content: Belonging, roles: readonly Role[]): string {
  return content === 'artifact' ? '/Artifact<</Type/Pagination>>BDC\n' : `/${roles[content]}<</MCID ${content}>>BDC\n`;
}

/** A stylesheet has few colours. */
const fillColours = new WeakMap<Colour, string>();

/** The operator that sets the colour of what is drawn next. */
export function fillColour(colour: Colour): string {
  const known = fillColours.get(colour);
  if (known !== undefined) return known;
  const operator = `${colour.map(pdfNumber).join(' ')} rg`;
  fillColours.set(colour, operator);
  return operator;
}

/** Points as places are compared. */
export function thousandths(points: number): number {
  return Math.round(points * 1000);
}
