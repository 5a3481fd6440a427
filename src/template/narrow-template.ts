import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Span } from '../model/span.ts';
import type { Argument, ContentLine, ValuePath, Statement } from './template.ts';
import {
  requireList,
  requireNode,
  optionalNode,
  endOfNode,
  startOfNode,
  requireString,
  type ParserNode as Node,
} from './parser-node.ts';
import type { TemplateSource } from './template-source.ts';

/** The statements of a template, and a fault for each construct in it that letters do not support. */
export interface NarrowedTemplate {
  readonly statements: readonly Statement[];
  readonly refused: readonly Diagnostic[];
}

/**
 * Narrows the AST of Handlebars' parser to the statements that letters support. The AST is `unknown` because the types
 * that Handlebars declares do not match it. Each construct that letters do not support becomes a fault, with a hint at
 * an alternative.
 */
export function narrowTemplate(tree: unknown, source: TemplateSource): NarrowedTemplate {
  const refused: Diagnostic[] = [];
  const context = { source, lines: source.text.split('\n'), refused };
  return { statements: narrowBody(context, requireNode(tree), 0), refused };
}

interface NarrowingContext {
  readonly source: TemplateSource;
  /** The lines of the source. */
  readonly lines: readonly string[];
  /** The faults of the constructs refused so far. */
  readonly refused: Diagnostic[];
}

/** Narrows the statements of a `Program` node. `loopDepth` is the number of enclosing `#each` blocks. */
function narrowBody(context: NarrowingContext, program: Node | undefined, loopDepth: number): readonly Statement[] {
  if (program === undefined) return [];
  return requireList(program['body']).flatMap((node) => narrowStatement(context, requireNode(node), loopDepth) ?? []);
}

function narrowStatement(context: NarrowingContext, node: Node, loopDepth: number): Statement | undefined {
  switch (node.type) {
    case 'ContentStatement':
      return { kind: 'content', lines: contentLines(context, node) };
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      return narrowMustache(context, node, loopDepth);
    case 'BlockStatement':
      return narrowBlockStatement(context, node, loopDepth);
    case 'PartialStatement':
      return narrowPartial(context, node, loopDepth);
    case 'PartialBlockStatement':
      return refuseStatement(context, node, say`a partial takes no block`, say`Include it with ${'{{> name}}'}.`);
    case 'Decorator':
    case 'DecoratorBlock': {
      const hint = say`Put the words into a file under ${'partials/'} and include it with ${'{{> name}}'}.`;
      return refuseStatement(context, node, say`letters have no decorators and no inline partials`, hint);
    }
    default:
      throw new Error(`the parser of templates made an unknown ${node.type}`);
  }
}

/**
 * Returns the lines of a content statement after white-space control. The parser has trimmed `value` at both ends, but
 * `loc` is the location of the untrimmed `original`. The start is therefore moved past the white space that was
 * removed.
 */
function contentLines(context: NarrowingContext, node: Node): readonly ContentLine[] {
  const originalText = requireString(node['original']);
  const text = requireString(node['value']);
  const removedLength = leadingSpaceLength(originalText) - leadingSpaceLength(text);
  const removedText = originalText.slice(0, removedLength);
  const start = startOfNode(node);
  let line = start.line + removedText.split('\n').length - 1;
  let column = removedText.includes('\n')
    ? removedLength - removedText.lastIndexOf('\n')
    : start.column + removedLength;
  return text.split(/(?<=\n)/).map((lineText) => {
    const span = context.source.spanAt(line, column);
    line += 1;
    column = 1;
    return { text: lineText, span };
  });
}

/** Returns the number of white-space characters at the start of a text, in UTF-16 code units. */
function leadingSpaceLength(text: string): number {
  return text.length - text.trimStart().length;
}

function narrowMustache(context: NarrowingContext, node: Node, loopDepth: number): Statement | undefined {
  const span = spanOf(context, node);
  const callee = requireNode(node['path']);
  const params = requireList(node['params']).map(requireNode);
  const hashPairs = hashPairsOf(node);
  if (callee.type !== 'PathExpression') {
    return refuseStatement(context, node, say`only a path can stand here`, say`Write literal text without ${'{{ }}'}.`);
  }
  const name = requireString(callee['original']);
  if (node['escaped'] !== true) {
    const hint = say`Write ${`{{${name}}}`}: a value is printed as it was typed, whatever it holds.`;
    return refuseStatement(context, node, say`values cannot be inserted unescaped`, hint);
  }
  if (name === 'lookup' || name === 'log') {
    const hint = say`Name the value itself, as in ${'{{recipient.title}}'}.`;
    return refuseStatement(context, node, say`letters have no ${name}`, hint);
  }
  if (name === 'passage') return narrowPassage(context, node, params, hashPairs);
  if (name === 'demands') return narrowDemands(context, node, params, hashPairs);
  if (name === 'cite') return narrowCitation(context, node, params, hashPairs);
  if (params.length > 0 || hashPairs.length > 0) return reportUnknownHelper(context, node, name);
  const path = narrowPath(context, callee, loopDepth);
  if (path === undefined) return undefined;
  if (path.loopVariable !== undefined && path.loopVariable !== 'index') {
    return refuseStatement(
      context,
      node,
      say`${path.text} can be tested in a condition, but not printed`,
      say`Use it in ${`{{#if ${path.text}}}`}.`,
    );
  }
  return { kind: 'value', path, span };
}

/** Reports a tag that has arguments but no helper's name: a misspelt helper, or a value that is used as a helper. */
function reportUnknownHelper(context: NarrowingContext, node: Node, name: string): undefined {
  const suggestion = nearestName(name, ['passage', 'cite', 'demands']);
  const hint =
    suggestion === undefined
      ? say`What takes arguments is ${'{{passage "name"}}'}, ${'{{cite "key"}}'} and ${'{{> partial}}'}.`
      : say`Did you mean ${suggestion}?`;
  context.refused.push(
    fault('template/unknown-helper', spanOf(context, node), say`there is no helper ${name}`, { hint }),
  );
}

/** The named arguments (`name=value`) of a tag. `node` is the node of the pair, `value` that of its value. */
type HashPairs = readonly { readonly name: string; readonly value: Node; readonly node: Node }[];

function narrowPassage(
  context: NarrowingContext,
  node: Node,
  params: readonly Node[],
  hashPairs: HashPairs,
): Statement | undefined {
  const [id] = params;
  if (params.length !== 1 || hashPairs.length > 0 || id?.type !== 'StringLiteral') {
    return reportWrongArgument(
      context,
      node,
      say`passage needs the name of a passage`,
      say`Write ${'{{passage "name"}}'}.`,
    );
  }
  return { kind: 'passage', id: requireString(id['value']), span: spanOf(context, node) };
}

function narrowDemands(
  context: NarrowingContext,
  node: Node,
  params: readonly Node[],
  hashPairs: HashPairs,
): Statement | undefined {
  if (params.length + hashPairs.length > 0) {
    const hint = say`Write ${'{{demands}}'}; which demands, and in which order, is said in letter.yaml.`;
    return reportWrongArgument(context, node, say`demands takes no arguments`, hint);
  }
  return { kind: 'demands', span: spanOf(context, node) };
}

function narrowCitation(
  context: NarrowingContext,
  node: Node,
  params: readonly Node[],
  hashPairs: HashPairs,
): Statement | undefined {
  const [key] = params;
  const [pinpointPair, ...otherPairs] = hashPairs;
  const hasKey = params.length === 1 && key?.type === 'StringLiteral';
  const hasValidPairs =
    pinpointPair === undefined ||
    (pinpointPair.name === 'at' && pinpointPair.value.type === 'StringLiteral' && otherPairs.length === 0);
  if (!hasKey || !hasValidPairs) {
    const hint = say`Write ${'{{cite "key"}}'} or ${'{{cite "key" at="art. 70"}}'}.`;
    return reportWrongArgument(context, node, say`cite needs the key of a source and at most a place in it`, hint);
  }
  const pinpoint = pinpointPair === undefined ? undefined : requireString(pinpointPair.value['value']);
  if (pinpoint?.trim() === '') {
    const hint = say`Name the place, as in ${'at="art. 70"'}, or leave it out.`;
    return reportWrongArgument(context, pinpointPair?.node ?? node, say`this names no place in the source`, hint);
  }
  return { kind: 'citation', source: requireString(key['value']), pinpoint: pinpoint, span: spanOf(context, node) };
}

function narrowBlockStatement(context: NarrowingContext, node: Node, loopDepth: number): Statement | undefined {
  const callee = requireNode(node['path']);
  const name = String(callee['original']);
  const program = optionalNode(node['program']);
  const inverse = optionalNode(node['inverse']);
  if (name !== 'if' && name !== 'unless' && name !== 'each') {
    const suggestion = nearestName(name, ['if', 'unless', 'each']);
    const usage = say`Use ${'{{#if path}}'}, ${'{{#unless path}}'} or ${'{{#each path}}'}.`;
    const hint = suggestion === undefined ? usage : say`Did you mean ${`{{#${suggestion} …}}`}?`;
    return refuseStatement(context, node, say`letters have no block ${name}`, hint);
  }
  if (requireList(program?.['blockParams'] ?? []).length > 0) {
    const hint = say`Remove the ${'as |…|'}; name what an element holds, as in ${'{{name}}'}.`;
    return refuseStatement(context, node, say`block parameters are not supported`, hint);
  }
  const params = requireList(node['params']).map(requireNode);
  const [param] = params;
  if (params.length !== 1 || hashPairsOf(node).length > 0 || param?.type !== 'PathExpression') {
    const hint = say`Write ${`{{#${name} path}}`}.`;
    return reportWrongArgument(context, node, say`${name} needs one path and nothing else`, hint);
  }
  const path = narrowPath(context, param, loopDepth);
  const body = narrowBody(context, program, name === 'each' ? loopDepth + 1 : loopDepth);
  const inverseBody = narrowBody(context, inverse, loopDepth);
  const span = spanOf(context, node);
  if (path === undefined) return undefined;
  if (name === 'each') return { kind: 'repetition', path, each: body, none: inverseBody, span };
  if (name === 'unless') return { kind: 'condition', path, present: inverseBody, absent: body, span };
  return { kind: 'condition', path, present: body, absent: inverseBody, span };
}

function narrowPartial(context: NarrowingContext, node: Node, loopDepth: number): Statement | undefined {
  const name = requireNode(node['name']);
  if (name.type !== 'PathExpression') {
    const hint = say`Write ${'{{> name}}'}, without quotes or brackets.`;
    return refuseStatement(context, node, say`a partial is named by its file`, hint);
  }
  if (requireList(node['params']).length > 0) {
    const hint = say`Pass each value by name, as in ${'{{> greeting who=recipient.title}}'}.`;
    return reportWrongArgument(context, node, say`a partial takes values by name only`, hint);
  }
  const hashPairs = hashPairsOf(node);
  const args = hashPairs.flatMap(({ name: key, value, node: pair }, index) =>
    hashPairs.findIndex((hashPair) => hashPair.name === key) < index
      ? (reportWrongArgument(context, pair, say`${key} is given twice`, say`Leave one of them out.`) ?? [])
      : (narrowArgument(context, key, value, pair, loopDepth) ?? []),
  );
  const indent = isAloneOnLine(context, node) ? requireString(node['indent'] ?? '') : undefined;
  return { kind: 'inclusion', partial: requireString(name['original']), args, indent, span: spanOf(context, node) };
}

/** Whether there is only white space beside a tag on its lines, so that the parser has removed these lines. */
function isAloneOnLine({ lines }: NarrowingContext, node: Node): boolean {
  const [start, end] = [startOfNode(node), endOfNode(node)];
  const before = lines[start.line - 1]?.slice(0, start.column - 1) ?? '';
  const after = lines[end.line - 1]?.slice(end.column - 1) ?? '';
  return before.trim() === '' && after.trim() === '';
}

function narrowArgument(
  context: NarrowingContext,
  name: string,
  value: Node,
  pair: Node,
  loopDepth: number,
): Argument | undefined {
  const span = spanOf(context, pair);
  if (value.type === 'StringLiteral' && requireString(value['value']).trim() === '') {
    return reportWrongArgument(context, pair, say`${name} is given no words`, say`Write them, or leave ${name} out.`);
  }
  if (value.type === 'StringLiteral') return { name, value: requireString(value['value']), span };
  if (value.type !== 'PathExpression') {
    const hint = say`Put words in quotes: ${`${name}="…"`}.`;
    return reportWrongArgument(context, value, say`${name} needs a path or words`, hint);
  }
  const path = narrowPath(context, value, loopDepth);
  return path === undefined ? undefined : { name, value: path, span };
}

/** The data variables that Handlebars provides in a loop, without their `@`. */
const LOOP_VARIABLES = ['index', 'first', 'last'] as const;

/**
 * Narrows a path expression. Refuses unknown data variables, and paths with more `../` segments than enclosing loops.
 */
function narrowPath(context: NarrowingContext, node: Node, loopDepth: number): ValuePath | undefined {
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

function refuseStatement(context: NarrowingContext, node: Node, message: Message, hint: Message): undefined {
  context.refused.push(fault('template/unsupported', spanOf(context, node), message, { hint }));
}

function reportWrongArgument(context: NarrowingContext, node: Node, message: Message, hint: Message): undefined {
  context.refused.push(fault('template/wrong-argument', spanOf(context, node), message, { hint }));
}

function hashPairsOf(call: Node): HashPairs {
  const hash = optionalNode(call['hash']);
  if (hash === undefined) return [];
  const pairs = requireList(hash['pairs']).map(requireNode);
  return pairs.map((node) => ({ name: requireString(node['key']), value: requireNode(node['value']), node }));
}

function spanOf(context: NarrowingContext, node: Node): Span {
  const { line, column } = startOfNode(node);
  return context.source.spanAt(line, column);
}
