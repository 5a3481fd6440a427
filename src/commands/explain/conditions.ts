import type { Condition } from '../../model/condition.ts';

/**
 * Returns the leaves of a condition tree: all its conditions except `not`, `all` and `any`. `isNegated`: whether the
 * leaf is inside an odd number of `not`.
 */
export function leafConditions(
  condition: Condition,
  isNegated = false,
): readonly { readonly leaf: Condition; readonly isNegated: boolean }[] {
  if (condition.kind === 'not') return leafConditions(condition.not, !isNegated);
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((part) => leafConditions(part, isNegated));
  return [{ leaf: condition, isNegated }];
}

/** Returns the names of the facts that a condition tests, negated or not. */
export function factsIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ leaf }) => (leaf.kind === 'fact' ? [leaf.fact] : []));
}

/** Returns the names of the groups that a condition tests, negated or not. */
export function groupsIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ leaf }) => (leaf.kind === 'group' ? [leaf.group] : []));
}

/** Returns the roles that a condition tests without negation. */
export function rolesIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ leaf, isNegated }) =>
    leaf.kind === 'role' && !isNegated ? [leaf.role] : [],
  );
}

/** Formats a condition in English: "eu-minister and in the group asp-bureau and not (State FI)". */
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

/** Whether the condition needs parentheses inside `all` or `any`. (`not` has its own, in `conditionText`.) */
function needsParentheses(condition: Condition): boolean {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}
