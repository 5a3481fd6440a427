import type { Fonts } from '../fonts/fonts.ts';
import type { Face, Glyph } from '../model/page.ts';

/** A glyph with one meaning, as the text of a page names it. */
export interface GlyphCode {
  readonly code: number;
  readonly glyph: number;
  readonly text: string;
  /** The font's own advance, in thousandths of an em. */
  readonly advance: number;
  /** Four hexadecimal digits. */
  readonly hex: string;
}

/** The codes of the glyphs of a letter. */
export interface CodeBook {
  /** The name of a face among a page's resources. */
  readonly nameOf: (face: Face) => string;
  readonly codeOf: (face: Face, glyph: Glyph) => GlyphCode;
  /** Faces in order of first use, with their codes in ascending order, from 1. */
  readonly faces: () => readonly CodedFace[];
}

/** A face that a letter uses. */
export interface CodedFace {
  readonly face: Face;
  readonly name: string;
  readonly codes: readonly GlyphCode[];
}

interface Page {
  readonly name: string;
  readonly codes: GlyphCode[];
  readonly byGlyph: Map<number, Map<string, GlyphCode>>;
}

/** Opens an empty book. A glyph that stands for two texts gets two codes, so that each can be read back exactly. */
export function openCodeBook(fonts: Pick<Fonts, 'advanceOf'>): CodeBook {
  const pages = new Map<Face, Page>();

  function pageOf(face: Face): Page {
    const known = pages.get(face);
    if (known !== undefined) return known;
    const page: Page = { name: `F${pages.size + 1}`, codes: [], byGlyph: new Map() };
    pages.set(face, page);
    return page;
  }

  return {
    nameOf: (face) => pageOf(face).name,
    codeOf: (face, { id, text }) => {
      const { codes, byGlyph } = pageOf(face);
      const byText = byGlyph.get(id) ?? new Map<string, GlyphCode>();
      byGlyph.set(id, byText);
      const known = byText.get(text);
      if (known !== undefined) return known;
      const code = codes.length + 1;
      const hex = code.toString(16).padStart(4, '0');
      const added: GlyphCode = { code, glyph: id, text, advance: fonts.advanceOf(face, id), hex };
      codes.push(added);
      byText.set(text, added);
      return added;
    },
    faces: () => [...pages].map(([face, { name, codes }]) => ({ face, name, codes })),
  };
}
