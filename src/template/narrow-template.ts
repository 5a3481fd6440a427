import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Span } from '../model/span.ts';
import type { Argument, ContentLine, ValuePath, Statement } from './template.ts';
import { listIn, nodeIn, optionalNodeIn, startOfNode, textIn, type ParserNode as Node } from './parser-node.ts';
import type { TemplateSource } from './template-source.ts';

/** What became of the parser's tree: the statements that letters know, and the faults of those they do not. */
export interface NarrowedTemplate {
  readonly statements: readonly Statement[];
  readonly refused: readonly Diagnostic[];
}

/**
 * Narrows the tree of Handlebars' parser, whose declared types do not describe it, to our own. What letters do without on
 * purpose is refused here, each with a way to say the same.
 */
export function narrowTemplate(tree: unknown, source: TemplateSource): NarrowedTemplate {
  const refused: Diagnostic[] = [];
  return { statements: narrowBody({ source, refused }, nodeIn(tree), 0), refused };
}

interface Narrowing {
  readonly source: TemplateSource;
  readonly refused: Diagnostic[];
}

function narrowBody(narrow: Narrowing, program: Node | undefined, loops: number): readonly Statement[] {
  if (program === undefined) return [];
  return listIn(program['body']).flatMap((node) => narrowStatement(narrow, nodeIn(node), loops) ?? []);
}

function narrowStatement(narrow: Narrowing, node: Node, loops: number): Statement | undefined {
  switch (node.type) {
    case 'ContentStatement':
      return { kind: 'content', lines: contentLines(narrow, node) };
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      return narrowMustache(narrow, node, loops);
    case 'BlockStatement':
      return narrowBlockStatement(narrow, node, loops);
    case 'PartialStatement':
      return narrowPartial(narrow, node, loops);
    case 'PartialBlockStatement':
      return refuseStatement(narrow, node, say`a partial takes no block`, say`Include it with ${'{{> name}}'}.`);
    case 'Decorator':
    case 'DecoratorBlock': {
      const hint = say`Put the words into a file under ${'partials/'} and include it with ${'{{> name}}'}.`;
      return refuseStatement(narrow, node, say`letters have no decorators and no inline partials`, hint);
    }
    default:
      throw new Error(`the parser of templates made an unknown ${node.type}`);
  }
}

/**
 * The lines that are left of the words once white-space control has been over them. It shortens the text at both ends,
 * but leaves the place of what was there before.
 */
function contentLines(narrow: Narrowing, node: Node): readonly ContentLine[] {
  const original = textIn(node['original']);
  const text = textIn(node['value']);
  const stripped = leadingSpace(original) - leadingSpace(text);
  const before = original.slice(0, stripped);
  const start = startOfNode(node);
  let line = start.line + before.split('\n').length - 1;
  let column = before.includes('\n') ? stripped - before.lastIndexOf('\n') : start.column + stripped;
  return text.split(/(?<=\n)/).map((words) => {
    const span = narrow.source.place(line, column);
    line += 1;
    column = 1;
    return { text: words, span };
  });
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function narrowMustache(narrow: Narrowing, node: Node, loops: number): Statement | undefined {
  const span = spanOf(narrow, node);
  const callee = nodeIn(node['path']);
  const params = listIn(node['params']).map(nodeIn);
  const named = namedIn(node);
  if (callee.type !== 'PathExpression') {
    return refuseStatement(
      narrow,
      node,
      say`only a path can stand here`,
      say`Write words as words, without ${'{{ }}'}.`,
    );
  }
  const name = textIn(callee['original']);
  if (node['escaped'] !== true) {
    const hint = say`Write ${`{{${name}}}`}: a value is printed as it was typed, whatever it holds.`;
    return refuseStatement(narrow, node, say`a value cannot be put in as markup`, hint);
  }
  if (name === 'lookup' || name === 'log') {
    const hint = say`Name the value itself, as in ${'{{recipient.title}}'}.`;
    return refuseStatement(narrow, node, say`letters have no ${name}`, hint);
  }
  if (name === 'passage') return narrowPassage(narrow, node, params, named);
  if (name === 'demands') return narrowDemands(narrow, node, params, named);
  if (name === 'cite') return narrowCitation(narrow, node, params, named);
  if (params.length > 0 || named.length > 0) return unknownHelper(narrow, node, name);
  const path = narrowPath(narrow, callee, loops);
  if (path === undefined) return undefined;
  if (path.loop !== undefined && path.loop !== 'index') {
    return refuseStatement(
      narrow,
      node,
      say`${path.text} can be asked, not printed`,
      say`Use it in ${`{{#if ${path.text}}}`}.`,
    );
  }
  return { kind: 'value', path, span };
}

/** What is called with arguments and is no helper: a helper misspelt, or a value that is taken for one. */
function unknownHelper(narrow: Narrowing, node: Node, name: string): undefined {
  const meant = nearestName(name, ['passage', 'cite', 'demands']);
  const hint =
    meant === undefined
      ? say`What takes arguments is ${'{{passage "name"}}'}, ${'{{cite "key"}}'} and ${'{{> partial}}'}.`
      : say`Did you mean ${meant}?`;
  narrow.refused.push(
    fault('template/unknown-helper', spanOf(narrow, node), say`there is no helper ${name}`, { hint }),
  );
}

type Named = readonly { readonly name: string; readonly value: Node; readonly node: Node }[];

function narrowPassage(narrow: Narrowing, node: Node, params: readonly Node[], named: Named): Statement | undefined {
  const [id] = params;
  if (params.length !== 1 || named.length > 0 || id?.type !== 'StringLiteral') {
    return wrongArgument(narrow, node, say`passage needs the name of a passage`, say`Write ${'{{passage "name"}}'}.`);
  }
  return { kind: 'passage', id: textIn(id['value']), span: spanOf(narrow, node) };
}

function narrowDemands(narrow: Narrowing, node: Node, params: readonly Node[], named: Named): Statement | undefined {
  if (params.length + named.length > 0) {
    const hint = say`Write ${'{{demands}}'}; which demands, and in which order, is said in letter.yaml.`;
    return wrongArgument(narrow, node, say`demands takes no arguments`, hint);
  }
  return { kind: 'demands', span: spanOf(narrow, node) };
}

function narrowCitation(narrow: Narrowing, node: Node, params: readonly Node[], named: Named): Statement | undefined {
  const [key] = params;
  const [at, ...more] = named;
  const isKeyed = params.length === 1 && key?.type === 'StringLiteral';
  const isPlain = at === undefined || (at.name === 'at' && at.value.type === 'StringLiteral' && more.length === 0);
  if (!isKeyed || !isPlain) {
    const hint = say`Write ${'{{cite "key"}}'} or ${'{{cite "key" at="art. 70"}}'}.`;
    return wrongArgument(narrow, node, say`cite needs the key of a source and at most a place in it`, hint);
  }
  const place = at === undefined ? undefined : textIn(at.value['value']);
  if (place?.trim() === '') {
    const hint = say`Name the place, as in ${'at="art. 70"'}, or leave it out.`;
    return wrongArgument(narrow, at?.node ?? node, say`this names no place in the source`, hint);
  }
  return { kind: 'citation', source: textIn(key['value']), at: place, span: spanOf(narrow, node) };
}

function narrowBlockStatement(narrow: Narrowing, node: Node, loops: number): Statement | undefined {
  const callee = nodeIn(node['path']);
  const name = String(callee['original']);
  const program = optionalNodeIn(node['program']);
  const inverse = optionalNodeIn(node['inverse']);
  if (name !== 'if' && name !== 'unless' && name !== 'each') {
    const meant = nearestName(name, ['if', 'unless', 'each']);
    const all = say`Use ${'{{#if path}}'}, ${'{{#unless path}}'} or ${'{{#each path}}'}.`;
    const hint = meant === undefined ? all : say`Did you mean ${`{{#${meant} …}}`}?`;
    return refuseStatement(narrow, node, say`letters have no block ${name}`, hint);
  }
  if (listIn(program?.['blockParams'] ?? []).length > 0) {
    const hint = say`Remove the ${'as |…|'}; name what an element holds, as in ${'{{name}}'}.`;
    return refuseStatement(narrow, node, say`a block names no parameters`, hint);
  }
  const params = listIn(node['params']).map(nodeIn);
  const [asked] = params;
  if (params.length !== 1 || namedIn(node).length > 0 || asked?.type !== 'PathExpression') {
    const hint = say`Write ${`{{#${name} path}}`}.`;
    return wrongArgument(narrow, node, say`${name} needs one path and nothing else`, hint);
  }
  const path = narrowPath(narrow, asked, loops);
  const body = narrowBody(narrow, program, name === 'each' ? loops + 1 : loops);
  const otherwise = narrowBody(narrow, inverse, loops);
  const span = spanOf(narrow, node);
  if (path === undefined) return undefined;
  if (name === 'each') return { kind: 'repetition', path, each: body, none: otherwise, span };
  if (name === 'unless') return { kind: 'condition', path, present: otherwise, absent: body, span };
  return { kind: 'condition', path, present: body, absent: otherwise, span };
}

function narrowPartial(narrow: Narrowing, node: Node, loops: number): Statement | undefined {
  const name = nodeIn(node['name']);
  if (name.type !== 'PathExpression') {
    const hint = say`Write ${'{{> name}}'}, without quotes or brackets.`;
    return refuseStatement(narrow, node, say`a partial is named by its file`, hint);
  }
  if (listIn(node['params']).length > 0) {
    const hint = say`Pass each value by name, as in ${'{{> greeting who=recipient.title}}'}.`;
    return wrongArgument(narrow, node, say`a partial takes values by name only`, hint);
  }
  const named = namedIn(node);
  const given = named.flatMap(({ name: key, value, node: pair }, index) =>
    named.findIndex((other) => other.name === key) < index
      ? (wrongArgument(narrow, pair, say`${key} is given twice`, say`Leave one of them out.`) ?? [])
      : (narrowArgument(narrow, key, value, pair, loops) ?? []),
  );
  const indent = textIn(node['indent'] ?? '');
  return { kind: 'inclusion', partial: textIn(name['original']), given, indent, span: spanOf(narrow, node) };
}

function narrowArgument(narrow: Narrowing, name: string, value: Node, pair: Node, loops: number): Argument | undefined {
  const span = spanOf(narrow, pair);
  if (value.type === 'StringLiteral' && textIn(value['value']).trim() === '') {
    return wrongArgument(narrow, pair, say`${name} is given no words`, say`Write them, or leave ${name} out.`);
  }
  if (value.type === 'StringLiteral') return { name, value: textIn(value['value']), span };
  if (value.type !== 'PathExpression') {
    const hint = say`Put words in quotes: ${`${name}="…"`}.`;
    return wrongArgument(narrow, value, say`${name} needs a path or words`, hint);
  }
  const path = narrowPath(narrow, value, loops);
  return path === undefined ? undefined : { name, value: path, span };
}

const LOOP_NAMES = ['index', 'first', 'last'] as const;

function narrowPath(narrow: Narrowing, node: Node, loops: number): ValuePath | undefined {
  const text = textIn(node['original']);
  const parts = listIn(node['parts']).map(textIn);
  const up = Number(node['depth']);
  const span = spanOf(narrow, node);
  if (node['data'] === true) {
    const loop = LOOP_NAMES.find((name) => text === `@${name}`);
    if (loop !== undefined && loops > 0) return { text, up: 0, name: '', loop, span };
    const hint = say`There are ${'@index'}, ${'@first'} and ${'@last'}, inside ${'{{#each}}'}.`;
    return refuseStatement(narrow, node, say`${text} means nothing here`, hint);
  }
  if (up > loops) {
    const hint = say`Leave out the ${'../'}; a partial sees what is passed to it, as in ${'{{> greeting who=recipient.title}}'}.`;
    return refuseStatement(narrow, node, say`${text} leads out of the template`, hint);
  }
  return { text, up, name: parts.length === 0 ? 'this' : parts.join('.'), loop: undefined, span };
}

function refuseStatement(narrow: Narrowing, node: Node, message: Message, hint: Message): undefined {
  narrow.refused.push(fault('template/unsupported', spanOf(narrow, node), message, { hint }));
}

function wrongArgument(narrow: Narrowing, node: Node, message: Message, hint: Message): undefined {
  narrow.refused.push(fault('template/wrong-argument', spanOf(narrow, node), message, { hint }));
}

function namedIn(call: Node): Named {
  const hash = optionalNodeIn(call['hash']);
  if (hash === undefined) return [];
  const pairs = listIn(hash['pairs']).map(nodeIn);
  return pairs.map((node) => ({ name: textIn(node['key']), value: nodeIn(node['value']), node }));
}

function spanOf(narrow: Narrowing, node: Node): Span {
  const { line, column } = startOfNode(node);
  return narrow.source.place(line, column);
}
