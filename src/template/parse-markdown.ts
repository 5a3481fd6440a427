import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { findRefusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { BARE_ADDRESSES, splitBareAddress } from './bare-addresses.ts';
import { replaceComments } from './html-comments.ts';
import { findExcess } from './markdown-limits.ts';
import {
  findAlert,
  findInlineForeignMarkup,
  findLineForeignMarkup,
  findTaskBox,
  type ForeignMarkup,
} from './other-dialects.ts';
import { joinTexts, trimInlines, type PatternBlock, type PatternInline, type PatternItem } from './pattern.ts';
import { findRefusedReferences } from './refused-references.ts';
import { locate, PLACEHOLDERS, type Insert, type RenderedText } from './rendered.ts';
import { findDoubledSpaces } from './working-notes.ts';

/**
 * A text parsed as Markdown: its tree, with holes (inside lines) and slots (between blocks) where inserts go, and a
 * fault for each construct that letters do not support.
 */
export interface ParsedText {
  /** The heading of depth 1 at the start of a body; undefined if there is none, or if it is empty. */
  readonly subject: readonly PatternInline[] | undefined;
  readonly blocks: readonly PatternBlock[];
  /** The inserts of the rendered text, without those inside HTML comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
}

/** The maximum depth of nested emphasis. The output formats recurse into it. */
const MAX_EMPHASIS_DEPTH = 16;

/**
 * Parses a rendered text as CommonMark and narrows the mdast tree to the nodes that letters support. Values are still
 * placeholders, which are plain text to the parser, so that the text of a profile can never become markup. `subject`:
 * whether a heading of depth 1 at the start is the subject of the letter.
 */
export function parseMarkdown(rendered: RenderedText, options: { readonly subject: boolean }): ParsedText {
  const faults: Diagnostic[] = [];
  const context: MarkdownContext = { rendered, faults, handledInserts: new Set(), commentedInserts: new Set() };
  const excess = findExcess(rendered.text);
  if (excess !== undefined) {
    reportFault(context, excess.offset, 'template/too-large', excess.message, excess.hint);
    return { subject: undefined, blocks: [], inserts: rendered.inserts, faults };
  }
  const { children } = fromMarkdown(rendered.text, BARE_ADDRESSES);
  const [firstNode] = children;
  const hasSubject = options.subject && firstNode?.type === 'heading' && firstNode.depth === 1;
  const subject = hasSubject ? narrowHeading(context, firstNode, faults.length) : [];
  const blocks = (hasSubject ? children.slice(1) : children).flatMap((node) => narrowBlock(context, node, true));
  const inserts = rendered.inserts.filter((_, index) => !context.commentedInserts.has(index));
  const strayInserts = rendered.inserts.filter(
    (_, index) => !context.handledInserts.has(index) && !context.commentedInserts.has(index),
  );
  faults.push(...strayInserts.map(strayInsertFault));
  return { subject: subject.length === 0 ? undefined : subject, blocks, inserts, faults };
}

interface MarkdownContext {
  readonly rendered: RenderedText;
  readonly faults: Diagnostic[];
  /** The indices of the inserts that have become a hole or a slot, or whose fault is already reported. */
  readonly handledInserts: Set<number>;
  /** The indices of the inserts inside HTML comments. */
  readonly commentedInserts: Set<number>;
}

/** Narrows a block. `isTopLevel`: the block is not nested in another one, so that a paragraph can be a slot. */
function narrowBlock(context: MarkdownContext, node: RootContent, isTopLevel = false): readonly PatternBlock[] {
  const faultsBefore = context.faults.length;
  switch (node.type) {
    case 'paragraph': {
      const slot = isTopLevel ? handleSlotInsert(context, node.children) : undefined;
      if (slot !== undefined) return [{ type: 'slot', insert: slot }];
      reportForeignMarkup(context, node, findLineForeignMarkup(sourceOf(context, node)));
      const children = trimInlines(narrowInlines(context, node.children));
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'heading': {
      if (node.depth > 3) {
        reportUnsupported(context, node, say`headings go down to ${'###'}`, say`Use ${'##'} or ${'###'}.`);
      } else if (node.depth === 1) {
        const hint = say`Use ${'##'} or ${'###'}; the subject is the first line of the body.`;
        reportUnsupported(context, node, say`a letter has one subject line`, hint);
      }
      const children = narrowHeading(context, node, faultsBefore);
      return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth === 2 ? 2 : 3, children }];
    }
    case 'list': {
      const items = node.children.map((item): PatternItem => {
        const itemFaultsBefore = context.faults.length;
        reportForeignStart(context, item.children[0], findTaskBox);
        const children = item.children.flatMap((child) => narrowBlock(context, child));
        if (children.length === 0) reportEmpty(context, item, itemFaultsBefore, say`this item of a list has no words`);
        return { type: 'listItem', children };
      });
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children: items }];
    }
    case 'blockquote': {
      reportForeignStart(context, node.children[0], findAlert);
      const children = node.children.flatMap((child) => narrowBlock(context, child));
      if (children.length === 0) return reportEmpty(context, node, faultsBefore, say`this quotation has no words`);
      return [{ type: 'blockquote', children }];
    }
    case 'html':
      narrowHtml(context, node);
      return [];
    default:
      return refuseNode(context, node);
  }
}

/** Narrows the content of a heading, and reports a heading without content. `faultsBefore`: see `reportEmpty`. */
function narrowHeading(
  context: MarkdownContext,
  node: Nodes & { readonly type: 'heading' },
  faultsBefore: number,
): readonly PatternInline[] {
  const children = trimInlines(narrowInlines(context, node.children));
  return children.length > 0 ? children : reportEmpty(context, node, faultsBefore, say`this heading has no words`);
}

/** Narrows inline content. `depth` is the number of enclosing emphasis and strong nodes. */
function narrowInlines(
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

/** The message and the hint for the mdast node types that letters do not support; `refuseNode` has a fallback. */
const REFUSED_NODES: Readonly<Record<string, readonly [message: Message, hint: Message]>> = {
  code: [say`letters hold no code`, say`Indent by less than four spaces; use no fences.`],
  definition: [say`reference links are not supported`, say`Write ${'[words](https://…)'} where it stands.`],
  image: [say`letters hold no images`, say`Remove it.`],
  imageReference: [say`letters hold no images`, say`Remove it.`],
  inlineCode: [say`letters hold no code`, say`Remove the backticks.`],
  linkReference: [say`reference links are not supported`, say`Write ${'[words](https://…)'} in place.`],
  thematicBreak: [say`letters hold no rules`, say`Remove the line, or use a heading.`],
};

/** The message and the hint for a footnote that the parser takes for a reference link or its definition. */
const FOOTNOTE = [
  say`texts cannot contain footnotes`,
  say`Write ${'{{cite "key"}}'} with the key of a source.`,
] as const;

function refuseNode(context: MarkdownContext, node: Nodes): readonly never[] {
  if ('label' in node && node.label?.startsWith('^') === true) return reportUnsupported(context, node, ...FOOTNOTE);
  const [message, hint] = REFUSED_NODES[node.type] ?? [
    say`letters hold no ${node.type}`,
    say`Write it as plain words.`,
  ];
  return reportUnsupported(context, node, message, hint);
}

/**
 * Whether a URL is absolute, has the scheme `http`, `https` or `mailto`, and contains neither white space nor invisible
 * characters.
 */
export function isAllowedLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Co}]+$/iu.test(url);
}

/** Drops HTML comments, which are notes between writers, and refuses all other HTML. */
function narrowHtml(context: MarkdownContext, node: Nodes & { readonly type: 'html' }): void {
  if (replaceComments(node.value, () => '').trim() !== '') {
    const hint = say`Write it in Markdown. A comment ${'<!-- … -->'} needs its line to itself.`;
    reportUnsupported(context, node, say`letters hold no HTML`, hint);
    return;
  }
  for (const [, insertIndex] of node.value.matchAll(PLACEHOLDERS)) context.commentedInserts.add(Number(insertIndex));
}

/**
 * Returns the index of the insert, a passage or the demands, that is the only content of a paragraph; undefined if the
 * paragraph has other content.
 */
function handleSlotInsert(context: MarkdownContext, nodes: readonly PhrasingContent[]): number | undefined {
  const [firstNode] = nodes;
  const placeholder =
    nodes.length === 1 && firstNode?.type === 'text' ? /^\uE000(\d+)\uE001$/.exec(firstNode.value) : null;
  if (placeholder === null) return undefined;
  const index = Number(placeholder[1]);
  const kind = context.rendered.inserts[index]?.kind;
  if (kind !== 'passage' && kind !== 'demands') return undefined;
  context.handledInserts.add(index);
  return index;
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
    if (insert?.kind === 'value' || insert?.kind === 'citation') return [{ type: 'hole', insert: index }];
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
}

/** Reports markup of other dialects, of which each index is an offset from the start of `node`. */
function reportForeignMarkup(context: MarkdownContext, node: Nodes, found: readonly ForeignMarkup[]): void {
  for (const { index, message, hint } of found) {
    reportFault(context, nodeStart(node) + index, 'text/unsupported-markdown', message, hint);
  }
}

/** Reports markup of other dialects at the start of a list item or a quotation, of which `node` is the first block. */
function reportForeignStart(
  context: MarkdownContext,
  node: Nodes | undefined,
  find: (source: string) => ForeignMarkup | undefined,
): void {
  const found = node?.type === 'paragraph' ? find(sourceOf(context, node)) : undefined;
  if (node !== undefined && found !== undefined) reportForeignMarkup(context, node, [found]);
}

function reportCharacter(context: MarkdownContext, offset: number, { codePoint, kind }: RefusedCharacter): void {
  const message = [`${codePoint} is not allowed in a letter: it is ${kind}`];
  reportFault(context, offset, 'file/forbidden-character', message, say`Remove the ${'&…;'} that stands for it.`);
}

/** Returns the first insert with a placeholder in `text`, and marks it as handled. */
function handleFirstInsert(context: MarkdownContext, text: string): Insert | undefined {
  const [placeholder] = text.matchAll(PLACEHOLDERS);
  if (placeholder === undefined) return undefined;
  context.handledInserts.add(Number(placeholder[1]));
  return context.rendered.inserts[Number(placeholder[1])];
}

/** Returns the fault for an insert outside of the words of the text: in code, HTML, or the URL or title of a link. */
function strayInsertFault(insert: Insert): Diagnostic {
  if (insert.kind === 'passage' || insert.kind === 'demands') return notAloneFault(insert);
  const { span, includedFrom: related } = insert;
  const message = say`a value cannot stand in code, HTML or the address of a link`;
  return fault('text/value-in-markup', span, message, { hint: say`Put it among the words.`, related });
}

/** Returns the fault for a passage or the demands in a nested block, or in a paragraph with other content. */
function notAloneFault({ kind, span, includedFrom: related }: Insert): Diagnostic {
  const message = say`${kind} needs a paragraph of its own, not in a list, a quotation or a heading`;
  const hint = say`Put empty lines before and after it.`;
  return fault('text/not-alone', span, message, { hint, related });
}

/** Reports a node that letters do not support. Returns no nodes in its place. */
function reportUnsupported(context: MarkdownContext, node: Nodes, message: Message, hint: Message): readonly never[] {
  reportFault(context, nodeStart(node), 'text/unsupported-markdown', message, hint);
  return [];
}

/**
 * Reports a node without content, unless its content was refused and is already reported. Returns no nodes in its
 * place. `faultsBefore`: the number of faults before the content was narrowed.
 */
function reportEmpty(context: MarkdownContext, node: Nodes, faultsBefore: number, message: Message): readonly never[] {
  if (context.faults.length === faultsBefore)
    reportFault(context, nodeStart(node), 'text/empty-part', message, say`Write them, or remove it.`);
  return [];
}

/** Reports a fault at an offset, in UTF-16 code units, of the rendered text. */
function reportFault(
  context: MarkdownContext,
  offset: number,
  code: DiagnosticCode,
  message: Message,
  hint: Message,
): void {
  const { span, includedFrom: related } = locate(context.rendered, offset);
  context.faults.push(fault(code, span, message, { hint, related }));
}

/** Returns the Markdown from which a node was parsed. */
function sourceOf(context: MarkdownContext, node: Nodes): string {
  return context.rendered.text.slice(nodeStart(node), node.position?.end.offset);
}

/** Returns the offset of a node in the rendered text, in UTF-16 code units. */
function nodeStart(node: Nodes): number {
  const offset = node.position?.start.offset;
  if (offset === undefined) throw new Error(`the parser of Markdown gave no place for a ${node.type}`);
  return offset;
}
