import type { TextRange } from './direction.ts';
import type { Language } from './language.ts';
import type { Figure } from './picture.ts';
import type { TemplateOrigin } from './template-origin.ts';

/**
 * Inline content of a letter: the subset of mdast (https://github.com/syntax-tree/mdast) that letters support. The
 * nodes have the properties of mdast, so that its utilities accept them. HTML and code are not supported, and a picture
 * is a block. The tree of a template has in addition a `Hole` (inline) or a `Slot` (block) at the position of each
 * insert, which is replaced by a value, a citation, a passage or the demands.
 */
export type Inline<Hole = never> = Text | Break | FootnoteReference | Emphasis<Hole> | Strong<Hole> | Link<Hole> | Hole;

/**
 * A block of the body. The tree of a template has a `Slot` for each insert between two blocks. `origin`, of the blocks
 * that have words or a picture of their own, is undefined if no text of the campaign has the block, as in a clearance
 * copy.
 */
export type Block<Hole = never, Slot = never> =
  | Paragraph<Hole>
  | Heading<Hole>
  | List<Hole, Slot>
  | Blockquote<Hole, Slot>
  | Table<Hole>
  | ThematicBreak
  | PictureBlock
  | Slot;

export interface Text {
  readonly type: 'text';
  readonly value: string;
  /**
   * The ranges of `value` that are merged values and may have another direction than the text, in ascending order.
   * Each is laid out as an isolate (UAX #9): neither it nor the words around it affect the order of the other.
   */
  readonly isolates?: readonly TextRange[];
  /** The ranges of `value` that are merged values, in ascending order; undefined if there are none. */
  readonly values?: readonly ValueRange[];
  /** The language of the text; undefined if it is that of the letter. */
  readonly language?: Language;
}

/** The range of a merged value in a text. */
export interface ValueRange extends TextRange {
  /** The path of the value in the view; for a value that all letters share, as the template has it: `recipient.title`. */
  readonly path: string;
}

export interface Emphasis<Hole = never> {
  readonly type: 'emphasis';
  readonly children: readonly Inline<Hole>[];
}

export interface Strong<Hole = never> {
  readonly type: 'strong';
  readonly children: readonly Inline<Hole>[];
}

/** A link with an `https:`, `http:` or `mailto:` URL; the parser refuses others. */
export interface Link<Hole = never> {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline<Hole>[];
}

/** A hard line break. */
export interface Break {
  readonly type: 'break';
}

/** The mark of a note in the text. `identifier` is the number of the note in the letter, as a string. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly identifier: string;
}

export interface Paragraph<Hole = never> {
  readonly type: 'paragraph';
  readonly origin?: TemplateOrigin;
  readonly children: readonly Inline<Hole>[];
}

/** A heading inside the body. The subject line is the letter's only heading of depth 1. */
export interface Heading<Hole = never> {
  readonly type: 'heading';
  readonly depth: 2 | 3;
  readonly origin?: TemplateOrigin;
  readonly children: readonly Inline<Hole>[];
}

export interface List<Hole = never, Slot = never> {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The number of the first item, if the list is ordered. */
  readonly start: number;
  /** Whether the items are the demands, what the letter asks the recipient to do. */
  readonly isDemands?: true;
  readonly children: readonly ListItem<Hole, Slot>[];
}

export interface ListItem<Hole = never, Slot = never> {
  readonly type: 'listItem';
  readonly children: readonly Block<Hole, Slot>[];
}

export interface Blockquote<Hole = never, Slot = never> {
  readonly type: 'blockquote';
  readonly children: readonly Block<Hole, Slot>[];
}

/**
 * A table (GitHub Flavored Markdown, section 4.10). The first row is its head. All rows have a cell for each column, and
 * all cells have content.
 */
export interface Table<Hole = never> {
  readonly type: 'table';
  /** The alignment of each column. `left` is the side on which lines start, in a right-to-left letter the right one. */
  readonly align: readonly ColumnAlignment[];
  readonly children: readonly RowOfTable<Hole>[];
}

/** The alignment of the cells of a column, as mdast names it; null, if none is written, is that of running text. */
export type ColumnAlignment = 'left' | 'right' | 'center' | null;

export interface RowOfTable<Hole = never> {
  readonly type: 'tableRow';
  /** Where the text has the row, and so its cells. */
  readonly origin?: TemplateOrigin;
  readonly children: readonly CellOfTable<Hole>[];
}

/** A cell. Its content has no hard line breaks, which a cell in Markdown cannot have. */
export interface CellOfTable<Hole = never> {
  readonly type: 'tableCell';
  readonly children: readonly Inline<Hole>[];
}

/** A short rule line between two parts of a text (CommonMark 0.31.2, section 4.1). */
export interface ThematicBreak {
  readonly type: 'thematicBreak';
}

/** A picture between two blocks: an image of CommonMark that is alone in its paragraph. */
export interface PictureBlock {
  readonly type: 'picture';
  readonly figure: Figure;
  readonly origin?: TemplateOrigin;
}

/** Creates a text node without isolates, for text that contains no merged values. */
export function createTextNode(value: string): Text {
  return { type: 'text', value };
}

/** Returns the words of a text that may have isolates. */
export function textWords(text: string | Text): string {
  return typeof text === 'string' ? text : text.value;
}

/** Returns inline content as plain text: without the marks of notes, and with a space for each line break. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return ' ';
      return node.type === 'footnoteReference' ? '' : plainText(node.children);
    })
    .join('');
}
