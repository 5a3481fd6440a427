import type { Day } from './date.ts';
import type { Direction } from './direction.ts';
import type { Language } from './language.ts';

/** One cut of a typeface. Naskh is the style of Arabic script that books are set in. */
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

/** One glyph of a shaped word. Measures are in thousandths of an em, so that they apply at every font size. */
export interface Glyph {
  /** The glyph ID in the font of the face. */
  readonly id: number;
  /** The characters that it represents: several for a ligature; none if another glyph of its cluster has them. */
  readonly text: string;
  /** The text that readers of a PDF extract for it, if that is not `text`. */
  readonly extractedText?: string;
  /** The advance width, kerning included. */
  readonly advance: number;
  /** The offset of the drawn glyph from the pen: to the right. */
  readonly dx: number;
  /** The offset of the drawn glyph from the pen: upwards. */
  readonly dy: number;
}

/** Red, green and blue, each from 0 to 1 (sRGB). */
export type Colour = readonly [number, number, number];

/** A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4). */
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

/** A rectangle on a page, in points; `x` and `y` are its top left corner, from that of the sheet. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Adjacent glyphs of one face, size, colour and direction. A fragment holds as much of a line as possible; where white
 * space has another width than the face gives it, each word and each space is a fragment of its own.
 */
export interface Fragment {
  /** The left edge, in points from that of the sheet. */
  readonly x: number;
  /** The distance above the line's baseline, in points. */
  readonly rise: number;
  /** In points. */
  readonly width: number;
  readonly face: Face;
  /** The font size in points. */
  readonly size: number;
  readonly colour: Colour;
  readonly direction: Direction;
  /** In reading order: in a right-to-left fragment, each glyph is to the left of the previous one. */
  readonly glyphs: readonly Glyph[];
}

/**
 * The marked-content identifier (MCID) of an item of `Page.contents`; `artifact` for what is not part of the structure.
 */
export type MarkedContentId = number | 'artifact';

/**
 * The start of a range of a line's fragments that belong to one item of marked content. It ends where the next starts.
 */
export interface MarkedContentStart {
  /** The index of the first fragment of the range. */
  readonly first: number;
  readonly contentId: MarkedContentId;
}

/**
 * Text on one baseline. Equal lines of different letters share one `fragments` array. The `first` indices of `contents`
 * are then equal too, so that what is computed from fragments and these indices can be cached by the array.
 */
export interface Line {
  /** In points from the top edge of the sheet. */
  readonly baseline: number;
  /** The name of its style in the stylesheet. */
  readonly style: string;
  /** In reading order. */
  readonly fragments: readonly Fragment[];
  /** The ranges of fragments by marked content; the first range starts at fragment 0. */
  readonly contents: readonly MarkedContentStart[];
}

/** A group of lines of a page: its head, its text or its foot. */
export interface Zone {
  readonly lines: readonly Line[];
}

/** A drawn line, as a filled rectangle. It is always an artifact. */
export interface RuleLine {
  readonly area: Area;
  readonly colour: Colour;
}

/**
 * The target of a link: a URL outside the letter, or a position in it. `page` counts from 0; `y` is in points from the
 * top edge of the sheet.
 */
export type Destination =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'place'; readonly page: number; readonly y: number };

/** An area of a page that can be clicked. */
export interface LinkAnnotation {
  readonly area: Area;
  readonly destination: Destination;
  /** The alternative text for screen readers. */
  readonly description: string;
}

/** One page, with the final position of everything on it. */
export interface Page {
  /** The structure type of each item of marked content; the index is its MCID. */
  readonly contents: readonly StructureType[];
  /** In reading order. */
  readonly zones: readonly Zone[];
  readonly rules: readonly RuleLine[];
  readonly links: readonly LinkAnnotation[];
}

/**
 * An element of the structure tree (ISO 32000-1, 14.7.2). Children are in logical order, which does not depend on their
 * positions on pages. Page numbers of children and bookmarks count from 0.
 */
export interface StructureElement {
  readonly kind: 'element';
  readonly role: StructureType;
  /** Unique in the letter. Only notes have one. */
  readonly id?: string;
  /** The `ListNumbering` attribute of a list: numbers, bullets or no labels (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  /** Inherited from the parent if left out. */
  readonly language?: Language;
  readonly children: readonly StructureChild[];
}

/** An element; an item of a page's marked content, by its MCID; or a link, by its index in `Page.links`. */
export type StructureChild =
  | StructureElement
  | { readonly kind: 'content'; readonly page: number; readonly content: number }
  | { readonly kind: 'link'; readonly page: number; readonly link: number };

/** An item of the document outline, which readers show beside the pages. */
export interface Bookmark {
  readonly title: string;
  /** The depth of the heading; an item is nested in the last one of a lower level. */
  readonly level: number;
  readonly page: number;
  /** In points from the top edge of the sheet. */
  readonly y: number;
}

/** A typeset letter: its pages, its structure tree and its outline. */
export interface PagedLetter {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  /** The date of the letter. */
  readonly day: Day;
  /** The size of all pages, in points. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly pages: readonly Page[];
  readonly structure: StructureElement;
  readonly bookmarks: readonly Bookmark[];
}
