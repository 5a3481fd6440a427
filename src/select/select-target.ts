import type { Campaign, Demand, LetterSettings, WordingRule } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, mapOutcome, settle, success } from '../model/outcome.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Addressing, ChosenDemand, ChosenPassage, Selection, Target } from '../model/selection.ts';
import { type EvaluationContext, evaluateCondition } from './evaluate-condition.ts';

/**
 * Selects what a recipient gets in a language: for every text the first rule whose condition holds on the letter's
 * date. Only rules are evaluated; templates are not read. Faults: no body for a recipient to whom the letter is
 * addressed, no wording for a demand that the body lists, a demand that is included twice, the negation of a fact that
 * is not recorded.
 */
export function selectTarget(campaign: Campaign, addressing: Addressing): Outcome<Target> {
  const { letter, register } = campaign;
  const { recipient, language } = addressing;
  const context: EvaluationContext = { recipient, language, day: letter.date, register };
  const addressed = evaluateCondition(letter.to, context);
  if (addressed.faults.length > 0) return failure(...addressed.faults);
  if (!addressed.holds) return success({ kind: 'not-addressed', recipient });
  const { skip } = recipient;
  if (skip !== undefined && periodStatus(skip, letter.date) === 'current') {
    return success({ kind: 'skipped', addressing, skip });
  }

  return mapOutcome(chooseTexts(letter, context), (chosen) => ({
    kind: 'letter',
    selection: { ...addressing, letter, ...chosen },
  }));
}

function chooseTexts(
  letter: LetterSettings,
  context: EvaluationContext,
): Outcome<Pick<Selection, 'body' | 'demands' | 'passages'>> {
  const faults: Diagnostic[] = [];
  const body = firstThatHolds(letter.body, context, faults);
  if (body === undefined) return failure(...(faults.length > 0 ? faults : [noBody(letter, context.recipient)]));
  const demands = body.demands.flatMap((id) => {
    const demand = letter.demands.get(id);
    return demand === undefined ? [] : chooseDemand(demand, letter, context, faults);
  });
  faults.push(...repeatedDemands(demands));
  const passages = [...letter.passages.values()].map((passage): ChosenPassage => {
    const rule = firstThatHolds(passage.wordings, context, faults);
    if (rule === undefined) return { id: passage.id, choice: undefined };
    return { id: passage.id, choice: { text: `passages/${passage.id}/${rule.use}`, wording: rule.use, rule } };
  });
  return settle({ body: { text: `body/${body.use}`, wording: body.use, rule: body }, demands, passages }, faults);
}

/** Returns the first rule whose condition holds; adds the faults of the conditions evaluated up to it to `faults`. */
function firstThatHolds<R extends WordingRule>(
  rules: readonly R[],
  context: EvaluationContext,
  faults: Diagnostic[],
): R | undefined {
  return rules.find((rule) => {
    const evaluation = evaluateCondition(rule.for, context);
    faults.push(...evaluation.faults);
    return evaluation.holds;
  });
}

function chooseDemand(
  demand: Demand,
  letter: LetterSettings,
  context: EvaluationContext,
  faults: Diagnostic[],
): readonly ChosenDemand[] {
  const faultsBefore = faults.length;
  const rule = firstThatHolds(demand.wordings, context, faults);
  if (rule === undefined) {
    if (faults.length === faultsBefore) faults.push(noWording(demand, context.recipient));
    return [];
  }
  const carried = rule.with.flatMap((id) => letter.demands.get(id) ?? []);
  return [
    {
      id: demand.id,
      text: `demands/${demand.id}/${rule.use}`,
      wording: rule.use,
      rule,
      numbers: [demand, ...carried].map(({ number }) => number),
      carries: rule.with,
      sources: [...new Set([demand, ...carried].flatMap(({ sources }) => sources))],
    },
  ];
}

/**
 * Reports each demand that a letter would contain twice: one that the body lists and another demand's wording includes
 * (`with`), or one that two wordings include.
 */
function repeatedDemands(demands: readonly ChosenDemand[]): readonly Diagnostic[] {
  const spansById = new Map(demands.map((demand) => [demand.id, demand.rule.span]));
  return demands.flatMap((demand) =>
    demand.carries.flatMap((id) => {
      const earlier = spansById.get(id);
      if (earlier === undefined) {
        spansById.set(id, demand.rule.span);
        return [];
      }
      const message = say`the demand ${id} is asked twice in one letter: ${demand.id} carries it, and it is also listed`;
      return fault('select/demand-twice', demand.rule.span, message, {
        hint: say`take ${id} out of the body's demands, or out of this wording's with:`,
        related: [{ span: earlier, message: say`asked here too` }],
      });
    }),
  );
}

function noBody(letter: LetterSettings, recipient: Recipient): Diagnostic {
  return fault('select/no-body', recipient.span, say`no body is meant for ${recipient.id}, to whom this letter goes`, {
    hint: say`add a body whose for: holds for this recipient, or narrow to: in letter.yaml`,
    related: [{ span: letter.to.span, message: say`it is addressed here` }],
  });
}

function noWording(demand: Demand, recipient: Recipient): Diagnostic {
  const message = say`no wording of the demand ${demand.id} is meant for ${recipient.id}, whose body lists it`;
  return fault('select/no-wording', demand.span, message, {
    hint: say`add a wording whose for: holds for this recipient, or take the demand out of the body's list`,
    related: [{ span: recipient.span, message: say`this recipient` }],
  });
}
