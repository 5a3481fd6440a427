import type { Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { narrowMustache } from './narrow-mustache.ts';
import {
  hashPairsOf,
  narrowPath,
  refuseStatement,
  reportWrongArgument,
  spanOf,
  type NarrowingContext,
} from './narrowing-context.ts';
import {
  endOfNode,
  optionalNode,
  requireList,
  requireNode,
  requireString,
  startOfNode,
  type ParserNode as Node,
} from './parser-node.ts';
import type { Argument, ContentLine, Statement } from './template.ts';
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
