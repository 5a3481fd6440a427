import type { Day } from './date.ts';
import { type DecimalText, compareDecimals } from './decimal.ts';
import type { InLanguages, Localised } from './language.ts';
import { NAME_PATTERN, nameRequirement } from './name.ts';
import type { Span } from './span.ts';

/**
 * The types of fields. `text`: one line. `lines`: one or more lines, printed below each other. `amount`: a number with
 * the code of its currency. `one-of`: one of the options that the declaration lists.
 */
export const FIELD_TYPES = ['text', 'lines', 'number', 'date', 'amount', 'yes-no', 'one-of'] as const;

/** The type of a field's values. */
export type FieldType = (typeof FIELD_TYPES)[number];

/** A value of a field of type `one-of`. */
export interface FieldOption {
  /** The text that letters print. */
  readonly text: Localised;
  readonly span: Span;
}

/** The declaration of a field: a value that profiles have, by the name that the campaign chose for it. */
export interface FieldDeclaration {
  readonly name: string;
  readonly type: FieldType;
  /** An explanation of the field, in one sentence. It is never printed. */
  readonly meaning: string;
  /** Whether every profile has a value. */
  readonly required: boolean;
  /** The currency (ISO 4217) of all amounts of the field; undefined if each amount names its own. */
  readonly currency: string | undefined;
  /** The options of type `one-of`, by name; empty for other types. */
  readonly options: ReadonlyMap<string, FieldOption>;
  readonly span: Span;
}

/** The declared fields of a campaign, by name. */
export type FieldDeclarations = ReadonlyMap<string, FieldDeclaration>;

/** A sum of money. */
export interface Amount {
  readonly value: DecimalText;
  /** The code of the currency (ISO 4217): `EUR`. */
  readonly currency: string;
}

/** The value of a field in a profile. */
export type FieldValue =
  | { readonly type: 'text'; readonly text: Localised }
  | { readonly type: 'lines'; readonly lines: InLanguages<readonly string[]> }
  | { readonly type: 'number'; readonly value: DecimalText }
  | { readonly type: 'date'; readonly day: Day }
  | ({ readonly type: 'amount' } & Amount)
  | { readonly type: 'yes-no'; readonly isYes: boolean }
  | { readonly type: 'one-of'; readonly option: string };

/** Values from one to another, both included. An end that is left out does not limit them. */
export interface FieldRange {
  readonly from?: FieldValue;
  readonly to?: FieldValue;
}

/** The values of a recipient's fields, by name. A field without a value has no entry. */
export type FieldValues = ReadonlyMap<string, FieldValue>;

/** The words that Handlebars reads as a value or as the current element, so that no path can contain them. */
const WORDS_OF_HANDLEBARS: readonly string[] = ['true', 'false', 'null', 'undefined', 'this'];

/** The rule for names of fields as a regular expression with the flag `u`, for JSON Schemas; see `NAME_PATTERN`. */
export const FIELD_NAME_PATTERN: string = String.raw`^(?!\d+$|(?:${WORDS_OF_HANDLEBARS.join('|')})$|.*\.)${NAME_PATTERN.slice(1)}`;

/**
 * Returns what the name of a field must be that this one is not, as a noun phrase; undefined if it is valid. Texts use
 * the name in a path of Handlebars (`fields.ward`) and tables in the path of a column, whose parts are separated by
 * full stops, and in which a number is a position.
 */
export function fieldNameRequirement(name: string): string | undefined {
  const requirement = nameRequirement(name);
  if (requirement !== undefined) return requirement;
  if (name.includes('.')) return 'a name without full stops, as they separate the names of a path';
  if (/^\d+$/u.test(name)) return 'a name that has more than digits';
  return WORDS_OF_HANDLEBARS.includes(name) ? `a name that is none of ${WORDS_OF_HANDLEBARS.join(', ')}` : undefined;
}

/**
 * Compares two values that have an order: numbers, dates, and amounts of one currency. Returns undefined for others.
 */
export function compareFieldValues(a: FieldValue, b: FieldValue): number | undefined {
  if (a.type === 'number' && b.type === 'number') return compareDecimals(a.value, b.value);
  if (a.type === 'amount' && b.type === 'amount')
    return a.currency === b.currency ? compareDecimals(a.value, b.value) : undefined;
  if (a.type === 'date' && b.type === 'date') return Number(a.day > b.day) - Number(a.day < b.day);
  return undefined;
}

/** Whether a value of a profile is the value that a condition or a filter asks for, in any language. */
function isSameFieldValue(value: FieldValue, asked: FieldValue): boolean {
  if (value.type === 'yes-no' && asked.type === 'yes-no') return value.isYes === asked.isYes;
  if (value.type === 'one-of' && asked.type === 'one-of') return value.option === asked.option;
  if (value.type === 'text' && asked.type === 'text')
    return Object.values(value.text).some((text) => Object.values(asked.text).includes(text));
  if (value.type === 'lines' && asked.type === 'lines')
    return Object.values(value.lines)
      .flat()
      .some((line) => Object.values(asked.lines).flat().includes(line));
  return compareFieldValues(value, asked) === 0;
}

/** Whether a value is one of those that a condition asks for, or in its range. */
export function isAskedFieldValue(value: FieldValue, asked: readonly FieldValue[] | FieldRange): boolean {
  if (isListOfValues(asked)) return asked.some((each) => isSameFieldValue(value, each));
  const { from, to } = asked;
  return (
    (from === undefined || (compareFieldValues(value, from) ?? -1) >= 0) &&
    (to === undefined || (compareFieldValues(value, to) ?? 1) <= 0)
  );
}

/** Whether a condition asks for values of a list. `Array.isArray` alone does not narrow a `readonly` array. */
export function isListOfValues(asked: readonly FieldValue[] | FieldRange): asked is readonly FieldValue[] {
  return Array.isArray(asked);
}

/** Returns a value as a profile has it, for reports: `412`, `1500.00 EUR`, `yes`, the name of an option. */
export function formatFieldValue(value: FieldValue): string {
  switch (value.type) {
    case 'text':
      return Object.values(value.text).join(' | ');
    case 'lines':
      return Object.values(value.lines)
        .map((lines) => lines.join('; '))
        .join(' | ');
    case 'number':
      return value.value;
    case 'date':
      return value.day;
    case 'amount':
      return `${value.value} ${value.currency}`;
    case 'yes-no':
      return value.isYes ? 'yes' : 'no';
    case 'one-of':
      return value.option;
  }
}
