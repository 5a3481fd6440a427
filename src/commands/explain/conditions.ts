import type { Condition } from '../../model/condition.ts';

/** Every condition within a condition that names something, itself included; `denied` inside an odd number of `not`. */
export function namingConditions(
  condition: Condition,
  denied = false,
): readonly { readonly part: Condition; readonly denied: boolean }[] {
  if (condition.kind === 'not') return namingConditions(condition.not, !denied);
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((part) => namingConditions(part, denied));
  return [{ part: condition, denied }];
}

/** The facts that a condition asks about. */
export function factsIn(condition: Condition): readonly string[] {
  return namingConditions(condition).flatMap(({ part }) => (part.kind === 'fact' ? [part.fact] : []));
}

/** The groups that a condition asks about. */
export function groupsIn(condition: Condition): readonly string[] {
  return namingConditions(condition).flatMap(({ part }) => (part.kind === 'group' ? [part.group] : []));
}

/** The roles that a condition is for. */
export function rolesIn(condition: Condition): readonly string[] {
  return namingConditions(condition).flatMap(({ part, denied }) =>
    part.kind === 'role' && !denied ? [part.role] : [],
  );
}

/** A condition as a person would say it: "eu-minister and in the group asp-bureau and not (State FI)". */
export function conditionWords(condition: Condition): string {
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
      return `not (${conditionWords(condition.not)})`;
    case 'all':
    case 'any': {
      const word = condition.kind === 'all' ? ' and ' : ' or ';
      return condition.of
        .map((part) => (isJoined(part) ? `(${conditionWords(part)})` : conditionWords(part)))
        .join(word);
    }
  }
}

function isJoined(condition: Condition): boolean {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}
