import { PLURAL_CATEGORIES } from '../model/plural-category.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type HashPairs, narrowPath, type NarrowingContext, reportWrongArgument, spanOf } from './narrowing-context.ts';
import { requireString, type ParserNode as Node } from './parser-node.ts';
import type { PluralForm, PluralStatement } from './template.ts';

/** The arguments of a tag, and the number of enclosing `#each` blocks. */
interface TagArguments {
  readonly params: readonly Node[];
  readonly hashPairs: HashPairs;
  readonly loopDepth: number;
}

const USAGE = say`Write ${'{{plural fields.households one="household" other="households"}}'}.`;

/** Narrows `{{plural path category="words" …}}`. Which categories a language has is validated with the names. */
export function narrowPlural(
  context: NarrowingContext,
  node: Node,
  { params, hashPairs, loopDepth }: TagArguments,
): PluralStatement | undefined {
  const [number, ...others] = params;
  if (number?.type !== 'PathExpression' || others.length > 0 || hashPairs.length === 0)
    return reportWrongArgument(context, node, say`plural needs the path of a number and words for its forms`, USAGE);
  const forms = hashPairs.map((pair, index) => narrowForm(context, pair, hashPairs.slice(0, index)));
  const path = narrowPath(context, number, loopDepth);
  const validForms = forms.filter((form) => form !== undefined);
  if (path === undefined || validForms.length < forms.length) return undefined;
  return { kind: 'plural', path, forms: validForms, span: spanOf(context, node) };
}

function narrowForm(
  context: NarrowingContext,
  { name, value, node }: HashPairs[number],
  earlierPairs: HashPairs,
): PluralForm | undefined {
  const category = PLURAL_CATEGORIES.find((candidate) => candidate === name);
  if (category === undefined) {
    const suggestion = nearestName(name, PLURAL_CATEGORIES);
    const hint =
      suggestion === undefined ? say`The forms are ${PLURAL_CATEGORIES.join(', ')}.` : say`Did you mean ${suggestion}?`;
    return reportWrongArgument(context, node, say`${name} is no form of a plural`, hint);
  }
  if (earlierPairs.some((pair) => pair.name === name))
    return reportWrongArgument(context, node, say`${name} is given twice`, say`Leave one of them out.`);
  const words = value.type === 'StringLiteral' ? requireString(value['value']) : '';
  if (words.trim() === '' || words !== words.trim())
    return reportWrongArgument(context, node, say`${name} needs words, without spaces around them`, USAGE);
  return { category, words, span: spanOf(context, node) };
}
