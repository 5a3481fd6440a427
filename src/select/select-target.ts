import type { Campaign, Demand, LetterSettings, Signatory, WordingRule } from '../model/campaign.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, mapOutcome, settle, success } from '../model/outcome.ts';
import type { Recipient } from '../model/recipient.ts';
import { LISTED_SIGNATURES, areListed } from '../model/signature-lines.ts';
import type { Addressing, ChosenDemand, ChosenPassage, Selection, Target } from '../model/selection.ts';
import { type EvaluationContext, evaluateCondition } from './evaluate-condition.ts';
import { lackedPowerFaults } from './held-powers.ts';

/**
 * Selects the texts that a recipient gets in a language. For each text, the first rule whose condition holds on the
 * letter's date selects the wording. Templates are not read. A demand is one thing that the letter asks the recipient
 * to do. Returns faults if a recipient of the letter gets no body, if a demand has no wording for it or is included
 * twice, if the recipient has no power to do what a wording asks, or if a condition negates a fact that is not recorded.
 */
export function selectTarget(campaign: Campaign, addressing: Addressing): Outcome<Target> {
  const { letter, register } = campaign;
  const { recipient, language } = addressing;
  const context: EvaluationContext = { recipient, language, day: letter.date, register };
  const addressedEvaluation = evaluateCondition(letter.to, context);
  if (addressedEvaluation.faults.length > 0) return failure(...addressedEvaluation.faults);
  if (!addressedEvaluation.holds) return success({ kind: 'not-addressed', recipient });
  const { skip } = recipient;
  if (skip !== undefined && periodStatus(skip, letter.date) === 'current') {
    return success({ kind: 'skipped', addressing, skip });
  }

  return mapOutcome(chooseTexts(campaign, context), (chosenTexts) => ({
    kind: 'letter',
    selection: { ...addressing, letter, ...chosenTexts },
  }));
}

function chooseTexts(
  campaign: Campaign,
  context: EvaluationContext,
): Outcome<Pick<Selection, 'body' | 'cover' | 'demands' | 'passages' | 'signatories'>> {
  const { letter } = campaign;
  const faults: Diagnostic[] = [];
  const body = findFirstMatchingRule(letter.body, context, faults);
  if (body === undefined) return failure(...(faults.length > 0 ? faults : [noBodyFault(letter, context.recipient)]));
  const demands = body.demands.flatMap((id) => {
    const demand = letter.demands.get(id);
    return demand === undefined ? [] : chooseDemand(demand, letter, context, faults);
  });
  faults.push(...repeatedDemandFaults(demands), ...lackedPowerFaults(campaign, demands, context));
  const passages = [...letter.passages.values()].map((passage): ChosenPassage => {
    const rule = findFirstMatchingRule(passage.wordings, context, faults);
    if (rule === undefined) return { id: passage.id, choice: undefined };
    return { id: passage.id, choice: { text: `passages/${passage.id}/${rule.use}`, wording: rule.use, rule } };
  });
  const signatories = chooseSignatories(letter, context, faults);
  const coverRule = findFirstMatchingRule(letter.cover, context, faults);
  const chosenTexts = {
    body: { text: `body/${body.use}`, wording: body.use, rule: body },
    cover: coverRule && { text: `cover/${coverRule.use}`, wording: coverRule.use, rule: coverRule },
    demands,
    passages,
    signatories,
  };
  return settle(chosenTexts, [...faults, ...unprintedImageWarnings(signatories)]);
}

/** Returns the first rule whose condition holds. Adds the faults of all conditions that were evaluated to `faults`. */
function findFirstMatchingRule<Rule extends WordingRule>(
  rules: readonly Rule[],
  context: EvaluationContext,
  faults: Diagnostic[],
): Rule | undefined {
  return rules.find((rule) => {
    const evaluation = evaluateCondition(rule.for, context);
    faults.push(...evaluation.faults);
    return evaluation.holds;
  });
}

/**
 * Returns those who sign the letter to a recipient. Adds a fault if the letter has signatories and none signs this one,
 * because it would name no sender.
 */
function chooseSignatories(
  letter: LetterSettings,
  context: EvaluationContext,
  faults: Diagnostic[],
): readonly Signatory[] {
  const faultCountBefore = faults.length;
  const signatories = letter.signatories.filter((signatory) => {
    const evaluation = evaluateCondition(signatory.for, context);
    faults.push(...evaluation.faults);
    return evaluation.holds;
  });
  if (signatories.length === 0 && letter.signatories.length > 0 && faults.length === faultCountBefore)
    faults.push(noSignatoryFault(letter, context.recipient));
  return signatories;
}

/** Warns of each picture of a signature in a list of names, which has no room for it. */
function unprintedImageWarnings(signatories: readonly Signatory[]): readonly Diagnostic[] {
  if (!areListed(signatories)) return [];
  const hint = say`remove ${'image:'}, or let fewer than ${LISTED_SIGNATURES} sign`;
  return signatories.flatMap(({ id, image }) =>
    image === undefined
      ? []
      : [
          warning(
            'picture/not-printed',
            image.span,
            say`the picture of the signature of ${id} is not printed where ${LISTED_SIGNATURES} sign or more`,
            { hint },
          ),
        ],
  );
}

/** Returns the demand with its wording for the recipient, as a list of one; an empty list if no rule holds. */
function chooseDemand(
  demand: Demand,
  letter: LetterSettings,
  context: EvaluationContext,
  faults: Diagnostic[],
): readonly ChosenDemand[] {
  const faultCountBefore = faults.length;
  const rule = findFirstMatchingRule(demand.wordings, context, faults);
  if (rule === undefined) {
    if (faults.length === faultCountBefore) faults.push(noWordingFault(demand, context.recipient));
    return [];
  }
  const carriedDemands = rule.with.flatMap((id) => letter.demands.get(id) ?? []);
  return [
    {
      id: demand.id,
      text: `demands/${demand.id}/${rule.use}`,
      wording: rule.use,
      rule,
      numbers: [demand, ...carriedDemands].map(({ number }) => number),
      carries: rule.with,
      sources: [...new Set([demand, ...carriedDemands].flatMap(({ sources }) => sources))],
    },
  ];
}

/**
 * Returns a fault for each demand that a letter would contain twice: the body lists it and another demand's wording
 * includes it (`with`), or two wordings include it.
 */
function repeatedDemandFaults(demands: readonly ChosenDemand[]): readonly Diagnostic[] {
  /** For each demand, the demand whose wording asks it first: the demand itself if the body lists it. */
  const firstAskedBy = new Map(demands.map((demand) => [demand.id, demand]));
  return demands.flatMap((demand) =>
    demand.carries.flatMap((id) => {
      const first = firstAskedBy.get(id);
      if (first !== undefined) return [repeatedDemandFault(id, first, demand)];
      firstAskedBy.set(id, demand);
      return [];
    }),
  );
}

/** Returns the fault for the demand `id`, which the wording of `first` asks, and that of `second` again. */
function repeatedDemandFault(id: string, first: ChosenDemand, second: ChosenDemand): Diagnostic {
  const isListed = first.id === id;
  const reason = isListed
    ? say`${second.id} carries it, and it is also listed`
    : say`${first.id} and ${second.id} both carry it`;
  return fault(
    'select/demand-twice',
    second.rule.span,
    [...say`the demand ${id} is asked twice in one letter: `, ...reason],
    {
      hint: isListed
        ? say`take ${id} out of the body's demands, or out of this wording's with:`
        : say`take ${id} out of with: in one of the two wordings`,
      related: [{ span: first.rule.span, message: say`asked here too` }],
    },
  );
}

function noBodyFault(letter: LetterSettings, recipient: Recipient): Diagnostic {
  return fault('select/no-body', recipient.span, say`no body is meant for ${recipient.id}, to whom this letter goes`, {
    hint: say`add a body whose for: holds for this recipient, or narrow to: in letter.yaml`,
    related: [{ span: letter.to.span, message: say`it is addressed here` }],
  });
}

/** The maximum number of signatories that a fault names. */
const MAX_NAMED_SIGNATORIES = 3;

function noSignatoryFault({ signatories }: LetterSettings, recipient: Recipient): Diagnostic {
  return fault('select/no-signatory', recipient.span, say`no signatory signs the letter to ${recipient.id}`, {
    hint: say`add a signatory whose for: holds for this recipient, or one without for:`,
    related: signatories.slice(0, MAX_NAMED_SIGNATORIES).map(({ id, for: condition }) => ({
      span: condition.span,
      message: say`${id} signs only for these`,
    })),
  });
}

function noWordingFault(demand: Demand, recipient: Recipient): Diagnostic {
  const message = say`no wording of the demand ${demand.id} is meant for ${recipient.id}, whose body lists it`;
  return fault('select/no-wording', demand.span, message, {
    hint: say`add a wording whose for: holds for this recipient, or take the demand out of the body's list`,
    related: [{ span: recipient.span, message: say`this recipient` }],
  });
}
