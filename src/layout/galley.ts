import type { Language } from '../model/language.ts';
import type { Area, Colour, Fragment, StructureType } from '../model/page.ts';
import type { BlockOrigin, LineOrigin } from '../model/line-origin.ts';
import type { Picture } from '../model/picture.ts';
import type { Span } from '../model/span.ts';
import type { Inline } from '../model/tree.ts';
import type { StyleName } from './stylesheet.ts';
import type { VerticalSpace } from './vertical-space.ts';

/** The target of a link: a URL, or a note or its mark in the text, which have no positions on pages yet. */
export type LinkTarget =
  { readonly kind: 'address'; readonly url: string } | { readonly kind: 'note' | 'mark'; readonly number: number };

/** The link that a leaf is the text of. */
export interface LeafLink {
  readonly target: LinkTarget;
  /** The description for screen readers; undefined if it follows from the target. */
  readonly description: string | undefined;
}

/**
 * Text of a paragraph, or a picture, that becomes one item of marked content. If a page break divides it, it becomes one
 * item on each page.
 */
export interface Leaf {
  readonly kind: 'leaf';
  /**
   * The number of the leaf in its paragraph, from 0. Added to the `leafOffset` of its line, or to those of its tag and
   * the tag's ancestors, it is the number of the leaf in the letter.
   */
  readonly number: number;
  readonly role: StructureType;
  readonly link: LeafLink | undefined;
}

/** A structure element before its text is on a page. Its children are leaves instead of marked content. */
export interface Tag {
  readonly kind: 'tag';
  readonly role: StructureType;
  /** The identifier, unique in the letter. Only the tags of notes have one. */
  readonly id?: string;
  /** The ListNumbering attribute of a list (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  /** The words that stand for a picture. Only the tags of figures have them. */
  readonly alternative?: string;
  /** The language of the text; undefined if it is that of the parent. */
  readonly language?: Language;
  readonly children: readonly (Tag | Leaf)[];
  /**
   * The offset added to the numbers of all leaves below the tag, in addition to the offsets of its ancestors; undefined
   * means 0.
   */
  readonly leafOffset?: number;
}

/** A range of a line's fragments that belong to one leaf. It ends where the next range starts. */
export interface LeafRange {
  /** The index of the first fragment of the range. */
  readonly firstFragment: number;
  /** The leaf; undefined if the fragments are artifacts. */
  readonly leaf: Leaf | undefined;
}

/** A typeset line of text in a row. */
export interface SetLine {
  readonly style: StyleName;
  /** The distance from the top of the row to the baseline, in points. */
  readonly baseline: number;
  /** The distance from the start of the measure (its right end in a right-to-left letter) to the line, in points. */
  readonly start: number;
  readonly fragments: readonly Fragment[];
  readonly leafRanges: readonly LeafRange[];
  /** Where the words come from; undefined for the number, the bullet or the word beside a block. */
  readonly origin: LineOrigin | undefined;
  /** The offset added to the numbers of the line's leaves. */
  readonly leafOffset: number;
  /** The numbers of the notes whose marks are on the line. */
  readonly noteNumbers: readonly number[];
  /** The characters of the line for which the fonts have no glyph. */
  readonly missingCharacters: readonly string[];
  /** How far the white space of the line is stretched, as a share of its natural width; negative if it is shrunk. */
  readonly stretch: number;
  readonly endsWithHyphen: boolean;
  /** Whether the line is the last of its paragraph or ends with a forced break. */
  readonly hasForcedEnd: boolean;
  /** Whether the line before it is in the same paragraph and has no forced end. */
  readonly isContinuation: boolean;
  /** The width of the line without the white space at its end, in points. */
  readonly width: number;
  /** The width of the column that the line could fill, without its indent, in points. */
  readonly measure: number;
}

/** A drawn line in a row. */
export interface SetRuleLine {
  /** In points from the start of the measure and the top of the row. */
  readonly area: Area;
  readonly colour: Colour;
}

/** A picture in a row. */
export interface SetPicture {
  readonly picture: Picture;
  /** In points from the start of the measure and the top of the row. */
  readonly area: Area;
  /** The leaf; undefined if the picture is an artifact. */
  readonly leaf: Leaf | undefined;
  /** The offset added to the number of the leaf. */
  readonly leafOffset: number;
  readonly origin: BlockOrigin | undefined;
}

/**
 * Whether a page may end after a row. `unwelcome`: rather than with a hole, as between the signatures and the copies;
 * `avoid`: only if no other page break is possible.
 */
export type BreakAfter = 'free' | 'unwelcome' | 'avoid' | 'never';

/**
 * A part of a galley (the letter as one column) that a page break never divides; mostly one line. The rows of a galley
 * follow each other from top to bottom.
 */
export interface Row {
  /** The space above the row. It is dropped at the top of a page. */
  readonly spaceAbove: VerticalSpace;
  /** The height in points, without the space above. */
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly rules: readonly SetRuleLine[];
  readonly pictures: readonly SetPicture[];
  /** The numbers of the notes whose marks are in the row. The notes have to begin on the page of the row. */
  readonly noteNumbers: readonly number[];
  readonly breakAfter: BreakAfter;
  /** The head of a table, which is printed again above the row if the row begins a page; empty for other rows. */
  readonly repeatedHead: readonly Row[];
  /** By how much the row, and what is below it in its table, is wider than its column, in points; 0 if it fits. */
  readonly excessWidth: number;
  /** Where the text has what is set in the row; undefined for other rows than those of tables. */
  readonly span: Span | undefined;
  /** The bookmark in the document outline; only the first row of a heading or of the demands has one. */
  readonly bookmark: { readonly title: string; readonly level: number } | undefined;
}

/** A typeset block: its rows, its tags and the number of its leaves, which are numbered from 0 in each block. */
export interface SetBlock {
  readonly rows: readonly Row[];
  readonly tags: readonly Tag[];
  readonly leafCount: number;
}

/** A typeset note. It begins on the page of its mark and may be continued on the next pages. */
export interface SetNote extends SetBlock {
  readonly number: number;
  /** The content that is set: in full or in the short form. */
  readonly content: readonly Inline[];
}

/** A note before its page is known, and with the page its form. */
export interface GalleyNote {
  readonly number: number;
  /** The key of the source that the note cites. */
  readonly source: string;
  /** Sets the note in full or, given the number of a note above it that does so, in the short form. */
  readonly setNote: (fullNote: number | undefined) => SetNote;
}
