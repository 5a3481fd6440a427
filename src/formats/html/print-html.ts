import { escapeXml } from '../escape-xml.ts';
import { BLOCK_ELEMENTS, VOID_ELEMENTS, type HtmlAttributes, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** The elements that begin on a line of their own; white space around them is not part of the text. */
const ON_OWN_LINE: ReadonlySet<string> = new Set([...BLOCK_ELEMENTS, 'hr', 'meta', 'style', 'title']);
const WITHOUT_END_TAG: ReadonlySet<string> = new Set(VOID_ELEMENTS);

/**
 * Prints nodes as HTML (https://html.spec.whatwg.org/#serialising-html-fragments). The only place where text and values
 * of attributes become markup: they are escaped as in XML, which is right in HTML too. Each block begins on a line of its
 * own.
 */
export function printHtml(node: HtmlNode): string {
  if (typeof node === 'string') return escapeXml(node);
  if (!isElement(node)) return printNodes(node);
  const { name, attributes, children } = node;
  const startTag = `<${name}${printAttributes(attributes)}>`;
  if (WITHOUT_END_TAG.has(name)) return startTag;
  const content = name === 'style' ? printStyle(children) : printNodes(children);
  return `${startTag}${content}</${name}>`;
}

/** Prints nodes; if all of them are blocks, each of them on a line of its own. */
function printNodes(nodes: readonly HtmlNode[]): string {
  const flatNodes = nodes.flatMap(flatten);
  const areBlocks = flatNodes.length > 0 && flatNodes.every((node) => isElement(node) && ON_OWN_LINE.has(node.name));
  return areBlocks ? `\n${flatNodes.map(printHtml).join('\n')}\n` : flatNodes.map(printHtml).join('');
}

function flatten(node: HtmlNode): readonly (string | HtmlElement)[] {
  return typeof node === 'string' || isElement(node) ? [node] : node.flatMap(flatten);
}

function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node === 'object' && 'name' in node;
}

/** Returns the content of a style element, in which HTML knows no escapes. Throws an error if it would end there. */
function printStyle(children: readonly HtmlNode[]): string {
  const style = children.filter((child) => typeof child === 'string').join('');
  if (style.includes('<')) throw new Error('a stylesheet cannot have the character <');
  return style;
}

function printAttributes(attributes: HtmlAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
}
