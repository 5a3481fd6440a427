/**
 * A node of an HTML document. A string is text, which `printHtml` escapes: no text of a letter is ever markup. A list of
 * nodes stands for the nodes in it.
 */
export type HtmlNode = string | HtmlElement | readonly HtmlNode[];

/** An element with its attributes. An attribute that is undefined is not written. */
export interface HtmlElement {
  readonly name: ElementName;
  readonly attributes: HtmlAttributes;
  readonly children: readonly HtmlNode[];
}

/** The attributes of an element, by their names. */
export type HtmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** The elements that documents have. `style` is the only one in which HTML knows no escapes. */
export type ElementName =
  BlockElement | VoidElement | 'a' | 'bdi' | 'em' | 'span' | 'strong' | 'style' | 'sup' | 'time' | 'title';

/** The elements that are written on lines of their own. */
export type BlockElement = (typeof BLOCK_ELEMENTS)[number];

/** The elements without content and without an end tag (HTML, section 13.1.2, "void elements"). */
export type VoidElement = (typeof VOID_ELEMENTS)[number];

export const BLOCK_ELEMENTS = [
  'html',
  'head',
  'body',
  'header',
  'main',
  'section',
  'div',
  'address',
  'p',
  'h1',
  'h2',
  'h3',
  'ol',
  'ul',
  'li',
  'blockquote',
  'figure',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;

export const VOID_ELEMENTS = ['br', 'hr', 'img', 'meta'] as const;

/** Creates an element. */
export function createElement(
  name: ElementName,
  attributes: HtmlAttributes = {},
  ...children: readonly HtmlNode[]
): HtmlElement {
  return { name, attributes, children };
}
