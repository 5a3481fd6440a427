import type { Day } from './date.ts';
import type { Language } from './language.ts';

/** A cut of a typeface. Naskh is the hand that Arabic books are set in. */
export type Face =
  | 'serif'
  | 'serif-italic'
  | 'serif-bold'
  | 'serif-bold-italic'
  | 'sans'
  | 'sans-bold'
  | 'naskh'
  | 'naskh-italic'
  | 'naskh-bold'
  | 'naskh-bold-italic';

/** Where writing goes: from left to right, or from right to left. */
export type Direction = 'ltr' | 'rtl';

/** One glyph of a shaped word. Measures are thousandths of an em, so that they hold at every size. */
export interface Glyph {
  /** Its number in the face. */
  readonly id: number;
  /** The characters it stands for: several for a ligature, none where another glyph already stands for them. */
  readonly text: string;
  /** How far the pen moves, kerning included. */
  readonly advance: number;
  /** How far from the pen it is drawn, to the right and up. */
  readonly dx: number;
  readonly dy: number;
}

/** Red, green, blue, each from 0 to 1 (sRGB). */
export type Colour = readonly [number, number, number];

/** What a piece of a letter is, as PDF 1.7 names it (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'P'
  | 'Span'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Link'
  | 'Reference'
  | 'Note';

/** A rectangle on a page; all measures in points from the sheet's top left corner. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Glyphs of one face, size and direction that stand beside each other: all words of a line, or a part of them, or, where
 * white space has another width than the face gives it, a word or a space.
 */
export interface Fragment {
  readonly x: number;
  /** Points above the line's baseline. */
  readonly rise: number;
  readonly width: number;
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
  readonly direction: Direction;
  /** As read: from right to left, each stands on the left of the one before. */
  readonly glyphs: readonly Glyph[];
}

/** Which of a page's contents something belongs to, or that it belongs to the page and not to the letter. */
export type MarkedContentId = number | 'artifact';

/** Fragments of a line from this one on, up to the next such stretch, belong to one content. */
export interface MarkedContentStart {
  readonly first: number;
  readonly content: MarkedContentId;
}

/**
 * Text on one baseline. Fragments follow each other as they are read; letters that say the same share them. Which
 * neighbours belong together is the same wherever they stand.
 */
export interface Line {
  readonly baseline: number;
  /** The name of its style in the stylesheet. */
  readonly style: string;
  readonly fragments: readonly Fragment[];
  /** Where the fragments belong, from the first on. */
  readonly contents: readonly MarkedContentStart[];
}

/** Lines of a page that belong together: its head, its text, its foot. */
export interface Zone {
  readonly lines: readonly Line[];
}

/** A drawn line; always an artifact. */
export interface RuleLine {
  readonly area: Area;
  readonly colour: Colour;
}

/** Where a link leads: out of the letter, or to a place in it. */
export type Destination =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'place'; readonly page: number; readonly y: number };

/** An area of a page that can be followed, and what is said of it to those who cannot see it. */
export interface LinkAnnotation {
  readonly area: Area;
  readonly destination: Destination;
  readonly description: string;
}

/** One sheet, every position decided. */
export interface Page {
  /** What its tagged pieces are, by number: lines and the structure name them so. */
  readonly contents: readonly StructureType[];
  /** In the order in which they are read. */
  readonly zones: readonly Zone[];
  readonly rules: readonly RuleLine[];
  readonly links: readonly LinkAnnotation[];
}

/** What the letter consists of, in reading order, whatever stands where. Pages count from 0 here and everywhere below. */
export interface StructureElement {
  readonly kind: 'element';
  readonly type: StructureType;
  /** Unique in the letter; notes have one. */
  readonly id?: string;
  /** How the items of a list are marked. */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  /** Left out: that of what it stands in. */
  readonly language?: Language;
  readonly children: readonly StructureChild[];
}

/** An element, a piece of a page's text by its number, or a link of a page by its number. */
export type StructureChild =
  | StructureElement
  | { readonly kind: 'content'; readonly page: number; readonly content: number }
  | { readonly kind: 'link'; readonly page: number; readonly link: number };

/** An entry of the outline that readers show beside the pages. */
export interface Bookmark {
  readonly title: string;
  readonly level: number;
  readonly page: number;
  readonly y: number;
}

/** A letter set on pages: nothing is left to decide. */
export interface PagedLetter {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** The day of the letter. */
  readonly day: Day;
  /** Width and height of all pages. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly pages: readonly Page[];
  readonly structure: StructureElement;
  readonly bookmarks: readonly Bookmark[];
}
