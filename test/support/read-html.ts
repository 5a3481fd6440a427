import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type ReadElement = DefaultTreeAdapterTypes.Element;

/** Parses an HTML document. Throws an Error if the parser has to repair it (HTML, section 13.2.2, "parse errors"). */
function readHtml(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, {
    onParseError: ({ code, startLine, startCol }) => {
      throw new Error(`${code} at ${startLine}:${startCol}`);
    },
  });
}

/** Returns the elements of a document, in order. */
export function elementsOfHtml(html: string): readonly ReadElement[] {
  const elementsIn = (node: HtmlNode): readonly ReadElement[] =>
    isElement(node) ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
  return readHtml(html).childNodes.flatMap(elementsIn);
}

/** Returns the value of an attribute; undefined if the element does not have it. */
export function attributeOf({ attrs }: ReadElement, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** Returns the text of an element, and of all in it. */
export function textOfElement(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOfElement).join('') : '';
}

/** The words of a letter in reading order, with the numbers of lists and notes, but without the marks of notes. */
export function wordsOfHtml(html: string): string {
  return elementsOfHtml(html)
    .filter(({ tagName }) => tagName === 'body')
    .map(wordsIn)
    .join('');
}

function wordsIn(node: HtmlNode): string {
  if ('value' in node) return node.value;
  if (!isElement(node)) return '';
  const role = attributeOf(node, 'role');
  if (role === 'doc-noteref' || role === 'doc-backlink') return '';
  if (node.tagName === 'img') return attributeOf(node, 'alt') ?? '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName !== 'ol') return node.childNodes.map(wordsIn).join('');
  let number = Number(attributeOf(node, 'start') ?? 1) - 1;
  return node.childNodes
    .map((child) => {
      if (!isElement(child)) return wordsIn(child);
      const value = attributeOf(child, 'value');
      number = value === undefined ? number + 1 : Number(value);
      return `${number}${value === undefined ? '.' : ''} ${wordsIn(child)}`;
    })
    .join('');
}

function isElement(node: HtmlNode): node is ReadElement {
  return 'tagName' in node;
}

/**
 * The rules of a validator for the content of elements, their attributes and accessible names. A list has a name where
 * its label is outside it, and a subject may be longer than search engines print.
 */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'aria-label-misuse': ['error', { allowAnyNamable: true }] },
  }),
);

/** Returns what a validator finds in an HTML document. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}
