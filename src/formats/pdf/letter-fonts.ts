import type { Face } from '../../model/page.ts';
import { substituteFor, type FontsForCodes, type GlyphCode } from './pdf-codes.ts';

/**
 * A font of a letter. A face has up to four: for common glyphs (which almost every letter uses), for other glyphs, for
 * combining marks, and for moved letters.
 */
export interface LetterFont {
  readonly face: Face;
  /** Its name in the resources of a page. */
  readonly name: string;
  /**
   * The indices of the groups of common glyphs that the font contains completely, in ascending order. They are empty
   * unless the font is that of common glyphs.
   */
  readonly groups: readonly number[];
  /** The codes that the letter uses in the font, in ascending order; empty if the font is that of common glyphs. */
  readonly codes: readonly GlyphCode[];
}

/** Collects the fonts that a letter needs. */
export interface LetterFonts {
  /**
   * Records that the letter uses a code, and returns the code to show. It is a substitute if the letter already uses
   * the same code for another text or another composite glyph.
   */
  readonly use: (code: GlyphCode) => GlyphCode;
  /** Returns the fonts, sorted by name. */
  readonly list: () => readonly LetterFont[];
}

/** The codes of one font that a letter uses. */
interface UsedCodes {
  readonly face: Face;
  /** The codes that have no substitute, by the two-byte code. */
  readonly byCode: Map<number, GlyphCode>;
  /** The substitutes, by the code that each replaces. */
  readonly substitutes: Map<GlyphCode, GlyphCode>;
}

/** Creates an empty collection for one letter. */
export function createLetterFonts(fonts: Pick<FontsForCodes, 'describe'>): LetterFonts {
  /** The recorded codes of all fonts that have no substitute. */
  const recordedCodes = new Set<GlyphCode>();
  const fontsInUse = new Map<string, UsedCodes>();

  function usedCodesOfFont({ font, face }: GlyphCode): UsedCodes {
    const usedCodes = fontsInUse.get(font) ?? { face, byCode: new Map(), substitutes: new Map() };
    fontsInUse.set(font, usedCodes);
    return usedCodes;
  }

  return {
    use: (code) => {
      if (recordedCodes.has(code)) return code;
      const { byCode, substitutes } = usedCodesOfFont(code);
      if (!byCode.has(code.code)) {
        byCode.set(code.code, code);
        recordedCodes.add(code);
        return code;
      }
      // A substitute is rare, because a glyph seldom has two texts in a letter. Codes after all glyph IDs are free,
      // except in the font of common glyphs, where no two codes are equal.
      const substitute =
        substitutes.get(code) ?? substituteFor(code, substitutes.size, fonts.describe(code.face).glyphCount);
      substitutes.set(code, substitute);
      if (substitute.font !== code.font) usedCodesOfFont(substitute).byCode.set(substitute.code, substitute);
      return substitute;
    },
    list: () => {
      const sorted = [...fontsInUse].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([name, { face, byCode, substitutes }]) => {
        const ownSubstitutes = [...substitutes.values()].filter(({ font }) => font === name);
        const codes = [...byCode.values(), ...ownSubstitutes].toSorted((a, b) => a.code - b.code);
        const groups = new Set(codes.flatMap(({ group }) => group ?? []));
        return groups.size > 0
          ? { face, name, groups: [...groups].toSorted((a, b) => a - b), codes: [] }
          : { face, name, groups: [], codes };
      });
    },
  };
}
