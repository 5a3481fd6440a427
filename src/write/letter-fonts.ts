import type { Face } from '../model/page.ts';
import type { CodedFonts, GlyphCode } from './pdf-codes.ts';

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

/** Starts with no font at all; one letter after the other. */
export type OpenLetterFonts = () => LetterFonts;

/** The last letter that had something of a run, by the numbers of what codes need, and of the slots that they take. */
interface LastLetter {
  readonly toNeed: number[];
  readonly toTake: number[];
}

/** Opens the fonts of the letters of a run. A letter names some hundred codes a thousand times. */
export function openLettersFonts(fonts: Pick<CodedFonts, 'describe'>): OpenLetterFonts {
  let letter = 0;
  const last: LastLetter = { toNeed: [], toTake: [] };
  return () => {
    letter += 1;
    return openLetterFonts(fonts, letter, last);
  };
}

function openLetterFonts(fonts: Pick<CodedFonts, 'describe'>, letter: number, last: LastLetter): LetterFonts {
  /** A code for each need. */
  const used: GlyphCode[] = [];
  const second = new Map<GlyphCode, GlyphCode>();

  /** The first free code behind the numbers of all glyphs: rare, as one glyph seldom has two meanings in a letter. */
  function secondCode(code: GlyphCode): GlyphCode {
    const others = [...second.values()].filter(({ font }) => font === code.font);
    const free = fonts.describe(code.face).glyphCount + others.length;
    const other: GlyphCode = { ...code, code: free };
    second.set(code, other);
    return other;
  }

  return {
    use: (code) => {
      const { need, slot } = code;
      if (last.toNeed[need] === letter) return code;
      if (last.toTake[slot] === letter) return second.get(code) ?? secondCode(code);
      last.toNeed[need] = letter;
      last.toTake[slot] = letter;
      used.push(code);
      return code;
    },
    list: () => {
      const list = new Map<string, LetterFont & { readonly groups: number[]; readonly codes: GlyphCode[] }>();
      for (const code of [...used, ...second.values()]) {
        const { face, font: name, group } = code;
        const font = list.get(name) ?? { face, name, groups: [], codes: [] };
        list.set(name, font);
        if (group === undefined) font.codes.push(code);
        else font.groups.push(group);
      }
      for (const { groups, codes } of list.values()) {
        groups.sort((a, b) => a - b);
        codes.sort((a, b) => a.code - b.code);
      }
      return [...list.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}
