import type { Condition } from '../model/condition.ts';
import { leafConditions } from '../model/condition-leaves.ts';
import { type Day, periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { isAskedFieldValue } from '../model/field.ts';
import { type Language, coversLanguage } from '../model/language.ts';
import { say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import { type Register, isMember } from '../model/state.ts';

/** The context in which a condition is evaluated: a recipient, a language and a day. */
export interface EvaluationContext {
  readonly recipient: Recipient;
  readonly language: Language;
  /** The date of the letter. */
  readonly day: Day;
  readonly register: Register;
}

/**
 * A truth value of Kleene's three-valued logic. `unknown`: the register (the declared States, groups, roles and facts)
 * has no record of the fact, or the profile has no value of the field.
 */
type Truth = 'yes' | 'no' | 'unknown';

/** The result of evaluating a condition. */
export interface Evaluation {
  /** Whether the condition is true. It is not if its value is unknown. */
  readonly holds: boolean;
  readonly faults: readonly Diagnostic[];
}

/**
 * Evaluates a condition for a recipient on a day. `all` and `any` evaluate their conditions from left to right and
 * short-circuit. The negation of a fact that is not recorded (`select/fact-not-recorded`) and that of a field without a
 * value (`select/field-empty`) are faults, because neither means that what is negated is false.
 */
export function evaluateCondition(condition: Condition, context: EvaluationContext): Evaluation {
  const faults: Diagnostic[] = [];
  const truth = evaluateTruth(condition, context, faults);
  return { holds: truth === 'yes', faults };
}

function evaluateTruth(condition: Condition, context: EvaluationContext, faults: Diagnostic[]): Truth {
  const { recipient, language } = context;
  switch (condition.kind) {
    case 'everyone':
      return 'yes';
    case 'role':
      return toTruth(recipient.roles.includes(condition.role));
    case 'state':
      return toTruth(recipient.state !== undefined && condition.states.includes(recipient.state));
    case 'language':
      return toTruth(condition.languages.some((asked) => coversLanguage(asked, language)));
    case 'group':
      return toTruth(isMember(recipient.state, context.register.groups.get(condition.group), context.day));
    case 'fact': {
      const recordedValue = factTruth(condition.fact, context);
      return recordedValue === 'unknown' ? 'unknown' : toTruth((recordedValue === 'yes') === condition.value);
    }
    case 'field': {
      const value = recipient.fields.get(condition.field);
      return value === undefined ? 'unknown' : toTruth(isAskedFieldValue(value, condition.asked));
    }
    case 'all':
      return evaluateList(condition.of, 'no', context, faults);
    case 'any':
      return evaluateList(condition.of, 'yes', context, faults);
    case 'not': {
      const faultCountBefore = faults.length;
      const truth = evaluateTruth(condition.not, context, faults);
      if (truth !== 'unknown') return toTruth(truth === 'no');
      // A nested `not` may have reported the missing record or value already.
      if (faults.length === faultCountBefore) faults.push(unknownFault(condition, context));
      return 'unknown';
    }
  }
}

/**
 * Evaluates the conditions of `all` (`decisiveValue` is `no`) or `any` (`decisiveValue` is `yes`). The first condition
 * with the decisive value ends the evaluation. If none has it, the result is `unknown` if any condition is unknown, and
 * the opposite value otherwise.
 */
function evaluateList(
  conditions: readonly Condition[],
  decisiveValue: 'yes' | 'no',
  context: EvaluationContext,
  faults: Diagnostic[],
): Truth {
  let truth: Truth = decisiveValue === 'yes' ? 'no' : 'yes';
  for (const condition of conditions) {
    const value = evaluateTruth(condition, context, faults);
    if (value === decisiveValue) return decisiveValue;
    if (value === 'unknown') truth = 'unknown';
  }
  return truth;
}

/**
 * Returns the value of a fact about the recipient's State on a day, from the record that is valid then. If no record is
 * valid, the fact is false if an earlier record has ended or if the register declares its records complete; otherwise
 * it is unknown. For a recipient without a State, every fact is false.
 */
function factTruth(name: string, { recipient, day, register }: EvaluationContext): Truth {
  if (recipient.state === undefined) return 'no';
  const records = register.states.get(recipient.state)?.facts.filter((fact) => fact.name === name) ?? [];
  const currentRecord = records.find((record) => periodStatus(record, day) === 'current');
  if (currentRecord !== undefined) return toTruth(currentRecord.value);
  if (records.some((record) => periodStatus(record, day) === 'over')) return 'no';
  return register.facts.get(name)?.complete === true ? 'no' : 'unknown';
}

/** Returns the fault for the negation of a condition whose truth is unknown, by its first leaf that is unknown. */
function unknownFault(condition: Condition, context: EvaluationContext): Diagnostic {
  const unknownLeaf = leafConditions(condition)
    .map(({ leaf }) => leaf)
    .find((leaf) => evaluateTruth(leaf, context, []) === 'unknown');
  return unknownLeaf?.kind === 'field'
    ? emptyFieldFault(condition, unknownLeaf.field, context)
    : notRecordedFault(condition, context);
}

function emptyFieldFault({ span }: Condition, field: string, { recipient }: EvaluationContext): Diagnostic {
  return fault(
    'select/field-empty',
    span,
    say`this negates the field ${field}, which has no value for ${recipient.id}`,
    {
      hint: say`write the value in the profile; with ${'required: true'} in recipients/fields.yaml, every profile must have one`,
      related: [{ span: recipient.span, message: say`for this recipient` }],
    },
  );
}

function notRecordedFault(condition: Condition, { recipient, day }: EvaluationContext): Diagnostic {
  const message = say`this negates a fact that is not recorded for ${recipient.state ?? recipient.id} on ${day}`;
  return fault('select/fact-not-recorded', condition.span, message, {
    hint: say`record it in recipients/states.yaml with a source (true or false), or declare the fact complete in recipients/groups.yaml if its list leaves nobody out`,
    related: [{ span: recipient.span, message: say`for this recipient` }],
  });
}

function toTruth(isTrue: boolean): Truth {
  return isTrue ? 'yes' : 'no';
}
