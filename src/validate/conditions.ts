import type { Condition } from '../model/condition.ts';
import type { Data } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, collect, failure, mapOutcome, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { didYouMean } from './hints.ts';

type NameKind = 'roles' | 'groups' | 'facts' | 'states' | 'languages';

/** For each kind of name: its noun in messages, where it is declared, and the key of a condition that takes it. */
const KINDS: Readonly<Record<NameKind, readonly [noun: string, declaredIn: string, key: string]>> = {
  roles: ['role', 'under roles in recipients/groups.yaml', 'role'],
  groups: ['group', 'under groups in recipients/groups.yaml', 'group'],
  facts: ['fact', 'under facts in recipients/groups.yaml', 'fact'],
  states: ['State', 'in recipients/states.yaml', 'state'],
  languages: ['language of this letter', 'under languages in letter.yaml', 'language'],
};

/** Parses the value of one key of a condition; `span` is the location of the whole condition. */
type Operator = (value: Data, span: Span, known: KnownNames) => Outcome<Condition>;

/** A role name or a list of them; a list matches if the recipient has any of the roles. */
const anyRole: Operator = (value, span, known) =>
  mapOutcome(namesIn(value, 'roles', known), (roles) =>
    anyOf(
      span,
      roles.map((role) => ({ kind: 'role', role, span })),
    ),
  );

/** The parser of each key that a condition may have. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  role: anyRole,
  group: (value, span, known) =>
    mapOutcome(namesIn(value, 'groups', known), (groups) =>
      anyOf(
        span,
        groups.map((group) => ({ kind: 'group', group, span })),
      ),
    ),
  state: (value, span, known) =>
    mapOutcome(namesIn(value, 'states', known), (states) => ({ kind: 'state', states, span })),
  language: (value, span, known) =>
    mapOutcome(namesIn(value, 'languages', known), (languages) => ({ kind: 'language', languages, span })),
  fact: factCondition,
  all: (value, span, known) => mapOutcome(parseConditions(value, known), (of) => ({ kind: 'all', of, span })),
  any: (value, span, known) => mapOutcome(parseConditions(value, known), (of) => ({ kind: 'any', of, span })),
  not: (value, span, known) => mapOutcome(parseCondition(value, known), (not) => ({ kind: 'not', not, span })),
};

/** The accepted syntax, for hints. */
const SYNTAX = 'a role, { group: … }, { state: […] }, { language: … }, { fact: … }, or all, any, not over such';

/**
 * Parses a condition: a scalar is the name of a role, a list is a disjunction of conditions, and a mapping has exactly
 * one key, the operator. All faults are returned, not only the first. Every name in a returned condition is declared.
 */
export function parseCondition(data: Data, known: KnownNames): Outcome<Condition> {
  const { span } = data;
  if (data.kind === 'list') return mapOutcome(parseConditions(data, known), (of) => anyOf(span, of));
  if (data.kind === 'scalar') return anyRole(data, span, known);
  const [field, second] = data.entries;
  if (field === undefined) return malformed(span, say`this condition is empty`);
  if (second !== undefined) {
    return malformed(second.keySpan, say`a condition has one key; ${field.key} and ${second.key} are two`, [
      'join them: { all: [{ … }, { … }] }',
    ]);
  }
  const operator = Object.hasOwn(OPERATORS, field.key) ? OPERATORS[field.key] : undefined;
  if (operator !== undefined) return operator(field.value, span, known);
  return malformed(
    field.keySpan,
    say`a condition cannot ask for ${field.key}`,
    didYouMean(field.key, Object.keys(OPERATORS), [`it may be ${SYNTAX}`]),
  );
}

/** Returns the condition and, recursively, all conditions nested in it. */
export function conditionsIn(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return [condition, ...condition.of.flatMap(conditionsIn)];
  return condition.kind === 'not' ? [condition, ...conditionsIn(condition.not)] : [condition];
}

/** Returns the disjunction of the conditions; a single condition is returned unchanged. */
function anyOf(span: Span, of: readonly Condition[]): Condition {
  const [only, second] = of;
  return only !== undefined && second === undefined ? only : { kind: 'any', of, span };
}

function parseConditions(data: Data, known: KnownNames): Outcome<readonly Condition[]> {
  if (data.kind !== 'list') return malformed(data.span, say`this must be a list of conditions`, ['write […]']);
  if (data.items.length === 0) return malformed(data.span, say`an empty list matches no recipient`);
  return collect(data.items.map((item) => parseCondition(item, known)));
}

/** Parses the value of `fact`: a name (the fact is true), `{ name: true }` or `{ name: false }`. */
function factCondition(data: Data, span: Span, known: KnownNames): Outcome<Condition> {
  if (data.kind !== 'fields') {
    return mapOutcome(nameIn(data, 'facts', known), (fact) => ({ kind: 'fact', fact, value: true, span }));
  }
  const [field, second] = data.entries;
  if (field === undefined || second !== undefined) {
    return malformed(data.span, say`this must name one fact`, ['write { fact: name } or { fact: { name: false } }']);
  }
  const { key, keySpan, value } = field;
  const fact = knownName(key, keySpan, 'facts', known);
  const expected = value.kind === 'scalar' ? value.text : '';
  if (expected === 'true' || expected === 'false') {
    return mapOutcome(fact, (name) => ({ kind: 'fact', fact: name, value: expected === 'true', span }));
  }
  const notBoolean = malformed(value.span, say`a fact is asked to be true or false`, ['write true or false']);
  return failure(...fact.diagnostics, ...notBoolean.diagnostics);
}

/** Parses one name or a list of names. */
function namesIn(data: Data, kind: NameKind, known: KnownNames): Outcome<readonly string[]> {
  if (data.kind !== 'list') return collect([nameIn(data, kind, known)]);
  if (data.items.length === 0) return malformed(data.span, say`an empty list matches no recipient`);
  return collect(data.items.map((item) => nameIn(item, kind, known)));
}

function nameIn(data: Data, kind: NameKind, known: KnownNames): Outcome<string> {
  if (data.kind !== 'scalar') return malformed(data.span, [`this must be the name of a ${KINDS[kind][0]}`]);
  if (data.text !== '') return knownName(data.text, data.span, kind, known);
  return malformed(data.span, say`this condition is empty`, ['name a role; for: may be left out to mean everyone']);
}

function knownName(name: string, span: Span, kind: NameKind, known: KnownNames): Outcome<string> {
  if (known[kind].has(name)) return success(name);
  const [noun, declaredIn] = KINDS[kind];
  const message: Message = [...say`${name}`, ` is not a ${noun}`];
  return failure(
    fault('condition/unknown-name', span, message, { hint: unknownNameHint(name, declaredIn, kind, known) }),
  );
}

/** Returns the hint for an unknown name. If it is declared as another kind of name, its key was probably left out. */
function unknownNameHint(name: string, declaredIn: string, kind: NameKind, known: KnownNames): Message {
  const otherKind = (Object.keys(KINDS) as NameKind[]).find((candidate) => known[candidate].has(name));
  if (otherKind !== undefined) {
    const [noun, , key] = KINDS[otherKind];
    return [`it is a ${noun}: write it as { ${key}: … }`];
  }
  return didYouMean(name, known[kind], [`declare it ${declaredIn}`]);
}

function malformed(span: Span, message: Message, hint: Message = [`a condition is ${SYNTAX}`]): Outcome<never> {
  return failure(fault('condition/malformed', span, message, { hint }));
}
