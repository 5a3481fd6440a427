import type { Condition } from '../model/condition.ts';
import { type Day, periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import { type Register, isMember } from '../model/state.ts';

/** What a condition is evaluated against: one recipient, in one language, on one day. */
export interface EvaluationContext {
  readonly recipient: Recipient;
  readonly language: Language;
  /** The date of the letter. */
  readonly day: Day;
  readonly register: Register;
}

/** A value of Kleene's three-valued logic. `unknown`: the register has no record of the fact. */
type Truth = 'yes' | 'no' | 'unknown';

/** The result of evaluating a condition, with the faults found on the way. */
export interface Evaluation {
  /** Whether the condition is true; false if it is unknown. */
  readonly holds: boolean;
  readonly faults: readonly Diagnostic[];
}

/**
 * Evaluates a condition for a recipient on a day. `all` and `any` evaluate their conditions from left to right and
 * short-circuit. Negating a fact that is not recorded is a fault (`select/fact-not-recorded`), because a missing record
 * does not mean that the fact is false.
 */
export function evaluateCondition(condition: Condition, context: EvaluationContext): Evaluation {
  const faults: Diagnostic[] = [];
  const truth = evaluate(condition, context, faults);
  return { holds: truth === 'yes', faults };
}

function evaluate(condition: Condition, context: EvaluationContext, faults: Diagnostic[]): Truth {
  const { recipient, language } = context;
  switch (condition.kind) {
    case 'everyone':
      return 'yes';
    case 'role':
      return yesIf(recipient.roles.includes(condition.role));
    case 'state':
      return yesIf(recipient.state !== undefined && condition.states.includes(recipient.state));
    case 'language':
      return yesIf(condition.languages.includes(language));
    case 'group':
      return yesIf(isMember(recipient.state, context.register.groups.get(condition.group), context.day));
    case 'fact': {
      const recorded = factTruth(condition.fact, context);
      return recorded === 'unknown' ? 'unknown' : yesIf((recorded === 'yes') === condition.value);
    }
    case 'all':
      return evaluateList(condition.of, 'no', context, faults);
    case 'any':
      return evaluateList(condition.of, 'yes', context, faults);
    case 'not': {
      const faultsBefore = faults.length;
      const truth = evaluate(condition.not, context, faults);
      if (truth !== 'unknown') return yesIf(truth === 'no');
      // Unless a nested `not` has already reported the missing record.
      if (faults.length === faultsBefore) faults.push(notRecorded(condition, context));
      return 'unknown';
    }
  }
}

/**
 * Evaluates the conditions of `all` (`decisive` is `no`) or `any` (`decisive` is `yes`). Returns at the first decisive
 * value; otherwise the result is unknown if any condition is.
 */
function evaluateList(
  conditions: readonly Condition[],
  decisive: 'yes' | 'no',
  context: EvaluationContext,
  faults: Diagnostic[],
): Truth {
  let truth: Truth = decisive === 'yes' ? 'no' : 'yes';
  for (const condition of conditions) {
    const next = evaluate(condition, context, faults);
    if (next === decisive) return decisive;
    if (next === 'unknown') truth = 'unknown';
  }
  return truth;
}

/**
 * Returns the value of a fact about the recipient's State, from the record that is valid on that day. Without one, the
 * fact is false if an earlier record has ended, or if the register declares its list complete; otherwise it is unknown.
 * A recipient without a State has no facts: the result is `no`.
 */
function factTruth(name: string, { recipient, day, register }: EvaluationContext): Truth {
  if (recipient.state === undefined) return 'no';
  const records = register.states.get(recipient.state)?.facts.filter((fact) => fact.name === name) ?? [];
  const currentRecord = records.find((record) => periodStatus(record, day) === 'current');
  if (currentRecord !== undefined) return yesIf(currentRecord.value);
  if (records.some((record) => periodStatus(record, day) === 'over')) return 'no';
  return register.facts.get(name)?.complete === true ? 'no' : 'unknown';
}

function notRecorded(condition: Condition, { recipient, day }: EvaluationContext): Diagnostic {
  const message = say`this negates a fact that is not recorded for ${recipient.state ?? recipient.id} on ${day}`;
  return fault('select/fact-not-recorded', condition.span, message, {
    hint: say`record it in recipients/states.yaml with a source (true or false), or declare the fact complete in recipients/groups.yaml if its list leaves nobody out`,
    related: [{ span: recipient.span, message: say`for this recipient` }],
  });
}

function yesIf(claim: boolean): Truth {
  return claim ? 'yes' : 'no';
}
