import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { TemplateOrigin } from '../model/template-origin.ts';
import type { DoubtfulMarkup } from './doubtful-markup.ts';
import { reportListNumbers } from './list-numbers.ts';
import {
  refuseNode,
  reportEmpty,
  reportFault,
  reportForeignMarkup,
  reportForeignStart,
  reportUnsupported,
  sourceOf,
  strayInsertFault,
  type MarkdownContext,
  type MarkdownTools,
} from './markdown-faults.ts';
import { findExcess } from './markdown-limits.ts';
import { narrowHtml, narrowInlines } from './narrow-inlines.ts';
import { narrowPicture, pictureAlone } from './narrow-picture.ts';
import { narrowTable } from './narrow-table.ts';
import { findAlert, findLineForeignMarkup, findTaskBox } from './other-dialects.ts';
import { originAt, originOfNode } from './node-origin.ts';
import { trimInlines, type PatternBlock, type PatternInline, type PatternItem } from './pattern.ts';
import type { Insert, RenderedText } from './rendered.ts';
import { findFailedTable } from './table-lines.ts';
import { markdownOptions } from './table-syntax.ts';
import { hasSubject } from './text-keys.ts';

/**
 * A text parsed as Markdown: its tree, with holes (inside lines) and slots (between blocks) where inserts go, and a
 * fault for each construct that letters do not support.
 */
export interface ParsedText {
  /** The heading of depth 1 at the start of a body; undefined if there is none, or if it is empty. */
  readonly subject: readonly PatternInline[] | undefined;
  /** Where the text begins, which is where its subject is. */
  readonly start: TemplateOrigin;
  readonly blocks: readonly PatternBlock[];
  /** The inserts of the rendered text, without those inside HTML comments. */
  readonly inserts: readonly Insert[];
  readonly faults: readonly Diagnostic[];
  /** The markup that may not be meant. */
  readonly doubtful: readonly DoubtfulMarkup[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Parses a rendered text as CommonMark with tables and narrows the mdast tree to the nodes that letters support. Values
 * are still placeholders, which are plain text to the parser, so that the text of a profile can never become markup.
 * `key` is that of the text. A heading of depth 1 at the start of a body or a cover text is its subject.
 */
export function parseMarkdown(
  rendered: RenderedText,
  { key, tools }: { readonly key: string; readonly tools: MarkdownTools },
): ParsedText {
  const faults: Diagnostic[] = [];
  const doubtful: DoubtfulMarkup[] = [];
  const warnings: Diagnostic[] = [];
  const context: MarkdownContext = {
    key,
    rendered,
    faults,
    doubtful,
    handledInserts: new Set(),
    commentedInserts: new Set(),
    listEnds: new Set(),
    warnings,
    tools,
  };
  const excess = findExcess(rendered.text);
  if (excess !== undefined) {
    reportFault(context, excess.offset, 'template/too-large', excess.message, excess.hint);
    const nothing = { subject: undefined, start: originAt(context, 0), blocks: [] };
    return { ...nothing, inserts: rendered.inserts, faults, doubtful, warnings };
  }
  const { children } = fromMarkdown(rendered.text, markdownOptions(rendered.text));
  const [firstNode] = children;
  const beginsWithSubject = hasSubject(key) && firstNode?.type === 'heading' && firstNode.depth === 1;
  const subject = beginsWithSubject ? narrowHeading(context, firstNode, faults.length) : [];
  const blocks = (beginsWithSubject ? children.slice(1) : children).flatMap((node) => narrowBlock(context, node, true));
  const inserts = rendered.inserts.filter((_, index) => !context.commentedInserts.has(index));
  const strayInserts = rendered.inserts.filter(
    (_, index) => !context.handledInserts.has(index) && !context.commentedInserts.has(index),
  );
  faults.push(...strayInserts.map(strayInsertFault));
  const start = firstNode === undefined ? originAt(context, 0) : originOfNode(context, firstNode);
  return { subject: subject.length === 0 ? undefined : subject, start, blocks, inserts, faults, doubtful, warnings };
}

/** Narrows a block. `isTopLevel`: the block is not nested in another one, so that a paragraph can be a slot. */
function narrowBlock(context: MarkdownContext, node: RootContent, isTopLevel = false): readonly PatternBlock[] {
  const faultsBefore = context.faults.length;
  switch (node.type) {
    case 'paragraph': {
      const slot = isTopLevel ? handleSlotInsert(context, node.children) : undefined;
      if (slot !== undefined) return [{ type: 'slot', insert: slot }];
      const picture = pictureAlone(node.children);
      if (picture !== undefined) {
        for (const child of node.children) if (child.type === 'html') narrowHtml(context, child);
        return narrowPicture(context, picture);
      }
      const source = sourceOf(context, node);
      reportForeignMarkup(context, node, [...findFailedTable(source), ...findLineForeignMarkup(source)]);
      const children = trimInlines(narrowInlines(context, node.children));
      return children.length === 0 ? [] : [{ type: 'paragraph', origin: originOfNode(context, node), children }];
    }
    case 'heading': {
      if (node.depth > 3) {
        reportUnsupported(context, node, say`headings go down to ${'###'}`, say`Use ${'##'} or ${'###'}.`);
      } else if (node.depth === 1) {
        const hint = say`Use ${'##'} or ${'###'}; the subject is the first line of the body.`;
        reportUnsupported(context, node, say`a letter has one subject line`, hint);
      }
      if (/\n[ \t>]*-+$/.test(sourceOf(context, node).trimEnd())) {
        const hint = say`Write ${'## Heading'}, or put an empty line above the hyphens for a rule line.`;
        reportUnsupported(context, node, say`the hyphens below these words make a heading of them`, hint);
      }
      const children = narrowHeading(context, node, faultsBefore);
      const depth = node.depth === 2 ? 2 : 3;
      return children.length === 0 ? [] : [{ type: 'heading', depth, origin: originOfNode(context, node), children }];
    }
    case 'list': {
      reportListNumbers(context, node);
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
    case 'table':
      return narrowTable(context, node, isTopLevel);
    case 'thematicBreak': {
      if (isTopLevel) return [{ type: 'thematicBreak' }];
      const hint = say`Remove the line, or put it between two paragraphs.`;
      return reportUnsupported(context, node, say`a rule line cannot be in a list or a quotation`, hint);
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
