import type { Condition } from '../../model/condition.ts';

/** Does the one condition hold only where the other does? `false` may also mean: that cannot be seen from their words. */
export function implies(one: Condition, other: Condition): boolean {
  if (other.kind === 'everyone' || isSame(one, other)) return true;
  // An alternative is met if every way to meet the one meets the other; so must all parts of an "all" be.
  if (one.kind === 'any') return one.of.every((part) => implies(part, other));
  if (other.kind === 'all') return other.of.every((part) => implies(one, part));
  if (other.kind === 'any' && other.of.some((part) => implies(one, part))) return true;
  if (one.kind === 'all') return one.of.some((part) => implies(part, other));
  if (one.kind === 'state' && other.kind === 'state') return one.states.every((state) => other.states.includes(state));
  if (one.kind === 'language' && other.kind === 'language') {
    return one.languages.every((language) => other.languages.includes(language));
  }
  return one.kind === 'not' && other.kind === 'not' && implies(other.not, one.not);
}

function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(withoutPlaces(one)) === JSON.stringify(withoutPlaces(other));
}

function withoutPlaces({ span: _span, ...condition }: Condition): object {
  if ('of' in condition) return { ...condition, of: condition.of.map(withoutPlaces) };
  return 'not' in condition ? { ...condition, not: withoutPlaces(condition.not) } : condition;
}
