import type { Campaign, Demand } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import type { Power } from '../../model/power.ts';
import { type Selection, type Target, recipientOf } from '../../model/selection.ts';
import { findHolding } from '../../select/held-powers.ts';

/** A demand that a recipient could be asked for, because it holds a power that a wording needs, and is not. */
export interface Unasked {
  readonly recipient: string;
  /** The language of the letter that does not ask for it; null if the recipient gets no letter. */
  readonly language: Language | null;
  /** The id of the demand. */
  readonly demand: string;
  /** The names of the powers, each of a wording of the demand. */
  readonly powers: readonly string[];
}

/**
 * Returns the demands that recipients could be asked for and are not, in the order of the targets. Recipients who are
 * skipped or not addressed are included. A power of which it is not known whether the recipient has it is left out: that
 * is a fault only of a letter that needs it.
 */
export function listUnasked({ letter, register, powers }: Campaign, targets: readonly Target[]): readonly Unasked[] {
  const needed = [...letter.demands.values()].map(({ id }) => ({ id, powers: powersFor(id, letter.demands, powers) }));
  const seenWithoutLetter = new Set<string>();
  return targets.flatMap((target) => {
    const recipient = recipientOf(target);
    const selection = target.kind === 'letter' ? target.selection : undefined;
    if (selection === undefined) {
      if (seenWithoutLetter.has(recipient.id)) return [];
      seenWithoutLetter.add(recipient.id);
    }
    const asked = selection === undefined ? new Set<string>() : demandsAskedIn(selection);
    const office = { recipient, day: letter.date, register };
    return needed.flatMap(({ id, powers: candidates }): readonly Unasked[] => {
      if (asked.has(id)) return [];
      const held = candidates.filter((power) => findHolding(power, office) !== undefined).map(({ name }) => name);
      if (held.length === 0) return [];
      return [{ recipient: recipient.id, language: selection?.language ?? null, demand: id, powers: held }];
    });
  });
}

/** Returns the powers that wordings need for a demand: those of its own, and those of other demands that carry it. */
function powersFor(id: string, demands: ReadonlyMap<string, Demand>, powers: Campaign['powers']): readonly Power[] {
  const stated = [...demands.values()].flatMap(({ wordings }) => wordings.flatMap((rule) => rule.powers));
  const names = stated.flatMap(({ demand, power }) => (demand === id && power !== undefined ? [power] : []));
  return [...new Set(names)].flatMap((name) => powers.get(name) ?? []);
}

function demandsAskedIn({ demands }: Selection): ReadonlySet<string> {
  return new Set(demands.flatMap(({ id, carries }) => [id, ...carries]));
}
