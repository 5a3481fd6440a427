import type { Condition } from '../../model/condition.ts';

/**
 * The leaf conditions of a condition tree, that is, all except `not`, `all` and `any`. `denied`: whether the leaf is
 * inside an odd number of `not`, which negates it.
 */
export function leafConditions(
  condition: Condition,
  denied = false,
): readonly { readonly part: Condition; readonly denied: boolean }[] {
  if (condition.kind === 'not') return leafConditions(condition.not, !denied);
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((part) => leafConditions(part, denied));
  return [{ part: condition, denied }];
}

/** The names of the facts that a condition tests, negated or not. */
export function factsIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ part }) => (part.kind === 'fact' ? [part.fact] : []));
}

/** The names of the groups that a condition tests, negated or not. */
export function groupsIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ part }) => (part.kind === 'group' ? [part.group] : []));
}

/** The roles that a condition tests without negation. */
export function rolesIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ part, denied }) => (part.kind === 'role' && !denied ? [part.role] : []));
}

/** A condition in English: "eu-minister and in the group asp-bureau and not (State FI)". */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'everyone':
      return 'everyone';
    case 'role':
      return condition.role;
    case 'group':
      return `in the group ${condition.group}`;
    case 'state':
      return `State ${condition.states.join(' or ')}`;
    case 'language':
      return `in the language ${condition.languages.join(' or ')}`;
    case 'fact':
      return `${condition.fact} is ${condition.value ? 'true' : 'false'}`;
    case 'not':
      return `not (${conditionText(condition.not)})`;
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or ';
      return condition.of
        .map((part) => (needsParentheses(part) ? `(${conditionText(part)})` : conditionText(part)))
        .join(word);
    }
  }
}

/** Whether the condition needs parentheses inside another one. */
function needsParentheses(condition: Condition): boolean {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}
