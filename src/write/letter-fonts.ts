import type { Face } from '../model/page.ts';
import type { CodedFonts, GlyphCode } from './pdf-codes.ts';
import { shownCode } from './pdf-codes.ts';

/** A font of a letter: the common glyphs of a face, or the others. */
export interface LetterFont {
  readonly face: Face;
  /** Its name among a page's resources. */
  readonly name: string;
  /** Groups of common glyphs, in ascending order: such a font holds all of each. Undefined: it holds what is used. */
  readonly groups: readonly number[] | undefined;
  /** The codes in use that are not common, in ascending order. */
  readonly codes: readonly GlyphCode[];
}

/** The fonts that a letter turns out to need. */
export interface LetterFonts {
  /** Notes that a code is used, and gives the one to show: another, if the letter already has it with another meaning. */
  readonly use: (code: GlyphCode) => GlyphCode;
  /** In order of their names. */
  readonly list: () => readonly LetterFont[];
}

/** Starts with no font at all; one letter after the other. */
export type OpenLetterFonts = () => LetterFonts;

/** What a letter uses of a font. */
interface Used {
  readonly face: Face;
  readonly groups: Set<number>;
  readonly codes: Map<number, GlyphCode>;
}

/** Opens the fonts of the letters of a run. */
export function openLettersFonts(fonts: Pick<CodedFonts, 'describe'>): OpenLetterFonts {
  let letter = 0;
  /** By the code's index: the last letter that used it as it is. A letter names some hundred codes a thousand times. */
  const lastUse: number[] = [];
  return () => {
    letter += 1;
    return openLetterFonts(fonts, letter, lastUse);
  };
}

function openLetterFonts(fonts: Pick<CodedFonts, 'describe'>, letter: number, lastUse: number[]): LetterFonts {
  const used = new Map<string, Used>();
  const second = new Map<GlyphCode, GlyphCode>();

  function fontOf({ font, face }: GlyphCode): Used {
    const known = used.get(font);
    if (known !== undefined) return known;
    const added: Used = { face, groups: new Set(), codes: new Map() };
    used.set(font, added);
    return added;
  }

  /** The first free code behind the numbers of all glyphs: rare, as one glyph seldom has two meanings in a letter. */
  function secondCode(code: GlyphCode, codes: Map<number, GlyphCode>): GlyphCode {
    let free = fonts.describe(code.face).glyphCount;
    while (codes.has(free)) free += 1;
    const other: GlyphCode = { ...code, code: free, shown: shownCode(free) };
    codes.set(free, other);
    second.set(code, other);
    return other;
  }

  return {
    use: (code) => {
      if (lastUse[code.index] === letter) return code;
      const { groups, codes } = fontOf(code);
      // Common glyphs have codes of their own for each meaning.
      if (code.group !== undefined) groups.add(code.group);
      else if (codes.has(code.code)) return second.get(code) ?? secondCode(code, codes);
      else codes.set(code.code, code);
      lastUse[code.index] = letter;
      return code;
    },
    list: () =>
      [...used]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { face, groups, codes }]) => ({
          face,
          name,
          groups: groups.size === 0 ? undefined : [...groups].toSorted((a, b) => a - b),
          codes: [...codes.values()].toSorted((a, b) => a.code - b.code),
        })),
  };
}
