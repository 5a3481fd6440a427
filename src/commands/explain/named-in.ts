import type { Condition } from '../../model/condition.ts';

/** Every condition within a condition that names something, itself included; `denied` inside an odd number of `not`. */
export function partsOf(
  condition: Condition,
  denied = false,
): readonly { readonly part: Condition; readonly denied: boolean }[] {
  if (condition.kind === 'not') return partsOf(condition.not, !denied);
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((part) => partsOf(part, denied));
  return [{ part: condition, denied }];
}

/** The facts that a condition asks about. */
export function factsIn(condition: Condition): readonly string[] {
  return partsOf(condition).flatMap(({ part }) => (part.kind === 'fact' ? [part.fact] : []));
}

/** The groups that a condition asks about. */
export function groupsIn(condition: Condition): readonly string[] {
  return partsOf(condition).flatMap(({ part }) => (part.kind === 'group' ? [part.group] : []));
}

/** The roles that a condition is for. */
export function rolesIn(condition: Condition): readonly string[] {
  return partsOf(condition).flatMap(({ part, denied }) => (part.kind === 'role' && !denied ? [part.role] : []));
}
