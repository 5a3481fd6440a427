/**
 * The faults of a text that is parsed as Markdown: each at the place in a template from which the node was rendered.
 */
import type { Nodes } from 'mdast';
import type { RefusedCharacter } from '../model/character-policy.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { PictureFiles } from '../model/picture-files.ts';
import type { DateStartTest } from './date-start.ts';
import type { DoubtfulMarkup } from './doubtful-markup.ts';
import type { ForeignMarkup } from './other-dialects.ts';
import { locate, type Insert, type RenderedText } from './rendered.ts';

/** What the functions that narrow a parsed text share: the text, and the results that they collect. */
export interface MarkdownContext {
  /** The key of the text. */
  readonly key: string;
  readonly rendered: RenderedText;
  readonly faults: Diagnostic[];
  readonly doubtful: DoubtfulMarkup[];
  /** The indices of the inserts that have become a hole or a slot, or whose fault is already reported. */
  readonly handledInserts: Set<number>;
  /** The indices of the inserts inside HTML comments. */
  readonly commentedInserts: Set<number>;
  /** The number of the last item of each ordered list so far, which a later list may continue. */
  readonly listEnds: Set<number>;
  readonly warnings: Diagnostic[];
  readonly tools: MarkdownTools;
}

/** What a text is parsed with, besides its own words. */
export interface MarkdownTools {
  /** Finds lists that are dates. */
  readonly startsWithDate: DateStartTest;
  /** The pictures that the texts name. */
  readonly pictures: PictureFiles;
  /** The greatest width of a line, in points. */
  readonly measure: number;
}

/** The message and the hint for the mdast node types that letters do not support; `refuseNode` has a fallback. */
const REFUSED_NODES: Readonly<Record<string, readonly [message: Message, hint: Message]>> = {
  code: [say`letters hold no code`, say`Indent by less than four spaces; use no fences.`],
  definition: [say`reference links are not supported`, say`Write ${'[words](https://…)'} where it stands.`],
  imageReference: [say`reference links are not supported`, say`Write ${'![A map of the valley](map.png)'} in place.`],
  inlineCode: [say`letters hold no code`, say`Remove the backticks.`],
  linkReference: [say`reference links are not supported`, say`Write ${'[words](https://…)'} in place.`],
};

/** The message and the hint for a footnote that the parser takes for a reference link or its definition. */
const FOOTNOTE = [
  say`texts cannot contain footnotes`,
  say`Write ${'{{cite "key"}}'} with the key of a source.`,
] as const;

/** Reports a node of a kind that letters do not support. Returns no nodes in its place. */
export function refuseNode(context: MarkdownContext, node: Nodes): readonly never[] {
  if ('label' in node && node.label?.startsWith('^') === true) return reportUnsupported(context, node, ...FOOTNOTE);
  const [message, hint] = REFUSED_NODES[node.type] ?? [
    say`letters hold no ${node.type}`,
    say`Write it as plain words.`,
  ];
  return reportUnsupported(context, node, message, hint);
}

/** Reports markup of other dialects, of which each index is an offset from the start of `node`. */
export function reportForeignMarkup(context: MarkdownContext, node: Nodes, found: readonly ForeignMarkup[]): void {
  for (const { index, message, hint } of found) {
    reportFault(context, nodeStart(node) + index, 'text/unsupported-markdown', message, hint);
  }
}

/** Reports markup of other dialects at the start of a list item or a quotation, of which `node` is the first block. */
export function reportForeignStart(
  context: MarkdownContext,
  node: Nodes | undefined,
  find: (source: string) => ForeignMarkup | undefined,
): void {
  const found = node?.type === 'paragraph' ? find(sourceOf(context, node)) : undefined;
  if (node !== undefined && found !== undefined) reportForeignMarkup(context, node, [found]);
}

/** Reports a refused character that is written as a character reference. */
export function reportCharacter(context: MarkdownContext, offset: number, { codePoint, kind }: RefusedCharacter): void {
  const message = [`${codePoint} is not allowed in a letter: it is ${kind}`];
  reportFault(context, offset, 'file/forbidden-character', message, say`Remove the ${'&…;'} that stands for it.`);
}

/** Returns the fault for an insert outside of the words of the text: in code, HTML, or the URL or title of a link. */
export function strayInsertFault(insert: Insert): Diagnostic {
  if (insert.kind === 'passage' || insert.kind === 'demands') return notAloneFault(insert);
  const { span, includedFrom: related } = insert;
  const message = say`a value cannot stand in code, HTML, the address of a link or a picture`;
  return fault('text/value-in-markup', span, message, { hint: say`Put it among the words.`, related });
}

/** Returns the fault for a passage or the demands in a nested block, or in a paragraph with other content. */
export function notAloneFault({ kind, span, includedFrom: related }: Insert): Diagnostic {
  const message = say`${kind} needs a paragraph of its own, not in a list, a quotation or a heading`;
  const hint = say`Put empty lines before and after it.`;
  return fault('text/not-alone', span, message, { hint, related });
}

/** Reports a node that letters do not support. Returns no nodes in its place. */
export function reportUnsupported(
  context: MarkdownContext,
  node: Nodes,
  message: Message,
  hint: Message,
): readonly never[] {
  reportFault(context, nodeStart(node), 'text/unsupported-markdown', message, hint);
  return [];
}

/**
 * Reports a node without content, unless its content was refused and is already reported. Returns no nodes in its
 * place. `faultsBefore`: the number of faults before the content was narrowed.
 */
export function reportEmpty(
  context: MarkdownContext,
  node: Nodes,
  faultsBefore: number,
  message: Message,
): readonly never[] {
  if (context.faults.length === faultsBefore)
    reportFault(context, nodeStart(node), 'text/empty-part', message, say`Write them, or remove it.`);
  return [];
}

/** Reports a fault at an offset, in UTF-16 code units, of the rendered text. */
export function reportFault(
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
export function sourceOf(context: MarkdownContext, node: Nodes): string {
  return context.rendered.text.slice(nodeStart(node), node.position?.end.offset);
}

/** Returns the offset of a node in the rendered text, in UTF-16 code units. */
export function nodeStart(node: Nodes): number {
  const offset = node.position?.start.offset;
  if (offset === undefined) throw new Error(`the parser of Markdown gave no place for a ${node.type}`);
  return offset;
}
