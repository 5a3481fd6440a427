import type { Campaign } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import { declarationHint } from '../model/declaration-hint.ts';
import { type Diagnostic, type RelatedLocation, fault } from '../model/diagnostic.ts';
import { inLanguage } from '../model/language.ts';
import { type Message, lineEcho, profileEcho, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Holding, Power, Powers, StatedPower } from '../model/power.ts';
import type { Recipient } from '../model/recipient.ts';
import type { ChosenDemand } from '../model/selection.ts';
import { type EvaluationContext, evaluateCondition } from './evaluate-condition.ts';

/** A recipient on a day. Its language does not matter: the conditions of powers do not ask for one. */
type Candidate = Omit<EvaluationContext, 'language'>;

/**
 * Returns a fault for each power that the chosen wordings state and that the recipient does not hold on the letter's
 * date. A power that is not declared is held by no office. If it cannot be known whether the power is held, the faults
 * of its conditions are returned.
 */
export function lackedPowerFaults(
  { powers }: Pick<Campaign, 'powers'>,
  demands: readonly ChosenDemand[],
  context: EvaluationContext,
): readonly Diagnostic[] {
  return demands.flatMap(({ rule }) =>
    rule.powers.flatMap((stated) => {
      if (stated.power === undefined) return [];
      const power = powers.get(stated.power);
      if (power === undefined) return [undeclaredPowerFault(stated.power, stated, powers)];
      return lackedFaults(power, stated, context);
    }),
  );
}

/** Returns the holding by which a recipient has a power on a day; undefined if it has not, or if it is not known. */
export function findHolding({ heldBy }: Power, candidate: Candidate): Holding | undefined {
  return heldBy.find(
    (holding) => periodStatus(holding, candidate.day) === 'current' && evaluate(holding, candidate).holds,
  );
}

/**
 * Returns the fault for a power that a wording states and that the campaign does not declare. It is one of the letters
 * that need the power, so that all others can be made.
 */
export function undeclaredPowerFault(name: string, { span }: StatedPower, powers: Powers): Diagnostic {
  const nearest = nearestName(name, powers.keys());
  const hint = nearest === undefined ? declarationHint('power', name) : say`did you mean ${nearest}?`;
  return fault('letter/unknown-name', span, say`${name} is not a power`, { hint });
}

function evaluate(holding: Holding, candidate: Candidate): ReturnType<typeof evaluateCondition> {
  return evaluateCondition(holding.for, { ...candidate, language: '' });
}

function lackedFaults(power: Power, stated: StatedPower, context: EvaluationContext): readonly Diagnostic[] {
  if (findHolding(power, context) !== undefined) return [];
  const current = power.heldBy.filter((holding) => periodStatus(holding, context.day) === 'current');
  const faults = current.flatMap((holding) => evaluate(holding, context).faults);
  return faults.length > 0 ? faults : [beyondPowerFault(power, stated, context)];
}

function beyondPowerFault(power: Power, stated: StatedPower, context: EvaluationContext): Diagnostic {
  const { recipient, day, language } = context;
  const message = say`${officeWords(recipient, language)} is asked for ${stated.demand}, but does not have the power ${power.name} on ${day}: ${lineEcho(power.meaning)} (${lineEcho(power.source)})`;
  return fault('demand/beyond-power', stated.span, message, {
    hint: say`add a wording of what this office can do, narrow the for: of this one, or, if the office has the power, add it to held-by in recipients/powers.yaml`,
    related: [
      { span: power.span, message: say`the power` },
      ...power.heldBy.flatMap((holding) => otherTimeOf(holding, context)),
      { span: recipient.span, message: say`this recipient` },
    ],
  });
}

/** Returns the id of a recipient and, if it is an office, its title in the language of the letter. */
function officeWords({ id, office }: Recipient, language: string): Message {
  const title = office && inLanguage(office.title, language);
  return title === undefined ? say`${id}` : say`${id} (${profileEcho(title)})`;
}

/** Returns the location of a holding that is for the recipient, but not on the day. */
function otherTimeOf(holding: Holding, context: EvaluationContext): readonly RelatedLocation[] {
  const status = periodStatus(holding, context.day);
  if (status === 'current' || !evaluate(holding, context).holds) return [];
  const message =
    status === 'over'
      ? say`it had the power until ${holding.until ?? ''}`
      : say`it has the power since ${holding.since ?? ''}`;
  return [{ span: holding.span, message }];
}
