import type { CompositeGlyph, Fonts } from '../../fonts/fonts.ts';
import type { Face, Glyph } from '../../model/page.ts';

/** A glyph with one text, and the code that shows it in a content stream. */
export interface GlyphCode {
  readonly face: Face;
  /**
   * For a common glyph, which almost every letter uses, the index of its group in `COMMON_CHARACTERS`; undefined for
   * any other glyph. Common glyphs have a separate font.
   */
  readonly group: number | undefined;
  /** The name of its font in the resources of a page. */
  readonly font: string;
  /** The two-byte code, which is also the CID. */
  readonly code: number;
  /** The code as the escaped bytes of a literal string (ISO 32000-1, 7.3.4.2). Each character holds one byte. */
  readonly literal: string;
  /** The glyph ID in the font of the face. */
  readonly glyph: number;
  /** The text that PDF readers extract for the code (ToUnicode). */
  readonly text: string;
  /** The advance width in the font, without kerning, in thousandths of an em. */
  readonly advance: number;
  /** The composite glyph that is drawn instead of `glyph`. Composite glyphs have separate fonts. */
  readonly composite?: CompositeGlyph;
}

/** The functions of fonts that the assignment of codes uses. */
export type FontsForCodes = Pick<Fonts, 'shape' | 'advanceOf' | 'describe'>;

/**
 * The codes of the glyphs of a face. They depend only on the font and not on the letter, so that letters can share
 * encoded lines.
 */
export interface FaceCodes {
  /** Returns the code of a glyph that represents a text. */
  readonly codeOf: (glyph: Pick<Glyph, 'id' | 'text'>) => GlyphCode;
  /** Returns the code of a composite glyph that replaces a glyph and represents its text. */
  readonly compositeCodeOf: (glyph: Pick<Glyph, 'id' | 'text'>, composite: CompositeGlyph) => GlyphCode;
  /** The codes of the common glyphs, which almost every letter uses. */
  readonly common: readonly GlyphCode[];
}

/** Returns the codes of a face. */
export type CodesOf = (face: Face) => FaceCodes;

/**
 * Creates the function that returns the codes of a face. Its codes are assigned when they are first requested. The code
 * of a glyph is its glyph ID. If a common glyph represents two texts, the second gets a code after all glyph IDs, so
 * that PDF readers extract each text exactly. Other glyphs with two texts, and composite glyphs that replace the same
 * glyph, have equal codes here; if a letter uses two of them, `createLetterFonts` substitutes the code of the second.
 */
export function createGlyphCodes(fonts: FontsForCodes): CodesOf {
  const faces = new Map<Face, FaceCodes>();
  return (face) => {
    const codes = faces.get(face) ?? createFaceCodes(face, fonts);
    faces.set(face, codes);
    return codes;
  };
}

function createFaceCodes(face: Face, fonts: FontsForCodes): FaceCodes {
  /** The codes by glyph ID. A list has several codes if its glyph represents several texts. */
  const codesByGlyph = new Map<number, GlyphCode[]>();

  function addCode(glyph: number, text: string, codeFields: Pick<GlyphCode, 'group' | 'font' | 'code'>): GlyphCode {
    const advance = fonts.advanceOf(face, glyph);
    const newCode = { ...codeFields, face, literal: toLiteral(codeFields.code), glyph, text, advance };
    const codesOfGlyph = codesByGlyph.get(glyph);
    if (codesOfGlyph === undefined) codesByGlyph.set(glyph, [newCode]);
    else codesOfGlyph.push(newCode);
    return newCode;
  }

  /** The codes of composite glyphs by glyph ID, text and components. */
  const compositeCodes = new Map<string, GlyphCode>();

  function findOrAddComposite(glyph: number, text: string, composite: CompositeGlyph): GlyphCode {
    const key = `${glyph} ${text} ${JSON.stringify(composite)}`;
    const existing = compositeCodes.get(key);
    if (existing !== undefined) return existing;
    // Marks, which have no advance, are in another font than letters, because pdf.js reverses the order of a letter and
    // its mark if both are in one font.
    const font = `${face}.${composite.advance === 0 ? 'marks' : 'moved'}`;
    const { advance } = composite;
    const newCode = {
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
    compositeCodes.set(key, newCode);
    return newCode;
  }

  const { glyphCount } = fonts.describe(face);
  const common = commonGlyphsOf(face, fonts).flatMap(({ glyph, text, group }, index) => {
    const code = codesByGlyph.has(glyph) ? glyphCount + index : glyph;
    return code > LAST_CODE ? [] : addCode(glyph, text, { group, font: `${face}.common`, code });
  });
  return {
    common,
    codeOf: ({ id, text }) => {
      const composedForm = composedText(text);
      const existing = codesByGlyph.get(id)?.find((code) => code.text === composedForm);
      return existing ?? addCode(id, composedForm, { group: undefined, font: face, code: id });
    },
    compositeCodeOf: ({ id, text }, composite) => findOrAddComposite(id, composedText(text), composite),
  };
}

/**
 * Returns the text of a glyph in composed form (NFC), because pdf.js treats a glyph whose text is a letter and a mark
 * as a mark.
 */
function composedText(text: string): string {
  return text.length > 1 ? text.normalize('NFC') : text;
}

/** The greatest code of two bytes. */
const LAST_CODE = 0xffff;

/**
 * Returns the substitute with a number, from 0, for a glyph whose code the letter uses for another text: the same glyph
 * and text with a code after all `glyphCount` glyph IDs. If there are no such codes left, as in a font of 65,535 glyphs,
 * it has the same code in another font.
 */
export function substituteFor(glyphCode: GlyphCode, number: number, glyphCount: number): GlyphCode {
  const code = glyphCount + number;
  if (code > LAST_CODE) return { ...glyphCode, font: `${glyphCode.font}.other-${number}` };
  return { ...glyphCode, code, literal: toLiteral(code) };
}

/**
 * Encodes a code as two bytes of a literal string. Parentheses, backslashes and carriage returns are escaped, because a
 * parser would not read them as bytes of the string.
 */
function toLiteral(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff)
    .replaceAll(/[()\\]/g, String.raw`\$&`)
    .replaceAll('\r', String.raw`\r`);
}

/**
 * The characters that almost every letter uses in the faces in which recipients' data are set, in groups. If a letter
 * uses one glyph of a group, its font contains the whole group, so that almost all letters of a run share a font, which
 * is subset once.
 */
const COMMON_CHARACTERS: readonly string[] = [
  ' .,;:()/-–’‘“”&\u00A0\u202F\u00AD',
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/** The soft hyphen, which is shown with the glyph of the hyphen but extracted as U+00AD. */
const SOFT_HYPHEN = '\u00AD';

/** The options that shape common characters. If other options give another glyph, that glyph is not common. */
const COMMON_SHAPING = { language: 'en', figures: 'lining', direction: 'ltr' } as const;

/**
 * The faces in which recipients' data are set. Text in other faces comes from templates and is the same in most
 * letters, so that these share a font even without groups of common glyphs.
 */
const COMMON_FACES: ReadonlySet<Face> = new Set<Face>(['serif', 'sans']);

const NOTDEF = 0;

/** Returns the common glyphs of a face, which depend only on its font. A face outside `COMMON_FACES` has none. */
function commonGlyphsOf(face: Face, fonts: FontsForCodes): readonly Pick<GlyphCode, 'glyph' | 'text' | 'group'>[] {
  if (!COMMON_FACES.has(face)) return [];
  return COMMON_CHARACTERS.flatMap((characters, group) =>
    Array.from(characters).flatMap((text) => {
      const [firstGlyph, ...otherGlyphs] = fonts.shape(face, text === SOFT_HYPHEN ? '-' : text, COMMON_SHAPING).glyphs;
      if (firstGlyph === undefined || otherGlyphs.length > 0 || firstGlyph.id === NOTDEF) return [];
      return [{ glyph: firstGlyph.id, text, group }];
    }),
  );
}
