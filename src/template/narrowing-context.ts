import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import {
  optionalNode,
  requireList,
  requireNode,
  requireString,
  startOfNode,
  type ParserNode as Node,
} from './parser-node.ts';
import type { TemplateSource } from './template-source.ts';
import type { ValuePath } from './template.ts';

/** What the functions that narrow a template share: the source, and the faults that they collect. */
export interface NarrowingContext {
  readonly source: TemplateSource;
  /** The lines of the source. */
  readonly lines: readonly string[];
  /** The faults of the constructs refused so far. */
  readonly refused: Diagnostic[];
}

/** The named arguments (`name=value`) of a tag. `node` is the node of the pair, `value` that of its value. */
export type HashPairs = readonly { readonly name: string; readonly value: Node; readonly node: Node }[];

/** Reports a construct that letters do not support. Returns no statement in its place. */
export function refuseStatement(context: NarrowingContext, node: Node, message: Message, hint: Message): undefined {
  context.refused.push(fault('template/unsupported', spanOf(context, node), message, { hint }));
}

/** Reports a wrong argument of a tag. Returns no statement in its place. */
export function reportWrongArgument(context: NarrowingContext, node: Node, message: Message, hint: Message): undefined {
  context.refused.push(fault('template/wrong-argument', spanOf(context, node), message, { hint }));
}

/** Returns the named arguments of a tag. */
export function hashPairsOf(call: Node): HashPairs {
  const hash = optionalNode(call['hash']);
  if (hash === undefined) return [];
  const pairs = requireList(hash['pairs']).map(requireNode);
  return pairs.map((node) => ({ name: requireString(node['key']), value: requireNode(node['value']), node }));
}

/** Returns the location of a node. */
export function spanOf(context: NarrowingContext, node: Node): Span {
  const { line, column } = startOfNode(node);
  return context.source.spanAt(line, column);
}

/** The data variables that Handlebars provides in a loop, without their `@`. */
const LOOP_VARIABLES = ['index', 'first', 'last'] as const;

/**
 * Narrows a path expression. Refuses unknown data variables, and paths with more `../` segments than enclosing loops.
 */
export function narrowPath(context: NarrowingContext, node: Node, loopDepth: number): ValuePath | undefined {
  const text = requireString(node['original']);
  const parts = requireList(node['parts']).map(requireString);
  const depth = Number(node['depth']);
  const span = spanOf(context, node);
  if (node['data'] === true) {
    const loopVariable = LOOP_VARIABLES.find((name) => text === `@${name}`);
    if (loopVariable !== undefined && loopDepth > 0) return { text, depth: 0, name: '', loopVariable, span };
    const hint = say`There are ${'@index'}, ${'@first'} and ${'@last'}, inside ${'{{#each}}'}.`;
    return refuseStatement(context, node, say`${text} is not available here`, hint);
  }
  if (depth > loopDepth) {
    const hint = say`Leave out the ${'../'}; a partial sees what is passed to it, as in ${'{{> greeting who=recipient.title}}'}.`;
    return refuseStatement(context, node, say`${text} leads out of the template`, hint);
  }
  return { text, depth, name: parts.length === 0 ? 'this' : parts.join('.'), loopVariable: undefined, span };
}
