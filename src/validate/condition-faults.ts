import { declarationHint } from '../model/declaration-hint.ts';
import { fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { didYouMeanHint } from './hints.ts';
import { coversLanguage } from '../model/language.ts';
import { isLanguageTag, usualTag } from '../model/language-tag.ts';

/** A kind of name that a condition can refer to. */
export type NameKind = 'roles' | 'groups' | 'facts' | 'states' | 'languages' | 'fields';

/**
 * For each kind of name: its noun in messages, the key of the operator that takes it, and the hint that says how to
 * declare a name.
 */
export const NAME_KINDS: Readonly<
  Record<NameKind, readonly [noun: string, key: string, hintFor: (name: string) => Message]>
> = {
  roles: ['role', 'role', (name) => declarationHint('role', name)],
  groups: ['group', 'group', (name) => declarationHint('group', name)],
  facts: ['fact', 'fact', (name) => declarationHint('fact', name)],
  fields: ['field', 'field', (name) => declarationHint('field', name)],
  states: ['State', 'state', (name) => declarationHint('State', name)],
  languages: ['language of this letter', 'language', () => say`declare it under languages in letter.yaml`],
};

/** The syntax of conditions, as hints describe it. */
export const CONDITION_SYNTAX =
  'a role, { group: … }, { state: […] }, { language: … }, { fact: … }, { field: { name: value } }, or all, any, not over such';

/** Returns the name, or a fault if the campaign does not declare it. */
export function requireKnownName(name: string, span: Span, kind: NameKind, knownNames: KnownNames): Outcome<string> {
  if (knownNames[kind].has(name)) return success(name);
  const isVariant = kind === 'languages' && [...knownNames.languages].some((known) => coversLanguage(known, name));
  if (isVariant && isLanguageTag(name)) return success(name);
  const [noun, , hintFor] = NAME_KINDS[kind];
  const message: Message = [...say`${name}`, ` is not a ${noun}`];
  const hint = otherKindHint(name, hintFor(name), kind, knownNames);
  return failure(fault('condition/unknown-name', span, message, { hint }));
}

/**
 * Returns the hint for an undeclared name. A name that is declared as another kind probably lacks the key of that kind.
 */
function otherKindHint(name: string, otherwise: Message, kind: NameKind, knownNames: KnownNames): Message {
  const tag = kind === 'languages' ? usualTag(name) : undefined;
  if (tag !== undefined && tag !== name) return say`write ${tag}`;
  const otherKind = (Object.keys(NAME_KINDS) as NameKind[]).find((candidate) => knownNames[candidate].has(name));
  if (otherKind !== undefined) {
    const [noun, key] = NAME_KINDS[otherKind];
    return [`it is a ${noun}: write it as { ${key}: … }`];
  }
  return didYouMeanHint(name, knownNames[kind], otherwise);
}

/** Returns a failure for a malformed condition. */
export function refuseCondition(
  span: Span,
  message: Message,
  hint: Message = [`a condition is ${CONDITION_SYNTAX}`],
): Outcome<never> {
  return failure(fault('condition/malformed', span, message, { hint }));
}
