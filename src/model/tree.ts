import type { Language } from './language.ts';

/**
 * What a letter may hold: mdast (https://github.com/syntax-tree/mdast), narrowed. Shapes are mdast's own, so that its
 * tools read them; what is missing here (HTML, images, code, tables, rules) a letter cannot have.
 */
export type Inline = Text | Emphasis | Strong | Link | Break | FootnoteReference;

export interface Text {
  readonly type: 'text';
  readonly value: string;
  /** Left out: that of the letter. */
  readonly language?: Language;
}

export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}

export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

/** A link to an `https:`, `http:` or `mailto:` address; nothing else gets this far. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}

export interface Break {
  readonly type: 'break';
}

/** The mark of a note; `identifier` is the note's number in the letter, as text. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly identifier: string;
}

export type Block = Paragraph | Heading | List | Blockquote;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** A heading inside the body. The subject line is the letter's only heading of depth 1. */
export interface Heading {
  readonly type: 'heading';
  readonly depth: 2 | 3;
  readonly children: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly children: readonly ListItem[];
}

export interface ListItem {
  readonly type: 'listItem';
  readonly children: readonly Block[];
}

export interface Blockquote {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
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
