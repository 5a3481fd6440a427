import type { Language } from '../model/language.ts';
import type { Direction, Face, Glyph } from '../model/page.ts';

/** How figures are drawn: as high as capitals, or small and raised as the marks of notes are. */
export type Figures = 'lining' | 'raised';

/** What decides the shape of a word besides its face. */
export interface ShapingOptions {
  readonly language: Language;
  readonly figures: Figures;
  readonly direction: Direction;
}

/** A word as glyphs in the order in which they are read, and how wide it is, in thousandths of an em. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[];
  readonly advance: number;
}

/** Heights of a face in thousandths of an em, measured from the baseline; the descent is negative. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** All that setting lines of text asks of fonts. */
export interface WordShaper {
  readonly metrics: (face: Face) => FaceMetrics;
  /** Has the face a glyph for it, or may it go without one? */
  readonly covers: (face: Face, codePoint: number) => boolean;
  /** The texts of the glyphs, joined, are the word. */
  readonly shape: (face: Face, word: string, manner: ShapingOptions) => ShapedWord;
}

/** What a file that embeds a face has to say of it. Measures are thousandths of an em. */
export interface FaceDescription extends FaceMetrics {
  readonly postScriptName: string;
  /** How many glyphs it has. */
  readonly glyphCount: number;
  readonly isSerif: boolean;
  readonly isItalic: boolean;
  /** 100 to 900. */
  readonly weight: number;
  /** Degrees, counter-clockwise from upright. */
  readonly italicAngle: number;
  /** Left, bottom, right, top of a box that holds every glyph. */
  readonly box: readonly [number, number, number, number];
}

/** A font file that holds only some glyphs of a face, renumbered. */
export interface FontSubset {
  readonly bytes: Uint8Array;
  /** The number in the subset of each glyph asked for. */
  readonly numberOf: (glyph: number) => number;
}

/** The fonts of a run: shaping, and cutting what a file embeds. */
export interface Fonts extends WordShaper {
  readonly describe: (face: Face) => FaceDescription;
  /** The advance that the font itself gives a glyph, before kerning. */
  readonly advanceOf: (face: Face, glyph: number) => number;
  readonly subset: (face: Face, glyphs: readonly number[]) => FontSubset;
}
