import type { Language } from './language.ts';

/**
 * What a letter may hold: mdast (https://github.com/syntax-tree/mdast), narrowed. Shapes are mdast's own, so that its
 * tools read them; what is missing here (HTML, images, code, tables, rules) a letter cannot have. A template is the same
 * tree with a `Hole` among inline content and a `Slot` among blocks wherever something is to be put in.
 */
export type Inline<Hole = never> = Text | Break | FootnoteReference | Emphasis<Hole> | Strong<Hole> | Link<Hole> | Hole;

/** A block of the body. */
export type Block<Hole = never, Slot = never> =
  Paragraph<Hole> | Heading<Hole> | List<Hole, Slot> | Blockquote<Hole, Slot> | Slot;

export interface Text {
  readonly type: 'text';
  readonly value: string;
  /** Left out: that of the letter. */
  readonly language?: Language;
}

export interface Emphasis<Hole = never> {
  readonly type: 'emphasis';
  readonly children: readonly Inline<Hole>[];
}

export interface Strong<Hole = never> {
  readonly type: 'strong';
  readonly children: readonly Inline<Hole>[];
}

/** A link to an `https:`, `http:` or `mailto:` address; nothing else gets this far. */
export interface Link<Hole = never> {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline<Hole>[];
}

export interface Break {
  readonly type: 'break';
}

/** The mark of a note; `identifier` is the note's number in the letter, as text. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly identifier: string;
}

export interface Paragraph<Hole = never> {
  readonly type: 'paragraph';
  readonly children: readonly Inline<Hole>[];
}

/** A heading inside the body. The subject line is the letter's only heading of depth 1. */
export interface Heading<Hole = never> {
  readonly type: 'heading';
  readonly depth: 2 | 3;
  readonly children: readonly Inline<Hole>[];
}

export interface List<Hole = never, Slot = never> {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
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

/** The words of inline content, without marks of notes. */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'break') return ' ';
      return node.type === 'footnoteReference' ? '' : plainText(node.children);
    })
    .join('');
}
