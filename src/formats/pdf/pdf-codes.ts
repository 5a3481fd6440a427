import type { Fonts } from '../../fonts/fonts.ts';
import type { Face, Glyph } from '../../model/page.ts';

/** A glyph with one meaning, as the content of a page names it. */
export interface GlyphCode {
  readonly face: Face;
  /** Its group among the common glyphs, which have a font of their own; undefined: it is in the face's other font. */
  readonly group: number | undefined;
  /** The name of its font among a page's resources. */
  readonly font: string;
  /** Two bytes. */
  readonly code: number;
  /** The code as it stands in a literal string (ISO 32000-1, 7.3.4.2), one byte a character. */
  readonly shown: string;
  readonly glyph: number;
  readonly text: string;
  /** The font's own advance, in thousandths of an em. */
  readonly advance: number;
}

/** What codes ask of fonts. */
export type CodedFonts = Pick<Fonts, 'shape' | 'advanceOf' | 'describe'>;

/** The codes of the glyphs of a face, which depend on nothing but the glyph, its meaning and the font. */
export interface FaceCodes {
  readonly codeOf: (glyph: Pick<Glyph, 'id' | 'text'>) => GlyphCode;
  /** Those of its common glyphs. */
  readonly common: readonly GlyphCode[];
}

/** The codes of each face. */
export type CodesOf = (face: Face) => FaceCodes;

/**
 * Opens the codes of a run. A glyph's code is its number in the font; a common one that stands for a second text has a code
 * behind all numbers, so that each can be read back exactly.
 */
export function openCodes(fonts: CodedFonts): CodesOf {
  const faces = new Map<Face, FaceCodes>();
  return (face) => {
    const known = faces.get(face) ?? openFace(face, fonts);
    faces.set(face, known);
    return known;
  };
}

function openFace(face: Face, fonts: CodedFonts): FaceCodes {
  /** By glyphs: mostly one, as few have several meanings. */
  const codes = new Map<number, GlyphCode[]>();

  function add(glyph: number, text: string, own: Pick<GlyphCode, 'group' | 'font' | 'code'>): GlyphCode {
    const advance = fonts.advanceOf(face, glyph);
    const added = { ...own, face, shown: inLiteral(own.code), glyph, text, advance };
    const meanings = codes.get(glyph);
    if (meanings === undefined) codes.set(glyph, [added]);
    else meanings.push(added);
    return added;
  }

  const { glyphCount } = fonts.describe(face);
  const common = commonGlyphsOf(face, fonts).map(({ glyph, text, group }, place) =>
    add(glyph, text, { group, font: `${face}.common`, code: codes.has(glyph) ? glyphCount + place : glyph }),
  );
  return {
    common,
    codeOf: ({ id, text }) => {
      const known = codes.get(id)?.find((meaning) => meaning.text === text);
      return known ?? add(id, text, { group: undefined, font: face, code: id });
    },
  };
}

/** The same glyph and meaning under another code. */
export function recoded(code: GlyphCode, number: number): GlyphCode {
  return { ...code, code: number, shown: inLiteral(number) };
}

/** Two bytes of a literal string, with a backslash before those that would end it, begin another, or be taken for a line end. */
function inLiteral(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff)
    .replaceAll(/[()\\]/g, String.raw`\$&`)
    .replaceAll('\r', String.raw`\r`);
}

/**
 * What almost every letter draws in the faces that set the words of recipients. If a letter uses one sign of a group, its
 * font holds the whole group: fonts are then the same in almost all letters of a run, and are cut once.
 */
const GROUPS: readonly string[] = [
  ' .,;:()/-–’‘“”&\u00A0\u202F\u00AD',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/** A hyphen that is read as a soft one. */
const SOFT_HYPHEN = '\u00AD';

/** The words of templates in most languages that have such signs; the others' own glyphs are not common. */
const SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;

/** All other faces say what the templates say, in letter after letter. */
const FACES: ReadonlySet<Face> = new Set<Face>(['serif', 'sans']);

const NOTDEF = 0;

/** The common glyphs of a face; none in faces where letters do not differ. Which they are depends on the font alone. */
function commonGlyphsOf(face: Face, fonts: CodedFonts): readonly Pick<GlyphCode, 'glyph' | 'text' | 'group'>[] {
  if (!FACES.has(face)) return [];
  return GROUPS.flatMap((signs, group) =>
    Array.from(signs).flatMap((text) => {
      const [only, ...others] = fonts.shape(face, text === SOFT_HYPHEN ? '-' : text, SHAPING).glyphs;
      if (only === undefined || others.length > 0 || only.id === NOTDEF) return [];
      return [{ glyph: only.id, text, group }];
    }),
  );
}
