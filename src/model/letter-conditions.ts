import type { LetterSettings } from './campaign.ts';
import type { Condition } from './condition.ts';
import type { Powers } from './power.ts';

/** Returns all conditions of a letter: who gets it, which texts each recipient gets, and who signs. */
export function conditionsOfLetter({
  to,
  body,
  cover,
  demands,
  passages,
  signatories,
}: LetterSettings): readonly Condition[] {
  const rules = [...body, ...cover, ...[...demands.values(), ...passages.values()].flatMap(({ wordings }) => wordings)];
  return [to, ...[...rules, ...signatories].map((entry) => entry.for)];
}

/** Returns all conditions that say who holds a power. */
export function conditionsOfPowers(powers: Powers): readonly Condition[] {
  return [...powers.values()].flatMap(({ heldBy }) => heldBy.map((holding) => holding.for));
}
