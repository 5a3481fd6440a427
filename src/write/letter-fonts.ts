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
  /** The codes in use, in ascending order. */
  readonly codes: readonly GlyphCode[];
}

/** The fonts that a letter turns out to need. */
export interface LetterFonts {
  /** Notes that a code is used, and gives the one to show: another, if the letter already has it with another meaning. */
  readonly use: (code: GlyphCode) => GlyphCode;
  /** In order of their names. */
  readonly list: () => readonly LetterFont[];
}

/** Starts with no font at all. */
export function openLetterFonts(fonts: Pick<CodedFonts, 'describe'>): LetterFonts {
  const used = new Map<string, Map<number, GlyphCode>>();
  const second = new Map<GlyphCode, GlyphCode>();
  const asTheyAre = new Set<GlyphCode>();

  function codesOf(name: string): Map<number, GlyphCode> {
    const known = used.get(name);
    if (known !== undefined) return known;
    const codes = new Map<number, GlyphCode>();
    used.set(name, codes);
    return codes;
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
      if (asTheyAre.has(code)) return code;
      const codes = codesOf(code.font);
      const holder = codes.get(code.code);
      if (holder !== undefined) return second.get(code) ?? secondCode(code, codes);
      codes.set(code.code, code);
      asTheyAre.add(code);
      return code;
    },
    list: () =>
      [...used]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, codes]) => {
          const sorted = [...codes.values()].toSorted((a, b) => a.code - b.code);
          return { face: faceOf(sorted), name, groups: groupsOf(sorted), codes: sorted };
        }),
  };
}

function faceOf([first]: readonly GlyphCode[]): Face {
  if (first === undefined) throw new Error('a font without codes');
  return first.face;
}

function groupsOf(codes: readonly GlyphCode[]): readonly number[] | undefined {
  const groups = [...new Set(codes.flatMap(({ group }) => group ?? []))];
  return groups.length === 0 ? undefined : groups.toSorted((a, b) => a - b);
}
