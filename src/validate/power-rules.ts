import type { DemandRule, LetterSettings } from '../model/campaign.ts';
import { dataAt, type DataPath, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { NO_POWER } from '../model/power.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { didYouMeanHint, joinNames } from './hints.ts';

/** A wording of a demand, with the path of its rule in `letter.yaml`. */
interface PlacedRule {
  readonly demand: string;
  readonly rule: DemandRule;
  readonly path: DataPath;
}

function placedDemandRules({ demands }: LetterSettings): readonly PlacedRule[] {
  return [...demands.values()].flatMap(({ id, wordings }) =>
    wordings.map((rule, index) => ({ demand: id, rule, path: ['demands', id, 'wordings', index] })),
  );
}

/** Returns a fault for each power that a wording states for a demand which it does not express. */
export function misplacedPowerFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return placedDemandRules(letter).flatMap(({ demand, rule, path }) => {
    const expressed = [demand, ...rule.with];
    return rule.powers
      .filter((stated) => !expressed.includes(stated.demand))
      .map((stated) => {
        const span = keySpanAt(data.letter, [...path, 'power', stated.demand]);
        const message = say`this wording does not express the demand ${stated.demand}, for which it states a power`;
        const hint = didYouMeanHint(stated.demand, expressed, say`it expresses ${joinNames(expressed)}`);
        return fault('letter/unknown-name', span, message, { hint });
      });
  });
}

/** Returns a fault for each wording that needs no power and does not say why, or that says why although it needs one. */
export function reasonForNoPowerFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return placedDemandRules(letter).flatMap(({ rule, path }) => {
    const withoutPower = rule.powers.find(({ power }) => power === undefined);
    if (withoutPower !== undefined && rule.because === undefined) {
      const message = say`${'because'} is missing: the reason why every office can do what this wording asks`;
      const hint = say`add ${'because: "…"'} beside ${`power: ${NO_POWER}`}`;
      return [fault('data/missing-key', withoutPower.span, message, { hint })];
    }
    if (withoutPower === undefined && dataAt(data.letter, [...path, 'because']) !== undefined) {
      const span = keySpanAt(data.letter, [...path, 'because']);
      const hint = say`write ${`power: ${NO_POWER}`} beside it, or take it out`;
      return [
        fault('data/wrong-value', span, say`this is the reason for needing no power, and none is stated`, { hint }),
      ];
    }
    return [];
  });
}
