import type { Campaign } from '../../model/campaign.ts';
import type { Condition } from '../../model/condition.ts';
import type { ChosenDemand, Selection } from '../../model/selection.ts';
import { findHolding } from '../../select/held-powers.ts';
import { conditionText } from './conditions.ts';
import type { ExplainedPower } from './explanation.ts';

/** Explains by which powers the recipient of a letter can do what the wording of a demand asks. */
export function explainPowers(
  { letter, register, powers }: Campaign,
  { rule }: ChosenDemand,
  { recipient }: Selection,
): readonly ExplainedPower[] {
  return rule.powers.flatMap(({ demand, power: name, span }): readonly ExplainedPower[] => {
    if (name === undefined)
      return [{ demand, name: null, meaning: rule.because ?? '', source: null, rule: null, span }];
    const power = powers.get(name);
    const holding = power && findHolding(power, { recipient, day: letter.date, register });
    if (power === undefined || holding === undefined) return [];
    const { meaning, source } = power;
    const { for: condition, ...period } = holding;
    return [{ ...period, demand, name, meaning, source, rule: conditionText(condition) }];
  });
}

/** Returns the conditions that say who holds the powers which the chosen wordings need. */
export function conditionsOfNeededPowers({ powers }: Campaign, { demands }: Selection): readonly Condition[] {
  return demands.flatMap(({ rule }) =>
    rule.powers.flatMap(({ power }) =>
      power === undefined ? [] : (powers.get(power)?.heldBy ?? []).map((holding) => holding.for),
    ),
  );
}
