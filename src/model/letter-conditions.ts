import type { LetterSettings } from './campaign.ts';
import type { Condition } from './condition.ts';
import { fileEnclosures } from './enclosure.ts';
import type { Powers } from './power.ts';

/** Returns all conditions of a letter: who gets it, which texts and enclosures each recipient gets, and who signs. */
export function conditionsOfLetter(letter: LetterSettings): readonly Condition[] {
  const { to, body, cover, demands, passages, signatories, enclosures } = letter;
  const rules = [...body, ...cover, ...[...demands.values(), ...passages.values()].flatMap(({ wordings }) => wordings)];
  return [to, ...[...rules, ...signatories, ...fileEnclosures(enclosures)].map((entry) => entry.for)];
}

/** Returns all conditions that say who holds a power. */
export function conditionsOfPowers(powers: Powers): readonly Condition[] {
  return [...powers.values()].flatMap(({ heldBy }) => heldBy.map((holding) => holding.for));
}
