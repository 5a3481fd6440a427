import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { refusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { replaceComments } from './html-comments.ts';
import { joinTexts, trimmed, type PatternBlock, type PatternInline, type PatternItem } from './pattern.ts';
import { refusedReferences } from './refused-references.ts';
import { locate, MARKS, type Insert, type Rendered } from './rendered.ts';
import { doubledSpaces } from './working-notes.ts';

/** A text as the letter's tree with holes and slots, and everything in it that a letter cannot hold. */
export interface ParsedText {
  /** The heading of depth 1 that the text begins with, where it may; undefined: it has none with words. */
  readonly subject: readonly PatternInline[] | undefined;
  readonly blocks: readonly PatternBlock[];
  /** What is put in, without what stands in comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
}

/** Containers in one line (`> > - …`), and spaces before it: Markdown's parser goes through them recursively. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])[ \t]*){33}|^[ \t]{101}/m;

/** Emphasis in emphasis: the writers of letters go through it recursively. */
const DEEPEST_SPAN = 16;

/**
 * Parses a rendered text as CommonMark and narrows it to what a letter may hold. The marks of values are words to
 * Markdown, so what is typed in a profile never decides what is a list or a link. `subject`: the text begins with one.
 */
export function parseMarkdown(rendered: Rendered, options: { readonly subject: boolean }): ParsedText {
  const faults: Diagnostic[] = [];
  const reading: MarkdownContext = { rendered, faults, filled: new Set(), commented: new Set() };
  const tooDeep = TOO_DEEP.exec(rendered.text);
  if (tooDeep !== null) {
    const message = say`lists and quotations nest too deep here`;
    report(reading, tooDeep.index, 'template/too-large', message, say`A letter needs two or three levels.`);
    return { subject: undefined, blocks: [], inserts: rendered.inserts, faults };
  }
  const { children } = fromMarkdown(rendered.text);
  const [first] = children;
  const hasSubject = options.subject && first?.type === 'heading' && first.depth === 1;
  const subject = hasSubject ? narrowHeading(reading, first, faults.length) : [];
  const blocks = (hasSubject ? children.slice(1) : children).flatMap((node) => narrowBlock(reading, node, true));
  const inserts = rendered.inserts.filter((_, index) => !reading.commented.has(index));
  const stray = rendered.inserts.filter((_, index) => !reading.filled.has(index) && !reading.commented.has(index));
  faults.push(...stray.map(strayInsert));
  return { subject: subject.length === 0 ? undefined : subject, blocks, inserts, faults };
}

interface MarkdownContext {
  readonly rendered: Rendered;
  readonly faults: Diagnostic[];
  /** The inserts that have found their place, or whose fate is decided. */
  readonly filled: Set<number>;
  readonly commented: Set<number>;
}

/** `isTop`: it stands in no other block, where passages and demands have their places. */
function narrowBlock(reading: MarkdownContext, node: RootContent, isTop = false): readonly PatternBlock[] {
  const known = reading.faults.length;
  switch (node.type) {
    case 'paragraph': {
      const slot = isTop ? slotIn(reading, node.children) : undefined;
      if (slot !== undefined) return [{ type: 'slot', insert: slot }];
      const children = trimmed(narrowInlines(reading, node.children));
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
    case 'heading': {
      if (node.depth > 3) {
        unsupported(reading, node, say`headings go down to ${'###'}`, say`Use ${'##'} or ${'###'}.`);
      } else if (node.depth === 1) {
        const hint = say`Use ${'##'} or ${'###'}; the subject is the first line of the body.`;
        unsupported(reading, node, say`a letter has one subject line`, hint);
      }
      const children = narrowHeading(reading, node, known);
      return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth === 2 ? 2 : 3, children }];
    }
    case 'list': {
      const items = node.children.map((item): PatternItem => {
        const knownBefore = reading.faults.length;
        const children = item.children.flatMap((child) => narrowBlock(reading, child));
        if (children.length === 0) empty(reading, item, knownBefore, say`this item of a list has no words`);
        return { type: 'listItem', children };
      });
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children: items }];
    }
    case 'blockquote': {
      const children = node.children.flatMap((child) => narrowBlock(reading, child));
      if (children.length === 0) return empty(reading, node, known, say`this quotation has no words`);
      return [{ type: 'blockquote', children }];
    }
    case 'html':
      narrowHtml(reading, node);
      return [];
    default:
      return refuseNode(reading, node);
  }
}

/** The words of a heading; where none are left, that is reported. `known`: see `empty`. */
function narrowHeading(
  reading: MarkdownContext,
  node: Nodes & { readonly type: 'heading' },
  known: number,
): readonly PatternInline[] {
  const children = trimmed(narrowInlines(reading, node.children));
  return children.length > 0 ? children : empty(reading, node, known, say`this heading has no words`);
}

function narrowInlines(
  reading: MarkdownContext,
  nodes: readonly PhrasingContent[],
  depth = 0,
): readonly PatternInline[] {
  return joinTexts(nodes.flatMap((node) => narrowInline(reading, node, depth)));
}

function narrowInline(reading: MarkdownContext, node: PhrasingContent, depth: number): readonly PatternInline[] {
  switch (node.type) {
    case 'text':
      validateWords(reading, node);
      return splitAtMarks(reading, node.value);
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
      if (depth === DEEPEST_SPAN) {
        const hint = say`A letter needs one or two levels.`;
        report(reading, nodeStart(node), 'template/too-large', say`emphasis nests too deep here`, hint);
        return [];
      }
      return [{ type: node.type, children: narrowInlines(reading, node.children, depth + 1) }];
    case 'link': {
      const known = reading.faults.length;
      const children = narrowInlines(reading, node.children, depth);
      const insert = insertIn(reading, node.url) ?? insertIn(reading, node.title ?? '');
      const refused = refusedCharacters(node.url);
      if (insert !== undefined) reading.faults.push(strayInsert(insert));
      else if (refused.length > 0) {
        for (const character of refused) reportCharacter(reading, nodeStart(node), character);
      } else if (!isAllowedLink(node.url)) {
        const hint = say`Links begin with ${'https://'}, ${'http://'} or ${'mailto:'}.`;
        report(reading, nodeStart(node), 'text/link-refused', say`a letter does not link to ${node.url}`, hint);
      }
      if (typeof node.title === 'string') {
        unsupported(reading, node, say`links have no titles`, say`Remove the words in quotes after the address.`);
      }
      if (children.length === 0) empty(reading, node, known, say`this link has no words`);
      return [{ type: 'link', url: node.url, children }];
    }
    case 'html':
      narrowHtml(reading, node);
      return [];
    default:
      return refuseNode(reading, node);
  }
}

/** What to do about nodes of Markdown that letters do without; plain words are there for all others. */
const REFUSED: Readonly<Record<string, readonly [message: Message, hint: Message]>> = {
  code: [say`letters hold no code`, say`Indent by less than four spaces; use no fences.`],
  definition: [say`links are not defined apart`, say`Write ${'[words](https://…)'} where it stands.`],
  image: [say`letters hold no images`, say`Remove it.`],
  imageReference: [say`letters hold no images`, say`Remove it.`],
  inlineCode: [say`letters hold no code`, say`Remove the backticks.`],
  linkReference: [say`links are not defined apart`, say`Write ${'[words](https://…)'} in place.`],
  thematicBreak: [say`letters hold no rules`, say`Remove the line, or use a heading.`],
};

function refuseNode(reading: MarkdownContext, node: Nodes): readonly never[] {
  const [message, hint] = REFUSED[node.type] ?? [say`letters hold no ${node.type}`, say`Write it as plain words.`];
  return unsupported(reading, node, message, hint);
}

/** Reads as one address that a browser or a mail program opens; no other scheme, no relative address, nothing hidden. */
export function isAllowedLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}\p{Co}]+$/iu.test(url);
}

/** Comments are for those who write the letter, and are not printed; no other HTML is either. */
function narrowHtml(reading: MarkdownContext, node: Nodes & { readonly type: 'html' }): void {
  if (replaceComments(node.value, () => '').trim() !== '') {
    const hint = say`Write it in Markdown. A comment ${'<!-- … -->'} needs its line to itself.`;
    unsupported(reading, node, say`letters hold no HTML`, hint);
    return;
  }
  for (const [, insert] of node.value.matchAll(MARKS)) reading.commented.add(Number(insert));
}

/** A paragraph of nothing but a passage or the demands. */
function slotIn(reading: MarkdownContext, nodes: readonly PhrasingContent[]): number | undefined {
  const [only] = nodes;
  const mark = nodes.length === 1 && only?.type === 'text' ? /^\uE000(\d+)\uE001$/.exec(only.value) : null;
  if (mark === null) return undefined;
  const index = Number(mark[1]);
  const kind = reading.rendered.inserts[index]?.kind;
  if (kind !== 'passage' && kind !== 'demands') return undefined;
  reading.filled.add(index);
  return index;
}

function splitAtMarks(reading: MarkdownContext, value: string): readonly PatternInline[] {
  return value.split(/(\uE000\d+\uE001)/).flatMap((part): readonly PatternInline[] => {
    const [, number] = /^\uE000(\d+)\uE001$/.exec(part) ?? [];
    // A line feed in a paragraph is where the file's line ended, and means no more than a space.
    if (number === undefined) return part === '' ? [] : [{ type: 'text', value: part.replaceAll('\n', ' ') }];
    const index = Number(number);
    const insert = reading.rendered.inserts[index];
    reading.filled.add(index);
    if (insert?.kind === 'value' || insert?.kind === 'citation') return [{ type: 'hole', insert: index }];
    if (insert !== undefined) reading.faults.push(notAlone(insert));
    return [];
  });
}

/** What can only be seen on the words as they stand in the text, not on what Markdown makes of them. */
function validateWords(reading: MarkdownContext, node: Nodes & { readonly type: 'text' }): void {
  const start = nodeStart(node);
  const words = reading.rendered.text.slice(start, node.position?.end.offset);
  for (const offset of doubledSpaces(words)) {
    report(reading, start + offset, 'text/working-note', say`two spaces in a row`, say`Leave one of them.`);
  }
  for (const { refused, offset } of refusedReferences(node.value.replaceAll(MARKS, ' '), words)) {
    reportCharacter(reading, start + offset, refused);
  }
  for (const { index, 0: note } of words.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g)) {
    const hint = say`Write ${'{{cite "key"}}'} with the key of a source.`;
    report(reading, start + index, 'text/unsupported-markdown', say`${note} is no note that a letter can hold`, hint);
  }
}

function reportCharacter(reading: MarkdownContext, offset: number, { codePoint, kind }: RefusedCharacter): void {
  const message = [`${codePoint} may not stand in a letter: it is ${kind}`];
  report(reading, offset, 'file/forbidden-character', message, say`Remove the ${'&…;'} that stands for it.`);
}

function insertIn(reading: MarkdownContext, text: string): Insert | undefined {
  const [mark] = text.matchAll(MARKS);
  if (mark === undefined) return undefined;
  reading.filled.add(Number(mark[1]));
  return reading.rendered.inserts[Number(mark[1])];
}

function strayInsert(insert: Insert): Diagnostic {
  if (insert.kind === 'passage' || insert.kind === 'demands') return notAlone(insert);
  const { span, chain: related } = insert;
  const message = say`a value cannot stand in code, HTML or the address of a link`;
  return fault('text/value-in-markup', span, message, { hint: say`Put it among the words.`, related });
}

function notAlone({ kind, span, chain: related }: Insert): Diagnostic {
  const message = say`${kind} needs a paragraph of its own, not in a list, a quotation or a heading`;
  const hint = say`Put empty lines before and after it.`;
  return fault('text/not-alone', span, message, { hint, related });
}

function unsupported(reading: MarkdownContext, node: Nodes, message: Message, hint: Message): readonly never[] {
  report(reading, nodeStart(node), 'text/unsupported-markdown', message, hint);
  return [];
}

/** `known`: how many faults there were before. What is empty because its content was refused has its fault already. */
function empty(reading: MarkdownContext, node: Nodes, known: number, message: Message): readonly never[] {
  if (reading.faults.length === known)
    report(reading, nodeStart(node), 'text/empty-part', message, say`Write them, or remove it.`);
  return [];
}

function report(reading: MarkdownContext, offset: number, code: DiagnosticCode, message: Message, hint: Message): void {
  const { span, chain } = locate(reading.rendered, offset);
  reading.faults.push(fault(code, span, message, { hint, related: chain }));
}

function nodeStart(node: Nodes): number {
  const offset = node.position?.start.offset;
  if (offset === undefined) throw new Error(`the parser of Markdown gave no place for a ${node.type}`);
  return offset;
}
