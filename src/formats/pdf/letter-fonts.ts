import type { Face } from '../../model/page.ts';
import { recoded, type CodedFonts, type GlyphCode } from './pdf-codes.ts';

/** A font of a letter: the common glyphs of a face, or the others. */
export interface LetterFont {
  readonly face: Face;
  /** Its name among a page's resources. */
  readonly name: string;
  /** The groups of common glyphs that it holds, each whole, in ascending order. */
  readonly groups: readonly number[];
  /** The codes in use that are not common, in ascending order: a font has these or groups. */
  readonly codes: readonly GlyphCode[];
}

/** The fonts that a letter turns out to need. */
export interface LetterFonts {
  /** Notes that a code is used, and gives the one to show: another, if the letter already has it with another meaning. */
  readonly use: (code: GlyphCode) => GlyphCode;
  /** In order of their names. */
  readonly list: () => readonly LetterFont[];
}

/** The codes of a font that a letter uses. */
interface UsedCodes {
  readonly face: Face;
  readonly byCode: Map<number, GlyphCode>;
  /** What is shown in the place of codes that the letter has with another meaning. */
  readonly replaced: Map<GlyphCode, GlyphCode>;
}

/** Starts a letter with no font at all. */
export function openLetterFonts(fonts: Pick<CodedFonts, 'describe'>): LetterFonts {
  const used = new Set<GlyphCode>();
  const fontsInUse = new Map<string, UsedCodes>();

  function inFont({ font, face }: GlyphCode): UsedCodes {
    const known = fontsInUse.get(font) ?? { face, byCode: new Map(), replaced: new Map() };
    fontsInUse.set(font, known);
    return known;
  }

  return {
    use: (code) => {
      if (used.has(code)) return code;
      const { byCode, replaced } = inFont(code);
      if (!byCode.has(code.code)) {
        byCode.set(code.code, code);
        used.add(code);
        return code;
      }
      // Rare: one glyph seldom has two meanings in a letter. The codes behind the numbers of all glyphs are free.
      const known = replaced.get(code) ?? recoded(code, fonts.describe(code.face).glyphCount + replaced.size);
      replaced.set(code, known);
      return known;
    },
    list: () => {
      const sorted = [...fontsInUse].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([name, { face, byCode, replaced }]) => {
        const codes = [...byCode.values(), ...replaced.values()].toSorted((a, b) => a.code - b.code);
        const groups = new Set(codes.flatMap(({ group }) => group ?? []));
        return groups.size > 0
          ? { face, name, groups: [...groups].toSorted((a, b) => a - b), codes: [] }
          : { face, name, groups: [], codes };
      });
    },
  };
}
