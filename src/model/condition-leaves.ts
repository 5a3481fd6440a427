import type { Condition } from './condition.ts';

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

/** Returns the names of the fields that a condition tests, negated or not. */
export function fieldsIn(condition: Condition): readonly string[] {
  return leafConditions(condition).flatMap(({ leaf }) => (leaf.kind === 'field' ? [leaf.field] : []));
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
