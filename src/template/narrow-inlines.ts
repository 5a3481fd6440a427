import type { Link, Nodes, PhrasingContent } from 'mdast';
import { findRefusedCharacters } from '../model/character-policy.ts';
import { say } from '../model/message.ts';
import { splitBareAddress } from './bare-addresses.ts';
import { findFailedLinks } from './doubtful-markup.ts';
import { replaceComments } from './html-comments.ts';
import {
  nodeStart,
  notAloneFault,
  refuseNode,
  reportCharacter,
  reportEmpty,
  reportFault,
  reportForeignMarkup,
  reportUnsupported,
  sourceOf,
  strayInsertFault,
  type MarkdownContext,
} from './markdown-faults.ts';
import { findInlineForeignMarkup } from './other-dialects.ts';
import { joinTexts, type PatternInline } from './pattern.ts';
import { findRefusedReferences } from './refused-references.ts';
import { PLACEHOLDERS, type Insert } from './rendered.ts';
import { findDoubledSpaces } from './working-notes.ts';

/** The maximum depth of nested emphasis. The output formats recurse into it. */
const MAX_EMPHASIS_DEPTH = 16;

/** Narrows inline content. `depth` is the number of enclosing emphasis and strong nodes. */
export function narrowInlines(
  context: MarkdownContext,
  nodes: readonly PhrasingContent[],
  depth = 0,
): readonly PatternInline[] {
  return joinTexts(nodes.flatMap((node) => narrowInline(context, node, depth)));
}

function narrowInline(context: MarkdownContext, node: PhrasingContent, depth: number): readonly PatternInline[] {
  switch (node.type) {
    case 'text':
      validateTextNode(context, node);
      return splitAtPlaceholders(context, node.value);
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
      if (depth === MAX_EMPHASIS_DEPTH) {
        const hint = say`A letter needs one or two levels.`;
        reportFault(context, nodeStart(node), 'template/too-large', say`emphasis nests too deep here`, hint);
        return [];
      }
      return [{ type: node.type, children: narrowInlines(context, node.children, depth + 1) }];
    case 'link': {
      const bareAddress = narrowBareAddress(context, node);
      if (bareAddress !== undefined) return bareAddress;
      const faultsBefore = context.faults.length;
      const children = isAutolink(context, node)
        ? splitAtPlaceholders(context, joinTextValues(node.children))
        : narrowInlines(context, node.children, depth);
      const insert = handleFirstInsert(context, node.url) ?? handleFirstInsert(context, node.title ?? '');
      const refusedInUrl = findRefusedCharacters(node.url);
      if (insert !== undefined) context.faults.push(strayInsertFault(insert));
      else if (refusedInUrl.length > 0) {
        for (const character of refusedInUrl) reportCharacter(context, nodeStart(node), character);
      } else if (!isAllowedLink(node.url)) {
        const hint = say`Links begin with ${'https://'}, ${'http://'} or ${'mailto:'}.`;
        reportFault(context, nodeStart(node), 'text/link-refused', say`a letter does not link to ${node.url}`, hint);
      }
      if (typeof node.title === 'string') {
        reportUnsupported(context, node, say`links have no titles`, say`Remove the words in quotes after the address.`);
      }
      if (children.length === 0) reportEmpty(context, node, faultsBefore, say`this link has no words`);
      return [{ type: 'link', url: node.url, children }];
    }
    case 'html':
      narrowHtml(context, node);
      return [];
    case 'image': {
      const hint = say`Put it on a line of its own, with empty lines before and after it; a list item may have nothing else.`;
      reportFault(context, nodeStart(node), 'text/not-alone', say`a picture cannot stand among words`, hint);
      handleFirstInsert(context, `${node.alt ?? ''}${node.url}${node.title ?? ''}`);
      return [];
    }
    default:
      return refuseNode(context, node);
  }
}

/** Whether a link is an address, with or without angle brackets (CommonMark 0.31.2, section 6.5), and has no words. */
function isAutolink(context: MarkdownContext, node: Link): boolean {
  return context.rendered.text[nodeStart(node)] !== '[';
}

/**
 * Narrows a bare address that is followed by a citation or by punctuation without a space between. The parser takes both
 * into the address. Returns undefined for any other link.
 */
function narrowBareAddress(context: MarkdownContext, node: Link): readonly PatternInline[] | undefined {
  const text = joinTextValues(node.children);
  if (!isAutolink(context, node) || context.rendered.text[nodeStart(node)] === '<') return undefined;
  const [placeholder] = text.matchAll(PLACEHOLDERS);
  const isCited = context.rendered.inserts[Number(placeholder?.[1])]?.kind === 'citation';
  const address = splitBareAddress(isCited ? text.slice(0, placeholder?.index) : text);
  if (address === undefined || address.words === text) return undefined;
  const rest = text.slice(address.words.length);
  // Words directly after the mark of a note would be a mistake, or a part of the address.
  if (isCited && !/^[^\uE000]*(?:\uE000\d+\uE001)+[\p{P}]*$/u.test(rest)) return undefined;
  return [
    { type: 'link', url: address.url, children: [{ type: 'text', value: address.words }] },
    ...splitAtPlaceholders(context, rest),
  ];
}

/** Returns the text of inline nodes of which all are text. */
function joinTextValues(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : '')).join('');
}

/**
 * Whether a URL is absolute, has the scheme `http`, `https` or `mailto`, and contains neither white space nor invisible
 * characters.
 */
export function isAllowedLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Co}]+$/iu.test(url);
}

/** Drops HTML comments, which are notes between writers, and refuses all other HTML. */
export function narrowHtml(context: MarkdownContext, node: Nodes & { readonly type: 'html' }): void {
  if (replaceComments(node.value, () => '').trim() !== '') {
    const hint = say`Write it in Markdown. A comment ${'<!-- … -->'} needs its line to itself.`;
    reportUnsupported(context, node, say`letters hold no HTML`, hint);
    return;
  }
  for (const [, insertIndex] of node.value.matchAll(PLACEHOLDERS)) context.commentedInserts.add(Number(insertIndex));
}

/** Splits the value of a text node at its placeholders into texts and holes. */
function splitAtPlaceholders(context: MarkdownContext, value: string): readonly PatternInline[] {
  return value.split(/(\uE000\d+\uE001)/).flatMap((part): readonly PatternInline[] => {
    const [, insertIndex] = /^\uE000(\d+)\uE001$/.exec(part) ?? [];
    // A line feed in a text node is a soft line break (CommonMark 0.31.2, section 6.8), which is printed as a space.
    if (insertIndex === undefined) return part === '' ? [] : [{ type: 'text', value: part.replaceAll('\n', ' ') }];
    const index = Number(insertIndex);
    const insert = context.rendered.inserts[index];
    context.handledInserts.add(index);
    if (insert?.kind === 'value' || insert?.kind === 'plural' || insert?.kind === 'citation')
      return [{ type: 'hole', insert: index }];
    if (insert !== undefined) context.faults.push(notAloneFault(insert));
    return [];
  });
}

/**
 * Reports faults of a text that only its Markdown source shows: two spaces in a row, references to refused characters,
 * and markup of other dialects.
 */
function validateTextNode(context: MarkdownContext, node: Nodes & { readonly type: 'text' }): void {
  const start = nodeStart(node);
  const source = sourceOf(context, node);
  for (const offset of findDoubledSpaces(source)) {
    reportFault(context, start + offset, 'text/working-note', say`two spaces in a row`, say`Leave one of them.`);
  }
  for (const { refused, offset } of findRefusedReferences(node.value.replaceAll(PLACEHOLDERS, ' '), source)) {
    reportCharacter(context, start + offset, refused);
  }
  reportForeignMarkup(context, node, findInlineForeignMarkup(source));
  context.doubtful.push(...findFailedLinks(context.rendered, start, start + source.length));
}

/** Returns the first insert with a placeholder in `text`, and marks it as handled. */
function handleFirstInsert(context: MarkdownContext, text: string): Insert | undefined {
  const [placeholder] = text.matchAll(PLACEHOLDERS);
  if (placeholder === undefined) return undefined;
  context.handledInserts.add(Number(placeholder[1]));
  return context.rendered.inserts[Number(placeholder[1])];
}
