import type { Condition } from '../model/condition.ts';
import type { Data, Field } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, andThen, collect, failure, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { didYouMean } from './wording.ts';

type NameKind = 'roles' | 'groups' | 'facts' | 'states' | 'languages';

/** How the kinds of names are called, where they are declared, and how a condition asks for them. */
const KINDS: Readonly<Record<NameKind, readonly [noun: string, declaredIn: string, key: string]>> = {
  roles: ['role', 'under roles in recipients/groups.yaml', 'role'],
  groups: ['group', 'under groups in recipients/groups.yaml', 'group'],
  facts: ['fact', 'under facts in recipients/groups.yaml', 'fact'],
  states: ['State', 'in recipients/states.yaml', 'state'],
  languages: ['language of this letter', 'under languages in letter.yaml', 'language'],
};

/** What each key of a condition makes of its value. Closed: there are no others. */
const OPERATORS: Readonly<Record<string, (field: Field, span: Span, known: KnownNames) => Outcome<Condition>>> = {
  role: ({ value }, span, known) =>
    andThen(namesIn(value, 'roles', known), (roles) =>
      success(
        anyOf(
          span,
          roles.map((role) => roleOf(role, span)),
        ),
      ),
    ),
  group: ({ value }, span, known) =>
    andThen(namesIn(value, 'groups', known), (groups) =>
      success(
        anyOf(
          span,
          groups.map((group): Condition => ({ kind: 'group', group, span })),
        ),
      ),
    ),
  state: ({ value }, span, known) =>
    andThen(namesIn(value, 'states', known), (states) => success<Condition>({ kind: 'state', states, span })),
  language: ({ value }, span, known) =>
    andThen(namesIn(value, 'languages', known), (languages) =>
      success<Condition>({ kind: 'language', languages, span }),
    ),
  fact: ({ value }, span, known) => factCondition(value, span, known),
  all: ({ value }, span, known) => andThen(listOf(value, known), (of) => success<Condition>({ kind: 'all', of, span })),
  any: ({ value }, span, known) => andThen(listOf(value, known), (of) => success<Condition>({ kind: 'any', of, span })),
  not: ({ value }, span, known) =>
    andThen(parseCondition(value, known), (not) => success<Condition>({ kind: 'not', not, span })),
};

const FORMS = 'a role, { group: … }, { state: […] }, { language: … }, { fact: … }, or all, any, not over such';

/**
 * Reads a condition: a word is a role, a list means any of its entries, and a mapping has one key, which says what is
 * asked. All faults in it are told; every name in it is known afterwards.
 */
export function parseCondition(data: Data, known: KnownNames): Outcome<Condition> {
  const { span } = data;
  if (data.kind === 'list') {
    return andThen(listOf(data, known), (of) => success(anyOf(span, of)));
  }
  if (data.kind === 'scalar') {
    return andThen(nameIn(data, 'roles', known), (role) => success(roleOf(role, span)));
  }
  const [field, second] = data.entries;
  if (field === undefined) return malformed(span, say`an empty condition asks nothing`);
  if (second !== undefined) {
    return malformed(second.keySpan, say`a condition has one key; ${field.key} and ${second.key} are two`, [
      'join them: { all: [{ … }, { … }] }',
    ]);
  }
  const operator = Object.hasOwn(OPERATORS, field.key) ? OPERATORS[field.key] : undefined;
  if (operator !== undefined) return operator(field, span, known);
  return malformed(
    field.keySpan,
    say`a condition cannot ask for ${field.key}`,
    didYouMean(field.key, Object.keys(OPERATORS), [`it may be ${FORMS}`]),
  );
}

/** Every condition inside a condition, itself included. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return [condition, ...condition.of.flatMap(partsOf)];
  return condition.kind === 'not' ? [condition, ...partsOf(condition.not)] : [condition];
}

function roleOf(role: string, span: Span): Condition {
  return { kind: 'role', role, span };
}

/** What is asked of one alone needs no `any`. */
function anyOf(span: Span, of: readonly Condition[]): Condition {
  const [only, second] = of;
  return only !== undefined && second === undefined ? only : { kind: 'any', of, span };
}

function listOf(data: Data, known: KnownNames): Outcome<readonly Condition[]> {
  if (data.kind !== 'list') return malformed(data.span, say`this must be a list of conditions`, ['write […]']);
  if (data.items.length === 0) return malformed(data.span, say`an empty list holds for nobody`);
  return collect(data.items.map((item) => parseCondition(item, known)));
}

function factCondition(data: Data, span: Span, known: KnownNames): Outcome<Condition> {
  if (data.kind !== 'fields') {
    return andThen(nameIn(data, 'facts', known), (fact) =>
      success<Condition>({ kind: 'fact', fact, value: true, span }),
    );
  }
  const [field, second] = data.entries;
  if (field === undefined || second !== undefined) {
    return malformed(data.span, say`this must name one fact`, ['write { fact: name } or { fact: { name: false } }']);
  }
  const { value, keySpan } = field;
  const unknown = unknownName(field.key, keySpan, 'facts', known);
  const text = value.kind === 'scalar' ? value.text : '';
  const isYesNo = text === 'true' || text === 'false';
  const faults = isYesNo ? unknown : [...unknown, malformedFault(value.span, say`a fact is asked to be true or false`)];
  if (faults.length > 0) return failure(...faults);
  return success({ kind: 'fact', fact: field.key, value: text === 'true', span });
}

/** One name, or a list of them. */
function namesIn(data: Data, kind: NameKind, known: KnownNames): Outcome<readonly string[]> {
  if (data.kind !== 'list') return collect([nameIn(data, kind, known)]);
  if (data.items.length === 0) return malformed(data.span, say`an empty list holds for nobody`);
  return collect(data.items.map((item) => nameIn(item, kind, known)));
}

function nameIn(data: Data, kind: NameKind, known: KnownNames): Outcome<string> {
  const [noun] = KINDS[kind];
  if (data.kind !== 'scalar') return malformed(data.span, [`this must be the name of a ${noun}`]);
  if (data.text === '')
    return malformed(data.span, say`nothing is asked here`, ['name a role; for: may be left out to mean everyone']);
  const faults = unknownName(data.text, data.span, kind, known);
  return faults.length > 0 ? failure(...faults) : success(data.text);
}

function unknownName(name: string, span: Span, kind: NameKind, known: KnownNames): readonly Diagnostic[] {
  if (known[kind].has(name)) return [];
  const [noun, declaredIn] = KINDS[kind];
  const message: Message = [...say`${name}`, ` is not a ${noun}`];
  return [fault('condition/unknown-name', span, message, { hint: hintFor(name, declaredIn, kind, known) })];
}

/** A name of another kind was probably written without its key. */
function hintFor(name: string, declaredIn: string, kind: NameKind, known: KnownNames): Message {
  const other = (Object.keys(KINDS) as NameKind[]).find((candidate) => known[candidate].has(name));
  if (other !== undefined && other !== kind) {
    const [noun, , key] = KINDS[other];
    return [`it is a ${noun}: write it as { ${key}: … }`];
  }
  return didYouMean(name, known[kind], [`declare it ${declaredIn}`]);
}

function malformed(span: Span, message: Message, hint: Message = [`a condition is ${FORMS}`]): Outcome<never> {
  return failure(malformedFault(span, message, hint));
}

function malformedFault(span: Span, message: Message, hint: Message = [`write true or false`]): Diagnostic {
  return fault('condition/malformed', span, message, { hint });
}
