import type { Fonts } from '../fonts/fonts.ts';
import type { Face, Glyph } from '../model/page.ts';
import { commonGlyphsOf } from './common-glyphs.ts';

/** A glyph with one meaning, as the text of a page names it. */
export interface GlyphCode {
  /** What letters may need is counted in a run: here it is the code itself, or the whole group of a common one. */
  readonly need: number;
  /** One letter cannot show two codes as they are that have the same number in the same font: these have the same slot. */
  readonly slot: number;
  readonly face: Face;
  /** Its group among the common glyphs, which have a font of their own; undefined: it is in the face's other font. */
  readonly group: number | undefined;
  /** The name of its font among a page's resources. */
  readonly font: string;
  /** Two bytes. */
  readonly code: number;
  readonly glyph: number;
  readonly text: string;
  /** The font's own advance, in thousandths of an em. */
  readonly advance: number;
  /** The two bytes, as they are spelt in a string. */
  readonly shown: string;
}

/** What codes ask of fonts. */
export type CodedFonts = Pick<Fonts, 'shape' | 'advanceOf' | 'describe'>;

/** Gives glyphs their codes, which depend on nothing but the glyph, its meaning and the font. */
export type CodeOf = (face: Face, glyph: Pick<Glyph, 'id' | 'text'>) => GlyphCode;

/**
 * Opens the codes of a run. A glyph's code is its number in the font; a common one that stands for a second text has a code
 * behind all numbers, so that each can be read back exactly.
 */
export function openCodes(fonts: CodedFonts): CodeOf {
  const faces = new Map<Face, Map<number, Map<string, GlyphCode>>>();
  let needs = 0;

  function open(face: Face): Map<number, Map<string, GlyphCode>> {
    const known = faces.get(face);
    if (known !== undefined) return known;
    const codes = new Map<number, Map<string, GlyphCode>>();
    faces.set(face, codes);
    const { glyphCount } = fonts.describe(face);
    const groups = new Map<number, number>();
    commonGlyphsOf(face, fonts).forEach(({ glyph, text, group }, place) => {
      const need = groups.get(group) ?? (needs += 1);
      groups.set(group, need);
      const meanings = codes.get(glyph) ?? new Map<string, GlyphCode>();
      codes.set(glyph, meanings);
      const code = meanings.size === 0 ? glyph : glyphCount + place;
      const advance = fonts.advanceOf(face, glyph);
      const shown = shownCode(code);
      meanings.set(text, { need, slot: need, face, group, font: `${face}.common`, code, glyph, text, advance, shown });
    });
    return codes;
  }

  return (face, { id, text }) => {
    const codes = open(face);
    let meanings = codes.get(id);
    if (meanings === undefined) codes.set(id, (meanings = new Map()));
    const known = meanings.get(text);
    if (known !== undefined) return known;
    const need = (needs += 1);
    const rival = [...meanings.values()].find(({ group }) => group === undefined);
    const added: GlyphCode = {
      need,
      slot: rival?.slot ?? need,
      face,
      group: undefined,
      font: face,
      code: id,
      glyph: id,
      text,
      advance: fonts.advanceOf(face, id),
      shown: shownCode(id),
    };
    meanings.set(text, added);
    return added;
  };
}

/** Two bytes in a string object; some have to be marked (ISO 32000-1, 7.3.4.2). */
export function shownCode(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff)
    .replaceAll(/[()\\]/g, '\\$&')
    .replaceAll('\r', '\\r');
}
