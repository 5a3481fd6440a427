import type { Condition } from '../model/condition.ts';
import type { Data, Field } from '../model/data.ts';
import { fault } from '../model/diagnostic.ts';
import { type FieldDeclaration, type FieldRange, type FieldValue, compareFieldValues } from '../model/field.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, collect, failure, mapOutcome, success } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { KnownNames } from './campaign-parts.ts';
import { refuseCondition, requireKnownName } from './condition-faults.ts';
import { readFieldText } from './field-text.ts';
import { didYouMeanHint } from './hints.ts';

/** The hint for an operand of `field` that has another form. */
const SYNTAX = say`write ${'{ field: { name: value } }'}, ${'{ field: { name: [value, value] } }'} or ${'{ field: { name: { from: value, to: value } } }'}`;

/**
 * Parses the operand of `field`: `{ party: green }`, with a list `{ party: [green, red] }`, with a range
 * `{ households: { from: 100, to: 500 } }`, or the name of a field of the type yes-no, which must then be yes.
 */
export function parseFieldCondition(data: Data, span: Span, knownNames: KnownNames): Outcome<Condition> {
  if (data.kind === 'scalar' && data.text !== '')
    return andThen(requireKnownName(data.text, data.span, 'fields', knownNames), (field) => {
      const declaration = knownNames.declarations.get(field);
      if (declaration === undefined) return failure();
      return declaration.type === 'yes-no'
        ? success<Condition>({ kind: 'field', field, asked: [{ type: 'yes-no', isYes: true }], span })
        : refuseCondition(data.span, say`this does not say which value ${field} must have`, SYNTAX);
    });
  const [entry, secondEntry] = data.kind === 'fields' ? data.entries : [];
  if (entry === undefined || secondEntry !== undefined)
    return refuseCondition(data.span, say`this must name one field`, SYNTAX);
  return andThen(requireKnownName(entry.key, entry.keySpan, 'fields', knownNames), (field) => {
    const declaration = knownNames.declarations.get(field);
    // The faults of the declaration are reported at it.
    if (declaration === undefined) return failure();
    return mapOutcome(parseAsked(declaration, entry), (asked): Condition => ({ kind: 'field', field, asked, span }));
  });
}

/** Parses what a field must be: one value, any of a list, or a range. */
function parseAsked(
  declaration: FieldDeclaration,
  { keySpan, value }: Field,
): Outcome<readonly FieldValue[] | FieldRange> {
  const { name, type, currency } = declaration;
  if (type === 'text' || type === 'lines')
    return refuseCondition(
      keySpan,
      say`${name} can be any text, so that a condition cannot ask for it`,
      say`declare it in recipients/fields.yaml with ${'one-of'} and the values that it can have`,
    );
  if (type === 'amount' && currency === undefined)
    return refuseCondition(
      keySpan,
      say`amounts of ${name} can be in several currencies, so that they cannot be compared`,
      say`declare its currency in recipients/fields.yaml, as in ${'currency: EUR'}`,
    );
  if (value.kind === 'scalar') return mapOutcome(parseAskedValue(declaration, value), (asked) => [asked]);
  if (value.kind === 'fields') return parseRange(declaration, value);
  if (value.items.length === 0) return refuseCondition(value.span, say`an empty list matches no recipient`);
  return collect(value.items.map((item) => parseAskedValue(declaration, item)));
}

function parseAskedValue(declaration: FieldDeclaration, data: Data): Outcome<FieldValue> {
  if (data.kind !== 'scalar')
    return refuseCondition(data.span, say`this must be a value of ${declaration.name}`, SYNTAX);
  const result = readFieldText(declaration, data.text);
  if (result.ok) return success(result.value);
  const { requirement, hint } = result;
  if (declaration.type === 'one-of')
    return failure(
      fault(
        'condition/unknown-name',
        data.span,
        say`${data.text} is not ${requirement}, the values of ${declaration.name}`,
        {
          hint,
        },
      ),
    );
  const message = say`${declaration.name} must be compared with ${requirement}, not ${data.text}`;
  return refuseCondition(data.span, message, hint);
}

/** Parses `{ from: …, to: … }`, of which one may be left out. Both ends are part of the range. */
function parseRange(declaration: FieldDeclaration, data: Data & { readonly kind: 'fields' }): Outcome<FieldRange> {
  const { name, type } = declaration;
  if (type === 'one-of' || type === 'yes-no')
    return refuseCondition(
      data.span,
      say`the values of ${name} have no order, so that there is no range of them`,
      SYNTAX,
    );
  if (data.entries.length === 0) return refuseCondition(data.span, say`this range has no end`, SYNTAX);
  const ends = data.entries.map(({ key, keySpan, value }) =>
    key === 'from' || key === 'to'
      ? mapOutcome(parseAskedValue(declaration, value), (end) => [key, end] as const)
      : refuseCondition(keySpan, say`a range cannot have ${key}`, didYouMeanHint(key, ['from', 'to'], SYNTAX)),
  );
  return andThen(collect(ends), (entries) => {
    const range: FieldRange = Object.fromEntries(entries);
    const isEmpty =
      range.from !== undefined && range.to !== undefined && (compareFieldValues(range.from, range.to) ?? 0) > 0;
    if (!isEmpty) return success(range);
    return refuseCondition(data.span, say`this range ends before it begins`, say`write the lower value after from`);
  });
}
