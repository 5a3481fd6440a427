import type { Condition } from '../model/condition.ts';
import type { Data } from '../model/data.ts';
import { say } from '../model/message.ts';
import { type Outcome, collect, failure, mapOutcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { CONDITION_SYNTAX, NAME_KINDS, type NameKind, refuseCondition, requireKnownName } from './condition-faults.ts';
import { parseFieldCondition } from './field-conditions.ts';
import { didYouMeanHint } from './hints.ts';

/** Parses the operand of an operator: the value of a condition's one key. `span` is that of the whole condition. */
type OperatorParser = (value: Data, span: Span, knownNames: KnownNames) => Outcome<Condition>;

/** Parses one role or a list of roles. The condition holds for a recipient who has at least one of them. */
const parseRoleCondition: OperatorParser = (value, span, knownNames) =>
  mapOutcome(parseNames(value, 'roles', knownNames), (roles) =>
    createDisjunction(
      span,
      roles.map((role) => ({ kind: 'role', role, span })),
    ),
  );

/** The parser of each operator. */
const OPERATOR_PARSERS: Readonly<Record<string, OperatorParser>> = {
  role: parseRoleCondition,
  group: (value, span, knownNames) =>
    mapOutcome(parseNames(value, 'groups', knownNames), (groups) =>
      createDisjunction(
        span,
        groups.map((group) => ({ kind: 'group', group, span })),
      ),
    ),
  state: (value, span, knownNames) =>
    mapOutcome(parseNames(value, 'states', knownNames), (states) => ({ kind: 'state', states, span })),
  language: (value, span, knownNames) =>
    mapOutcome(parseNames(value, 'languages', knownNames), (languages) => ({ kind: 'language', languages, span })),
  fact: parseFactCondition,
  field: parseFieldCondition,
  all: (value, span, knownNames) =>
    mapOutcome(parseConditions(value, knownNames), (conditions) => ({ kind: 'all', of: conditions, span })),
  any: (value, span, knownNames) =>
    mapOutcome(parseConditions(value, knownNames), (conditions) => ({ kind: 'any', of: conditions, span })),
  not: (value, span, knownNames) =>
    mapOutcome(parseCondition(value, knownNames), (not) => ({ kind: 'not', not, span })),
};

/**
 * Parses a condition. A scalar is the name of a role; a list is a disjunction of conditions; a mapping has exactly one
 * key, the operator. All faults are returned, not only the first. A returned condition refers only to declared names.
 */
export function parseCondition(data: Data, knownNames: KnownNames): Outcome<Condition> {
  const { span } = data;
  if (data.kind === 'list')
    return mapOutcome(parseConditions(data, knownNames), (conditions) => createDisjunction(span, conditions));
  if (data.kind === 'scalar') return parseRoleCondition(data, span, knownNames);
  const [field, secondField] = data.entries;
  if (field === undefined) return refuseCondition(span, say`this condition is empty`);
  if (secondField !== undefined) {
    return refuseCondition(
      secondField.keySpan,
      say`a condition has one key; ${field.key} and ${secondField.key} are two`,
      ['join them: { all: [{ … }, { … }] }'],
    );
  }
  const parseOperand = Object.hasOwn(OPERATOR_PARSERS, field.key) ? OPERATOR_PARSERS[field.key] : undefined;
  if (parseOperand !== undefined) return parseOperand(field.value, span, knownNames);
  return refuseCondition(
    field.keySpan,
    say`a condition cannot ask for ${field.key}`,
    didYouMeanHint(field.key, Object.keys(OPERATOR_PARSERS), [`it may be ${CONDITION_SYNTAX}`]),
  );
}

/** Returns the condition itself and, recursively, all conditions nested in it. */
export function conditionsIn(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return [condition, ...condition.of.flatMap(conditionsIn)];
  return condition.kind === 'not' ? [condition, ...conditionsIn(condition.not)] : [condition];
}

/** Returns a condition that holds if any of the conditions holds. A single condition is returned unchanged. */
function createDisjunction(span: Span, conditions: readonly Condition[]): Condition {
  const [firstCondition, secondCondition] = conditions;
  return firstCondition !== undefined && secondCondition === undefined
    ? firstCondition
    : { kind: 'any', of: conditions, span };
}

function parseConditions(data: Data, knownNames: KnownNames): Outcome<readonly Condition[]> {
  if (data.kind !== 'list') return refuseCondition(data.span, say`this must be a list of conditions`, ['write […]']);
  if (data.items.length === 0) return refuseCondition(data.span, say`an empty list matches no recipient`);
  return collect(data.items.map((item) => parseCondition(item, knownNames)));
}

/** Parses the operand of `fact`: a name (the fact must be true), `{ name: true }` or `{ name: false }`. */
function parseFactCondition(data: Data, span: Span, knownNames: KnownNames): Outcome<Condition> {
  if (data.kind !== 'fields') {
    return mapOutcome(parseName(data, 'facts', knownNames), (fact) => ({ kind: 'fact', fact, value: true, span }));
  }
  const [field, secondField] = data.entries;
  if (field === undefined || secondField !== undefined) {
    return refuseCondition(data.span, say`this must name one fact`, [
      'write { fact: name } or { fact: { name: false } }',
    ]);
  }
  const { key, keySpan, value } = field;
  const factName = requireKnownName(key, keySpan, 'facts', knownNames);
  const expectedValue = value.kind === 'scalar' ? value.text : '';
  if (expectedValue === 'true' || expectedValue === 'false') {
    return mapOutcome(factName, (name) => ({ kind: 'fact', fact: name, value: expectedValue === 'true', span }));
  }
  const notBooleanFailure = refuseCondition(value.span, say`a fact is asked to be true or false`, [
    'write true or false',
  ]);
  return failure(...factName.diagnostics, ...notBooleanFailure.diagnostics);
}

/** Parses one name or a list of names. */
function parseNames(data: Data, kind: NameKind, knownNames: KnownNames): Outcome<readonly string[]> {
  if (data.kind !== 'list') return collect([parseName(data, kind, knownNames)]);
  if (data.items.length === 0) return refuseCondition(data.span, say`an empty list matches no recipient`);
  return collect(data.items.map((item) => parseName(item, kind, knownNames)));
}

function parseName(data: Data, kind: NameKind, knownNames: KnownNames): Outcome<string> {
  if (data.kind !== 'scalar') return refuseCondition(data.span, [`this must be the name of a ${NAME_KINDS[kind][0]}`]);
  if (data.text !== '') return requireKnownName(data.text, data.span, kind, knownNames);
  return refuseCondition(data.span, say`this condition is empty`, [
    'name a role, or leave the key out to mean everyone',
  ]);
}
