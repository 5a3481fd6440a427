import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { refusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { replaceComments } from './html-comments.ts';
import { joinTexts, trimInlines, type PatternBlock, type PatternInline, type PatternItem } from './pattern.ts';
import { refusedReferences } from './refused-references.ts';
import { locate, PLACEHOLDERS, type Insert, type Rendered } from './rendered.ts';
import { doubledSpaces } from './working-notes.ts';

/**
 * A text parsed as Markdown: the tree of a letter with holes and slots, and a fault for all that letters do not
 * support.
 */
export interface ParsedText {
  /** The heading of depth 1 at the start of a body; undefined if there is none, or if it is empty. */
  readonly subject: readonly PatternInline[] | undefined;
  readonly blocks: readonly PatternBlock[];
  /** The inserts of the rendered text, without those inside HTML comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
}

/**
 * Matches a line with more than 32 container markers (`> > - …`) or 100 spaces of indentation, because the Markdown
 * parser recurses into each container.
 */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])[ \t]*){33}|^[ \t]{101}/m;

/** The maximum depth of nested emphasis; the formats recurse into it. */
const MAX_EMPHASIS_DEPTH = 16;

/**
 * Parses a rendered text as CommonMark and narrows the mdast tree to the nodes of letters. Marks are placeholders for
 * values and plain text to the parser, so the text of a profile can never become markup. `subject`: whether a heading
 * of depth 1 at the start is the subject.
 */
export function parseMarkdown(rendered: Rendered, options: { readonly subject: boolean }): ParsedText {
  const faults: Diagnostic[] = [];
  const context: MarkdownContext = { rendered, faults, claimed: new Set(), commented: new Set() };
  const tooDeep = TOO_DEEP.exec(rendered.text);
  if (tooDeep !== null) {
    const message = say`lists and quotations nest too deep here`;
    report(context, tooDeep.index, 'template/too-large', message, say`A letter needs two or three levels.`);
    return { subject: undefined, blocks: [], inserts: rendered.inserts, faults };
  }
  const { children } = fromMarkdown(rendered.text);
  const [first] = children;
  const hasSubject = options.subject && first?.type === 'heading' && first.depth === 1;
  const subject = hasSubject ? narrowHeading(context, first, faults.length) : [];
  const blocks = (hasSubject ? children.slice(1) : children).flatMap((node) => narrowBlock(context, node, true));
  const inserts = rendered.inserts.filter((_, index) => !context.commented.has(index));
  const stray = rendered.inserts.filter((_, index) => !context.claimed.has(index) && !context.commented.has(index));
  faults.push(...stray.map(strayInsert));
  return { subject: subject.length === 0 ? undefined : subject, blocks, inserts, faults };
}

interface MarkdownContext {
  readonly rendered: Rendered;
  readonly faults: Diagnostic[];
  /** Indices of the inserts that have become a hole or a slot, or whose fault is already reported. */
  readonly claimed: Set<number>;
  /** Indices of the inserts inside HTML comments. */
  readonly commented: Set<number>;
}

/** Narrows a block. `isTop`: it is not nested in another block; only there can a paragraph be a slot. */
function narrowBlock(context: MarkdownContext, node: RootContent, isTop = false): readonly PatternBlock[] {
  const faultsBefore = context.faults.length;
  switch (node.type) {
    case 'paragraph': {
      const slot = isTop ? slotIn(context, node.children) : undefined;
      if (slot !== undefined) return [{ type: 'slot', insert: slot }];
      const children = trimInlines(narrowInlines(context, node.children));
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'heading': {
      if (node.depth > 3) {
        unsupported(context, node, say`headings go down to ${'###'}`, say`Use ${'##'} or ${'###'}.`);
      } else if (node.depth === 1) {
        const hint = say`Use ${'##'} or ${'###'}; the subject is the first line of the body.`;
        unsupported(context, node, say`a letter has one subject line`, hint);
      }
      const children = narrowHeading(context, node, faultsBefore);
      return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth === 2 ? 2 : 3, children }];
    }
    case 'list': {
      const items = node.children.map((item): PatternItem => {
        const itemFaultsBefore = context.faults.length;
        const children = item.children.flatMap((child) => narrowBlock(context, child));
        if (children.length === 0) reportEmpty(context, item, itemFaultsBefore, say`this item of a list has no words`);
        return { type: 'listItem', children };
      });
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children: items }];
    }
    case 'blockquote': {
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

/** Returns the content of a heading; reports an empty one. `faultsBefore`: see `reportEmpty`. */
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
      validateWords(context, node);
      return splitAtMarks(context, node.value);
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
      if (depth === MAX_EMPHASIS_DEPTH) {
        const hint = say`A letter needs one or two levels.`;
        report(context, nodeStart(node), 'template/too-large', say`emphasis nests too deep here`, hint);
        return [];
      }
      return [{ type: node.type, children: narrowInlines(context, node.children, depth + 1) }];
    case 'link': {
      const faultsBefore = context.faults.length;
      const children = narrowInlines(context, node.children, depth);
      const insert = claimInsert(context, node.url) ?? claimInsert(context, node.title ?? '');
      const refused = refusedCharacters(node.url);
      if (insert !== undefined) context.faults.push(strayInsert(insert));
      else if (refused.length > 0) {
        for (const character of refused) reportCharacter(context, nodeStart(node), character);
      } else if (!isAllowedLink(node.url)) {
        const hint = say`Links begin with ${'https://'}, ${'http://'} or ${'mailto:'}.`;
        report(context, nodeStart(node), 'text/link-refused', say`a letter does not link to ${node.url}`, hint);
      }
      if (typeof node.title === 'string') {
        unsupported(context, node, say`links have no titles`, say`Remove the words in quotes after the address.`);
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

/**
 * Message and hint for each mdast node type that letters do not support; `refuseNode` has a fallback for all others.
 */
const REFUSED: Readonly<Record<string, readonly [message: Message, hint: Message]>> = {
  code: [say`letters hold no code`, say`Indent by less than four spaces; use no fences.`],
  definition: [say`reference links are not supported`, say`Write ${'[words](https://…)'} where it stands.`],
  image: [say`letters hold no images`, say`Remove it.`],
  imageReference: [say`letters hold no images`, say`Remove it.`],
  inlineCode: [say`letters hold no code`, say`Remove the backticks.`],
  linkReference: [say`reference links are not supported`, say`Write ${'[words](https://…)'} in place.`],
  thematicBreak: [say`letters hold no rules`, say`Remove the line, or use a heading.`],
};

function refuseNode(context: MarkdownContext, node: Nodes): readonly never[] {
  const [message, hint] = REFUSED[node.type] ?? [say`letters hold no ${node.type}`, say`Write it as plain words.`];
  return unsupported(context, node, message, hint);
}

/**
 * Whether a URL is absolute, with the scheme `http`, `https` or `mailto`, and has no white space or invisible
 * characters.
 */
export function isAllowedLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Co}]+$/iu.test(url);
}

/** Drops HTML comments, which are for the writers of a text, and refuses all other HTML. */
function narrowHtml(context: MarkdownContext, node: Nodes & { readonly type: 'html' }): void {
  if (replaceComments(node.value, () => '').trim() !== '') {
    const hint = say`Write it in Markdown. A comment ${'<!-- … -->'} needs its line to itself.`;
    unsupported(context, node, say`letters hold no HTML`, hint);
    return;
  }
  for (const [, insert] of node.value.matchAll(PLACEHOLDERS)) context.commented.add(Number(insert));
}

/** Returns the index of the passage or demands insert that is the only content of a paragraph. */
function slotIn(context: MarkdownContext, nodes: readonly PhrasingContent[]): number | undefined {
  const [only] = nodes;
  const mark = nodes.length === 1 && only?.type === 'text' ? /^\uE000(\d+)\uE001$/.exec(only.value) : null;
  if (mark === null) return undefined;
  const index = Number(mark[1]);
  const kind = context.rendered.inserts[index]?.kind;
  if (kind !== 'passage' && kind !== 'demands') return undefined;
  context.claimed.add(index);
  return index;
}

/** Splits a text node at its marks into text and holes. */
function splitAtMarks(context: MarkdownContext, value: string): readonly PatternInline[] {
  return value.split(/(\uE000\d+\uE001)/).flatMap((part): readonly PatternInline[] => {
    const [, number] = /^\uE000(\d+)\uE001$/.exec(part) ?? [];
    // A soft line break (CommonMark 0.31.2, section 6.8) is printed as a space.
    if (number === undefined) return part === '' ? [] : [{ type: 'text', value: part.replaceAll('\n', ' ') }];
    const index = Number(number);
    const insert = context.rendered.inserts[index];
    context.claimed.add(index);
    if (insert?.kind === 'value' || insert?.kind === 'citation') return [{ type: 'hole', insert: index }];
    if (insert !== undefined) context.faults.push(notAlone(insert));
    return [];
  });
}

/** Reports what only the Markdown source shows: double spaces, character references, and footnotes typed as `[^1]`. */
function validateWords(context: MarkdownContext, node: Nodes & { readonly type: 'text' }): void {
  const start = nodeStart(node);
  const source = context.rendered.text.slice(start, node.position?.end.offset);
  for (const offset of doubledSpaces(source)) {
    report(context, start + offset, 'text/working-note', say`two spaces in a row`, say`Leave one of them.`);
  }
  for (const { refused, offset } of refusedReferences(node.value.replaceAll(PLACEHOLDERS, ' '), source)) {
    reportCharacter(context, start + offset, refused);
  }
  for (const { index, 0: note } of source.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g)) {
    const hint = say`Write ${'{{cite "key"}}'} with the key of a source.`;
    report(context, start + index, 'text/unsupported-markdown', say`${note} is no note that a letter can hold`, hint);
  }
}

function reportCharacter(context: MarkdownContext, offset: number, { codePoint, kind }: RefusedCharacter): void {
  const message = [`${codePoint} may not stand in a letter: it is ${kind}`];
  report(context, offset, 'file/forbidden-character', message, say`Remove the ${'&…;'} that stands for it.`);
}

/** Returns the first insert with a mark in `text`, and adds it to `claimed`. */
function claimInsert(context: MarkdownContext, text: string): Insert | undefined {
  const [mark] = text.matchAll(PLACEHOLDERS);
  if (mark === undefined) return undefined;
  context.claimed.add(Number(mark[1]));
  return context.rendered.inserts[Number(mark[1])];
}

/** Returns the fault for an insert whose mark is not in the words of the text. */
function strayInsert(insert: Insert): Diagnostic {
  if (insert.kind === 'passage' || insert.kind === 'demands') return notAlone(insert);
  const { span, includedFrom: related } = insert;
  const message = say`a value cannot stand in code, HTML or the address of a link`;
  return fault('text/value-in-markup', span, message, { hint: say`Put it among the words.`, related });
}

/** Returns the fault for a passage or the demands in a paragraph with other content, or in a nested block. */
function notAlone({ kind, span, includedFrom: related }: Insert): Diagnostic {
  const message = say`${kind} needs a paragraph of its own, not in a list, a quotation or a heading`;
  const hint = say`Put empty lines before and after it.`;
  return fault('text/not-alone', span, message, { hint, related });
}

function unsupported(context: MarkdownContext, node: Nodes, message: Message, hint: Message): readonly never[] {
  report(context, nodeStart(node), 'text/unsupported-markdown', message, hint);
  return [];
}

/**
 * Reports a node without content, unless its content was refused and has a fault already. `faultsBefore`: the number of
 * faults before the content was narrowed.
 */
function reportEmpty(context: MarkdownContext, node: Nodes, faultsBefore: number, message: Message): readonly never[] {
  if (context.faults.length === faultsBefore)
    report(context, nodeStart(node), 'text/empty-part', message, say`Write them, or remove it.`);
  return [];
}

/** Reports a fault at an offset of the rendered text. */
function report(context: MarkdownContext, offset: number, code: DiagnosticCode, message: Message, hint: Message): void {
  const { span, includedFrom: chain } = locate(context.rendered, offset);
  context.faults.push(fault(code, span, message, { hint, related: chain }));
}

function nodeStart(node: Nodes): number {
  const offset = node.position?.start.offset;
  if (offset === undefined) throw new Error(`the parser of Markdown gave no place for a ${node.type}`);
  return offset;
}
