import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { narrowPlural } from './narrow-plural.ts';
import {
  hashPairsOf,
  narrowPath,
  refuseStatement,
  reportWrongArgument,
  spanOf,
  type HashPairs,
  type NarrowingContext,
} from './narrowing-context.ts';
import { requireList, requireNode, requireString, type ParserNode as Node } from './parser-node.ts';
import type { Statement } from './template.ts';

/** Narrows a tag that inserts something: a value, a passage, the demands or a citation. */
export function narrowMustache(context: NarrowingContext, node: Node, loopDepth: number): Statement | undefined {
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
  if (name === 'plural') return narrowPlural(context, node, { params, hashPairs, loopDepth });
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
  const suggestion = nearestName(name, ['passage', 'cite', 'demands', 'plural']);
  const hint =
    suggestion === undefined
      ? say`What takes arguments is ${'{{passage "name"}}'}, ${'{{cite "key"}}'}, ${'{{plural path one="…"}}'} and ${'{{> partial}}'}.`
      : say`Did you mean ${suggestion}?`;
  context.refused.push(
    fault('template/unknown-helper', spanOf(context, node), say`there is no helper ${name}`, { hint }),
  );
}

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
