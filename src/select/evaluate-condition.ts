import type { Condition } from '../model/condition.ts';
import { type Day, periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import { type Register, isMember } from '../model/state.ts';

/** What conditions are asked about: one recipient on one day. */
export interface EvaluationContext {
  readonly recipient: Recipient;
  readonly language: Language;
  readonly day: Day;
  readonly register: Register;
}

/** `unknown`: nobody recorded it, so that it is neither true nor false (Kleene's three-valued logic). */
type Truth = 'yes' | 'no' | 'unknown';

/** Whether a condition holds, and the faults met in finding out. What is unknown does not hold. */
export interface Evaluation {
  readonly holds: boolean;
  readonly faults: readonly Diagnostic[];
}

/**
 * Does the condition hold for this recipient on this day? `all` and `any` ask from left to right and stop as soon as
 * the answer is clear. To negate what nobody recorded is a fault: missing is not negative.
 */
export function evaluateCondition(condition: Condition, question: EvaluationContext): Evaluation {
  const faults: Diagnostic[] = [];
  const truth = evaluate(condition, question, faults);
  return { holds: truth === 'yes', faults };
}

function evaluate(condition: Condition, question: EvaluationContext, faults: Diagnostic[]): Truth {
  const { recipient, language } = question;
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
      return yesIf(isMember(recipient.state, question.register.groups.get(condition.group), question.day));
    case 'fact': {
      const recorded = factAbout(condition.fact, question);
      return recorded === 'unknown' ? 'unknown' : yesIf((recorded === 'yes') === condition.value);
    }
    case 'all':
      return evaluateList(condition.of, 'no', question, faults);
    case 'any':
      return evaluateList(condition.of, 'yes', question, faults);
    case 'not': {
      const before = faults.length;
      const truth = evaluate(condition.not, question, faults);
      if (truth !== 'unknown') return yesIf(truth === 'no');
      if (faults.length === before) faults.push(notRecorded(condition, question));
      return 'unknown';
    }
  }
}

/** `all` is decided by the first `no`, `any` by the first `yes`; something unknown leaves the rest to decide. */
function evaluateList(
  conditions: readonly Condition[],
  decisive: 'yes' | 'no',
  question: EvaluationContext,
  faults: Diagnostic[],
): Truth {
  let truth: Truth = decisive === 'yes' ? 'no' : 'yes';
  for (const condition of conditions) {
    const next = evaluate(condition, question, faults);
    if (next === decisive) return decisive;
    if (next === 'unknown') truth = 'unknown';
  }
  return truth;
}

function factAbout(name: string, { recipient, day, register }: EvaluationContext): Truth {
  if (recipient.state === undefined) return 'no';
  const records = register.states.get(recipient.state)?.facts.filter((fact) => fact.name === name) ?? [];
  const current = records.find((record) => periodStatus(record, day) === 'current');
  if (current !== undefined) return yesIf(current.value);
  if (records.some((record) => periodStatus(record, day) === 'over')) return 'no';
  return register.facts.get(name)?.complete === true ? 'no' : 'unknown';
}

function notRecorded(condition: Condition, { recipient, day }: EvaluationContext): Diagnostic {
  const message = say`this negates a fact that nobody recorded for ${recipient.state ?? recipient.id} on ${day}`;
  return fault('select/fact-not-recorded', condition.span, message, {
    hint: say`record it in recipients/states.yaml with a source (true or false), or declare the fact complete in recipients/groups.yaml if its list leaves nobody out`,
    related: [{ span: recipient.span, message: say`for this recipient` }],
  });
}

function yesIf(claim: boolean): Truth {
  return claim ? 'yes' : 'no';
}
