import type { Day } from './date.ts';
import type { Direction } from './direction.ts';
import type { Language } from './language.ts';
import type { BlockOrigin, LineOrigin } from './line-origin.ts';
import type { Picture } from './picture.ts';

/** A cut of a typeface that demarche brings. Naskh is the style of Arabic script in which books are set. */
export type ProductFace =
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

/** A font that a campaign names under `also`, by its place in that list: `also-0`. */
export type AlsoFace = `also-${number}`;

/**
 * One cut of a typeface. The files of `serif` and `sans` and of their cuts can be those of the campaign; the name says
 * what the face is used for.
 */
export type Face = ProductFace | AlsoFace;

/** One glyph of a shaped word. Lengths are in thousandths of an em, so that they apply at every font size. */
export interface Glyph {
  /** The glyph ID in the font of the face. */
  readonly id: number;
  /**
   * The characters that the glyph represents: several for a ligature; none if another glyph of its cluster has them.
   */
  readonly text: string;
  /** The text that PDF readers extract for the glyph; undefined if it is `text`. */
  readonly extractedText?: string;
  /** The advance width, including kerning. */
  readonly advance: number;
  /** The horizontal offset of the drawn glyph from the pen; positive to the right. */
  readonly dx: number;
  /** The vertical offset of the drawn glyph from the pen; positive upwards. */
  readonly dy: number;
}

/** Red, green and blue, each from 0 to 1 (sRGB). */
export type Colour = readonly [number, number, number];

/** A standard structure type of PDF 1.7 (ISO 32000-1, 14.8.4); `Strong` and `Em` are of PDF 2.0, and mapped to `Span`. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'P'
  | 'Span'
  | 'Strong'
  | 'Em'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link'
  | 'Reference'
  | 'Note'
  | 'Figure';

/** A rectangle on a page, in points. `x` and `y` are the position of its top left corner, from that of the sheet. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Adjacent glyphs of one face, size, colour and direction. A fragment extends as far as possible. Only in a line whose
 * white space is stretched or shrunk, each word and each space is a fragment of its own.
 */
export interface Fragment {
  /** The left edge, in points from the left edge of the sheet. */
  readonly x: number;
  /** The distance above the line's baseline, in points. */
  readonly rise: number;
  /** In points. */
  readonly width: number;
  readonly face: Face;
  /** The font size in points. */
  readonly size: number;
  /** By how much the glyphs are wider than in the font, as a share of their width; negative if they are narrower. */
  readonly expansion: number;
  readonly colour: Colour;
  readonly direction: Direction;
  /** In reading order: in a right-to-left fragment, each glyph is to the left of the previous one. */
  readonly glyphs: readonly Glyph[];
}

/** The number (MCID) of an item of `Page.contents`; `artifact` if the text is not part of the structure. */
export type MarkedContentId = number | 'artifact';

/**
 * The start of a range of a line's fragments that belong to one item of marked content. The range ends where the next
 * one starts.
 */
export interface MarkedContentStart {
  /** The index of the first fragment of the range. */
  readonly first: number;
  readonly contentId: MarkedContentId;
}

/**
 * A line of text. Equal lines of different letters share one `fragments` array, and then the `first` indices of their
 * `contents` are equal too. Results computed from both can therefore be cached by the array.
 */
export interface Line {
  /** In points from the top edge of the sheet. */
  readonly baseline: number;
  /** The name of the line's style in the stylesheet. */
  readonly style: string;
  /** In reading order. */
  readonly fragments: readonly Fragment[];
  /** The ranges of fragments by marked content; the first range starts at fragment 0. */
  readonly contents: readonly MarkedContentStart[];
  /** Where the words come from; undefined for the number, the bullet or the word beside a block. */
  readonly origin: LineOrigin | undefined;
}

/** A group of lines of a page: its running head, its text with the notes, or its folio (page number). */
export interface Zone {
  readonly lines: readonly Line[];
}

/** A drawn line, as a filled rectangle. It is an artifact, not part of the structure. */
export interface RuleLine {
  readonly area: Area;
  readonly colour: Colour;
}

/** A picture on a page. */
export interface PlacedPicture {
  readonly picture: Picture;
  /** The area that the picture fills. */
  readonly area: Area;
  /** Its marked content; `artifact` if it is decorative. */
  readonly contentId: MarkedContentId;
  /** Where the picture comes from; undefined if it is in no text of the campaign. */
  readonly origin: BlockOrigin | undefined;
}

/**
 * The target of a link: a URL (`address`), or a position in the letter (`place`). `page` counts from 0; `y` is in
 * points from the top edge of the sheet.
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

/** One page, with the final positions of its content. */
export interface Page {
  /** The structure type of each item of marked content; the index is its MCID. */
  readonly contents: readonly StructureType[];
  /** In reading order. */
  readonly zones: readonly Zone[];
  readonly rules: readonly RuleLine[];
  readonly pictures: readonly PlacedPicture[];
  readonly links: readonly LinkAnnotation[];
}

/**
 * An element of the structure tree (ISO 32000-1, 14.7.2). Children are in logical order, which does not depend on their
 * positions on pages. Page numbers of children and bookmarks count from 0.
 */
export interface StructureElement {
  readonly kind: 'element';
  /** The structure type. */
  readonly role: StructureType;
  /** The identifier, unique in the letter. Only elements of notes have one. */
  readonly id?: string;
  /** The `ListNumbering` attribute of a list: numbers, bullets or no labels (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  /** The words that stand for the picture where it is not seen (ISO 32000-1, 14.9.3). Only figures have them. */
  readonly alternative?: string;
  /** The language of the element; undefined if it is that of the parent. */
  readonly language?: Language;
  readonly children: readonly StructureChild[];
}

/**
 * A child of a structure element: another element; an item of a page's marked content, by its MCID; or a link, by its
 * index in `Page.links`.
 */
export type StructureChild =
  | StructureElement
  | { readonly kind: 'content'; readonly page: number; readonly content: number }
  | { readonly kind: 'link'; readonly page: number; readonly link: number };

/** An item of the document outline, which PDF readers show beside the pages. */
export interface Bookmark {
  readonly title: string;
  /** The level of the heading. An item is nested in the nearest previous item of a lower level. */
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
