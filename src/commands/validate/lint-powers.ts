import type { Campaign, DemandRule } from '../../model/campaign.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import { NO_POWER } from '../../model/power.ts';
import { undeclaredPowerFault } from '../../select/held-powers.ts';

/**
 * Returns the diagnostics of the powers that a letter states: a fault for each that is not declared, even if no letter of
 * this run needs it, and warnings for the demands for which a wording states none, if the campaign declares powers.
 */
export function lintPowers(campaign: Campaign): readonly Diagnostic[] {
  return wordingsOfDemands(campaign).flatMap(([demand, rule]) => [
    ...undeclaredPowerFaults(rule, campaign),
    ...(campaign.powers.size === 0 ? [] : noPowerWarnings(demand, rule)),
  ]);
}

function wordingsOfDemands({ letter }: Campaign): readonly (readonly [demand: string, rule: DemandRule])[] {
  return [...letter.demands.values()].flatMap(({ id, wordings }) => wordings.map((rule) => [id, rule] as const));
}

function undeclaredPowerFaults({ powers: stated }: DemandRule, { powers }: Campaign): readonly Diagnostic[] {
  return stated.flatMap((each) =>
    each.power === undefined || powers.has(each.power) ? [] : undeclaredPowerFault(each.power, each, powers),
  );
}

function noPowerWarnings(demand: string, { use, with: carried, powers, span }: DemandRule): readonly Diagnostic[] {
  const hint =
    carried.length === 0
      ? say`write ${'power: …'} with a name of recipients/powers.yaml, or ${`power: ${NO_POWER}`} and because:`
      : say`write one for each demand: ${`power: { ${[demand, ...carried].map((id) => `${id}: …`).join(', ')} }`}`;
  return [demand, ...carried]
    .filter((id) => !powers.some((stated) => stated.demand === id))
    .map((id) =>
      warning('demand/no-power', span, say`the wording ${use} states no power for the demand ${id}`, { hint }),
    );
}

/** Returns warnings for powers that no wording states. `campaigns`: those of all letters, which share the powers. */
export function unusedPowerWarnings(campaigns: readonly Campaign[]): readonly Diagnostic[] {
  const stated = new Set(
    campaigns.flatMap((campaign) =>
      wordingsOfDemands(campaign).flatMap(([, { powers }]) => powers.map(({ power }) => power)),
    ),
  );
  return [...(campaigns[0]?.powers.values() ?? [])]
    .filter(({ name }) => !stated.has(name))
    .map(({ name, span }) =>
      warning('power/unused', span, say`no wording needs the power ${name}`, {
        hint: say`write ${`power: ${name}`} into the wordings that need it, or take it out`,
      }),
    );
}
