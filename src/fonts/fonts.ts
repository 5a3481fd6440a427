import type { Language } from '../model/language.ts';
import type { Direction } from '../model/direction.ts';
import type { Face, Glyph, ProductFace } from '../model/page.ts';

/**
 * The form of digits: lining (as tall as capitals) or raised (superscript, for the marks of footnotes). In raised text,
 * letters are superior letters if the font has them.
 */
export type Figures = 'lining' | 'raised';

/** The parameters of shaping besides the face and the word. */
export interface ShapingOptions {
  readonly language: Language;
  readonly figures: Figures;
  readonly direction: Direction;
}

/** The result of shaping a word. */
export interface ShapedWord {
  /** The glyphs in reading order, which is not the visual order in right-to-left words. */
  readonly glyphs: readonly Glyph[];
  /** The width of the word, in thousandths of an em. */
  readonly advance: number;
}

/** Heights of a face in thousandths of an em, measured from the baseline; the descent is negative. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** The edges of what is drawn for a glyph, from its origin, in thousandths of an em; the bottom is mostly negative. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The functions of fonts that the layout of text needs. */
export interface WordShaper {
  /** The heights by which lines are placed. */
  readonly metrics: (face: Face) => FaceMetrics;
  /** Whether the face has a glyph for the code point, or the code point needs none (default-ignorables). */
  readonly covers: (face: Face, codePoint: number) => boolean;
  /** Returns the face for a code point that a face lacks; undefined if no font has it. */
  readonly fallbackFor: (face: ProductFace, codePoint: number) => Face | undefined;
  /** The path in the campaign of the font file of a face; undefined if the font comes with demarche. */
  readonly ownFileOf: (face: Face) => string | undefined;
  /** Returns the edges of what is drawn for a glyph; undefined if nothing is. */
  readonly inkOf: (face: Face, glyph: number) => Ink | undefined;
  /** Shapes a word of one script. The texts of its glyphs, joined, are canonically equivalent to the word. */
  readonly shape: (face: Face, word: string, options: ShapingOptions) => ShapedWord;
}

/** The data of a face that a font descriptor needs (ISO 32000-1, 9.8). Measures are in thousandths of an em. */
export interface FaceDescription extends FaceMetrics {
  readonly postScriptName: string;
  /** The number of glyphs. */
  readonly glyphCount: number;
  readonly isSerif: boolean;
  readonly isItalic: boolean;
  /** The weight class, from 100 to 900. */
  readonly weight: number;
  /** The angle of the stems in degrees, counter-clockwise from the vertical; negative for slanting to the right. */
  readonly italicAngle: number;
  /** The bounding box of all glyphs: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number];
}

/**
 * A glyph that a subset adds: a combination of glyphs of the face, each at an offset. Measures are in thousandths of an
 * em; `subsetFont` takes them in font units.
 */
export interface CompositeGlyph {
  readonly components: readonly { readonly glyph: number; readonly dx: number; readonly dy: number }[];
  readonly advance: number;
}

/** A font file with only some glyphs of a face, which have new glyph IDs. */
export interface FontSubset {
  /** The TrueType file. */
  readonly bytes: Uint8Array;
  /** Returns the new glyph ID of a glyph of the face; 0 (`.notdef`) if it is not in the subset. */
  readonly newGlyphId: (glyph: number) => number;
  /** The glyph ID of the first composite glyph that was added; the others follow it. */
  readonly firstCompositeId: number;
}

/** The fonts that a run (one execution of the command) uses: shaping for the layout, subsets and outlines for formats. */
export interface Fonts extends WordShaper {
  readonly describe: (face: Face) => FaceDescription;
  /** The advance width of a glyph in the font, without kerning, in thousandths of an em. */
  readonly advanceOf: (face: Face, glyph: number) => number;
  /**
   * Returns the outline of a glyph as path data of SVG, in thousandths of an em and downwards from the baseline; empty
   * if nothing is drawn.
   */
  readonly pathOf: (face: Face, glyph: number) => string;
  /** Returns a subset with the requested glyphs, their components, `.notdef` and the added composite glyphs. */
  readonly subset: (face: Face, glyphs: readonly number[], composites?: readonly CompositeGlyph[]) => FontSubset;
}
