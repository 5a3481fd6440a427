import { fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { didYouMeanHint } from './hints.ts';

/** A kind of name that a condition can refer to. */
export type NameKind = 'roles' | 'groups' | 'facts' | 'states' | 'languages' | 'fields';

/**
 * For each kind of name: its noun in messages, the place of its declaration, and the key of the operator that takes it.
 */
export const NAME_KINDS: Readonly<Record<NameKind, readonly [noun: string, declaredIn: string, key: string]>> = {
  roles: ['role', 'under roles in recipients/groups.yaml', 'role'],
  groups: ['group', 'under groups in recipients/groups.yaml', 'group'],
  facts: ['fact', 'under facts in recipients/groups.yaml', 'fact'],
  fields: ['field', 'in recipients/fields.yaml', 'field'],
  states: ['State', 'in recipients/states.yaml', 'state'],
  languages: ['language of this letter', 'under languages in letter.yaml', 'language'],
};

/** The syntax of conditions, as hints describe it. */
export const CONDITION_SYNTAX =
  'a role, { group: … }, { state: […] }, { language: … }, { fact: … }, { field: { name: value } }, or all, any, not over such';

/** Returns the name, or a fault if the campaign does not declare it. */
export function requireKnownName(name: string, span: Span, kind: NameKind, knownNames: KnownNames): Outcome<string> {
  if (knownNames[kind].has(name)) return success(name);
  const [noun, declaredIn] = NAME_KINDS[kind];
  const message: Message = [...say`${name}`, ` is not a ${noun}`];
  return failure(
    fault('condition/unknown-name', span, message, { hint: otherKindHint(name, declaredIn, kind, knownNames) }),
  );
}

/**
 * Returns the hint for an undeclared name. A name that is declared as another kind probably lacks the key of that kind.
 */
function otherKindHint(name: string, declaredIn: string, kind: NameKind, knownNames: KnownNames): Message {
  const otherKind = (Object.keys(NAME_KINDS) as NameKind[]).find((candidate) => knownNames[candidate].has(name));
  if (otherKind !== undefined) {
    const [noun, , key] = NAME_KINDS[otherKind];
    return [`it is a ${noun}: write it as { ${key}: … }`];
  }
  return didYouMeanHint(name, knownNames[kind], [`declare it ${declaredIn}`]);
}

/** Returns a failure for a malformed condition. */
export function refuseCondition(
  span: Span,
  message: Message,
  hint: Message = [`a condition is ${CONDITION_SYNTAX}`],
): Outcome<never> {
  return failure(fault('condition/malformed', span, message, { hint }));
}
