import type { CompositeGlyph, Fonts } from '../../fonts/fonts.ts';
import type { Face, Glyph } from '../../model/page.ts';

/** A glyph with one text, and the code that shows it in a content stream. */
export interface GlyphCode {
  readonly face: Face;
  /** The index of its group of common glyphs, which are in a font of their own; undefined for any other glyph. */
  readonly group: number | undefined;
  /** The name of its font in the resources of pages. */
  readonly font: string;
  /** The two-byte code, which is also the CID. */
  readonly code: number;
  /** The code as escaped bytes of a literal string (ISO 32000-1, 7.3.4.2), one byte in each character. */
  readonly literal: string;
  /** The glyph ID in the font of the face. */
  readonly glyph: number;
  /** The text that a reader extracts for the code (ToUnicode). */
  readonly text: string;
  /** The advance width in the font, without kerning, in thousandths of an em. */
  readonly advance: number;
  /** What it draws instead of the glyph alone; such codes have fonts of their own. */
  readonly composite?: CompositeGlyph;
}

/** The functions of fonts that are needed to assign codes. */
export type CodedFonts = Pick<Fonts, 'shape' | 'advanceOf' | 'describe'>;

/** The codes of a face. They depend only on the font, never on the letter, so that encoded lines can be cached. */
export interface FaceCodes {
  /** Returns the code of a glyph with its text. */
  readonly codeOf: (glyph: Pick<Glyph, 'id' | 'text'>) => GlyphCode;
  /** Returns the code of a composite glyph that stands for a glyph with its text. */
  readonly compositeCodeOf: (glyph: Pick<Glyph, 'id' | 'text'>, composite: CompositeGlyph) => GlyphCode;
  /** The codes of the common glyphs. */
  readonly common: readonly GlyphCode[];
}

/** Returns the codes of a face. */
export type CodesOf = (face: Face) => FaceCodes;

/**
 * Opens the codes of a run. The code of a glyph is its glyph ID. A common glyph with a second text gets a code after
 * all glyph IDs, so that each text can be extracted exactly. For other glyphs, `openLetterFonts` resolves such
 * conflicts.
 */
export function openCodes(fonts: CodedFonts): CodesOf {
  const faces = new Map<Face, FaceCodes>();
  return (face) => {
    const codes = faces.get(face) ?? openFaceCodes(face, fonts);
    faces.set(face, codes);
    return codes;
  };
}

function openFaceCodes(face: Face, fonts: CodedFonts): FaceCodes {
  /** By glyph ID. Most glyphs have one code, as few have several texts. */
  const codes = new Map<number, GlyphCode[]>();

  function add(glyph: number, text: string, codeFields: Pick<GlyphCode, 'group' | 'font' | 'code'>): GlyphCode {
    const advance = fonts.advanceOf(face, glyph);
    const added = { ...codeFields, face, literal: toLiteral(codeFields.code), glyph, text, advance };
    const codesOfGlyph = codes.get(glyph);
    if (codesOfGlyph === undefined) codes.set(glyph, [added]);
    else codesOfGlyph.push(added);
    return added;
  }

  /** By glyph ID, text and composition. */
  const compositeCodes = new Map<string, GlyphCode>();

  function addComposite(glyph: number, text: string, composite: CompositeGlyph): GlyphCode {
    const key = `${glyph} ${text} ${JSON.stringify(composite)}`;
    const existing = compositeCodes.get(key);
    if (existing !== undefined) return existing;
    // Marks, which have no advance, are in another font than letters: pdf.js reverses a letter and its mark in one font.
    const font = `${face}.${composite.advance === 0 ? 'marks' : 'moved'}`;
    const { advance } = composite;
    const added = {
      face,
      group: undefined,
      font,
      code: glyph,
      literal: toLiteral(glyph),
      glyph,
      text,
      advance,
      composite,
    };
    compositeCodes.set(key, added);
    return added;
  }

  const { glyphCount } = fonts.describe(face);
  const common = commonGlyphsOf(face, fonts).map(({ glyph, text, group }, index) =>
    add(glyph, text, { group, font: `${face}.common`, code: codes.has(glyph) ? glyphCount + index : glyph }),
  );
  return {
    common,
    codeOf: ({ id, text }) => {
      const composed = composedText(text);
      const existing = codes.get(id)?.find((code) => code.text === composed);
      return existing ?? add(id, composed, { group: undefined, font: face, code: id });
    },
    compositeCodeOf: ({ id, text }, composite) => addComposite(id, composedText(text), composite),
  };
}

/** The text of a glyph in composed form (NFC): pdf.js takes a letter and a mark in one glyph for a mark. */
function composedText(text: string): string {
  return text.length > 1 ? text.normalize('NFC') : text;
}

/** Returns the same glyph and text with another code. */
export function withCode(code: GlyphCode, number: number): GlyphCode {
  return { ...code, code: number, literal: toLiteral(number) };
}

/**
 * Encodes a code as two bytes of a literal string. A backslash escapes parentheses, backslashes and carriage returns.
 */
function toLiteral(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff)
    .replaceAll(/[()\\]/g, String.raw`\$&`)
    .replaceAll('\r', String.raw`\r`);
}

/**
 * Groups of common characters, which almost every letter uses in the faces of recipients' data. If a letter uses one
 * glyph of a group, its font contains the whole group, so that almost all letters of a run share a font, which is
 * subset once.
 */
const GROUPS: readonly string[] = [
  ' .,;:()/-–’‘“”&\u00A0\u202F\u00AD',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/** Shown with the glyph of the hyphen, but extracted as U+00AD. */
const SOFT_HYPHEN = '\u00AD';

/** The options that shape common characters. A glyph that another language shapes differently is not common. */
const SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;

/** The faces with common glyphs. In all others, the text comes from templates and is the same in most letters. */
const COMMON_FACES: ReadonlySet<Face> = new Set<Face>(['serif', 'sans']);

const NOTDEF = 0;

/** Returns the common glyphs of a face. They depend only on its font; none in a face outside `COMMON_FACES`. */
function commonGlyphsOf(face: Face, fonts: CodedFonts): readonly Pick<GlyphCode, 'glyph' | 'text' | 'group'>[] {
  if (!COMMON_FACES.has(face)) return [];
  return GROUPS.flatMap((characters, group) =>
    Array.from(characters).flatMap((text) => {
      const [only, ...others] = fonts.shape(face, text === SOFT_HYPHEN ? '-' : text, SHAPING).glyphs;
      if (only === undefined || others.length > 0 || only.id === NOTDEF) return [];
      return [{ glyph: only.id, text, group }];
    }),
  );
}
