import type { Face } from '../../model/page.ts';
import { withCode, type CodedFonts, type GlyphCode } from './pdf-codes.ts';

/** A font of a letter. A face has up to two: one for common glyphs, one for all others. */
export interface LetterFont {
  readonly face: Face;
  /** Its name in the resources of pages. */
  readonly name: string;
  /** The groups of common glyphs that it contains, each completely, in ascending order; empty if `codes` is not. */
  readonly groups: readonly number[];
  /** The codes in use that are not of common glyphs, in ascending order; empty if `groups` is not. */
  readonly codes: readonly GlyphCode[];
}

/** Collects the fonts that a letter needs. */
export interface LetterFonts {
  /**
   * Records that a code is used, and returns the code to show: another one if the letter already uses this code with
   * another text.
   */
  readonly use: (code: GlyphCode) => GlyphCode;
  /** Returns the fonts, sorted by name. */
  readonly list: () => readonly LetterFont[];
}

/** The codes of one font that a letter uses. */
interface UsedCodes {
  readonly face: Face;
  readonly byCode: Map<number, GlyphCode>;
  /** The substitutes of codes that the letter already uses with another text. */
  readonly substitutes: Map<GlyphCode, GlyphCode>;
}

/** Creates the empty collection for one letter. */
export function openLetterFonts(fonts: Pick<CodedFonts, 'describe'>): LetterFonts {
  const used = new Set<GlyphCode>();
  const fontsInUse = new Map<string, UsedCodes>();

  function codesIn({ font, face }: GlyphCode): UsedCodes {
    const usedCodes = fontsInUse.get(font) ?? { face, byCode: new Map(), substitutes: new Map() };
    fontsInUse.set(font, usedCodes);
    return usedCodes;
  }

  return {
    use: (code) => {
      if (used.has(code)) return code;
      const { byCode, substitutes } = codesIn(code);
      if (!byCode.has(code.code)) {
        byCode.set(code.code, code);
        used.add(code);
        return code;
      }
      // Rare, as a glyph seldom has two texts in a letter. Codes after all glyph IDs are free.
      const substitute =
        substitutes.get(code) ?? withCode(code, fonts.describe(code.face).glyphCount + substitutes.size);
      substitutes.set(code, substitute);
      return substitute;
    },
    list: () => {
      const sorted = [...fontsInUse].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([name, { face, byCode, substitutes }]) => {
        const codes = [...byCode.values(), ...substitutes.values()].toSorted((a, b) => a.code - b.code);
        const groups = new Set(codes.flatMap(({ group }) => group ?? []));
        return groups.size > 0
          ? { face, name, groups: [...groups].toSorted((a, b) => a - b), codes: [] }
          : { face, name, groups: [], codes };
      });
    },
  };
}
