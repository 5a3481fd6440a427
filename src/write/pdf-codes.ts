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
}

/** What codes ask of fonts. */
export type CodedFonts = Pick<Fonts, 'shape' | 'advanceOf' | 'describe'>;

/** Gives the glyphs of a face their codes, which depend on nothing but the glyph, its meaning and the font. */
export type FaceCodes = (glyph: Pick<Glyph, 'id' | 'text'>) => GlyphCode;

/** The codes of each face. */
export type CodesOf = (face: Face) => FaceCodes;

/**
 * Opens the codes of a run. A glyph's code is its number in the font; a common one that stands for a second text has a code
 * behind all numbers, so that each can be read back exactly.
 */
export function openCodes(fonts: CodedFonts): CodesOf {
  const faces = new Map<Face, FaceCodes>();
  let needs = 0;
  const count = (): number => (needs += 1);
  return (face) => {
    const known = faces.get(face);
    if (known !== undefined) return known;
    const added = openFace(face, fonts, count);
    faces.set(face, added);
    return added;
  };
}

function openFace(face: Face, fonts: CodedFonts, count: () => number): FaceCodes {
  /** By glyphs: mostly one, as few have several meanings. */
  const codes = new Map<number, GlyphCode[]>();

  function add(code: GlyphCode): GlyphCode {
    const others = codes.get(code.glyph);
    if (others === undefined) codes.set(code.glyph, [code]);
    else others.push(code);
    return code;
  }

  const { glyphCount } = fonts.describe(face);
  const groups = new Map<number, number>();
  commonGlyphsOf(face, fonts).forEach(({ glyph, text, group }, place) => {
    const need = groups.get(group) ?? count();
    groups.set(group, need);
    const code = codes.has(glyph) ? glyphCount + place : glyph;
    const advance = fonts.advanceOf(face, glyph);
    add({ need, slot: need, face, group, font: `${face}.common`, code, glyph, text, advance });
  });

  return ({ id, text }) => {
    const meanings = codes.get(id) ?? [];
    // Mostly there is one, and no help is needed to find it.
    if (meanings[0]?.text === text) return meanings[0];
    const known = meanings.find((meaning) => meaning.text === text);
    if (known !== undefined) return known;
    const need = count();
    const slot = meanings.find(({ group }) => group === undefined)?.slot ?? need;
    const advance = fonts.advanceOf(face, id);
    return add({ need, slot, face, group: undefined, font: face, code: id, glyph: id, text, advance });
  };
}
