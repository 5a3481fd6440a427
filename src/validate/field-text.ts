import { CURRENCY_CODES, minorUnitsOf } from '../languages/currencies.ts';
import { isDay } from '../model/date.ts';
import { decimalsOf, isDecimal } from '../model/decimal.ts';
import type { FieldDeclaration, FieldValue } from '../model/field.ts';
import { inAllLanguages } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { didYouMeanHint, joinNames } from './hints.ts';

/** Why a text is no value of a field: what the value must be, as a noun phrase, and what to write instead. */
export interface RefusedFieldText {
  readonly requirement: Message;
  readonly hint: Message;
}

/** The result of reading a text as the value of a field. */
export type FieldTextResult =
  { readonly ok: true; readonly value: FieldValue } | ({ readonly ok: false } & RefusedFieldText);

/**
 * Reads a text of a profile, a condition or a command line as the value of a declared field. The text has no surplus
 * white space. What can be read in two ways, as `1.500` or `1,500`, is refused and never guessed.
 */
export function readFieldText(declaration: FieldDeclaration, text: string): FieldTextResult {
  switch (declaration.type) {
    case 'text':
      return accept({ type: 'text', text: inAllLanguages(text) });
    case 'lines':
      return accept({ type: 'lines', lines: inAllLanguages([text]) });
    case 'number':
      return readNumber(text);
    case 'date':
      return isDay(text) ? accept({ type: 'date', day: text }) : refuseDay(text);
    case 'amount':
      return readAmount(declaration, text);
    case 'yes-no':
      return /^(?:yes|true|no|false)$/iu.test(text)
        ? accept({ type: 'yes-no', isYes: /^(?:yes|true)$/iu.test(text) })
        : refuse(say`yes or no`, say`write yes or no`);
    case 'one-of':
      return declaration.options.has(text) ? accept({ type: 'one-of', option: text }) : refuseOption(declaration, text);
  }
}

function refuseDay(text: string): FieldTextResult {
  const hint = /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? say`write a day that the calendar has: the year, a month from 01 to 12, and a day of that month`
    : say`write the year, the month and the day, each with all its digits`;
  return refuse(say`a date, as in 2026-03-02`, hint);
}

/** What the text of a field must be, and an example, for texts with no better hint. */
const NUMBER = say`a number, as in 412 or 1500.25`;
const PLAIN_DIGITS = say`write the digits with nothing between thousands, and a full stop before decimals, as in 1500.25`;

function readNumber(text: string): FieldTextResult {
  const ambiguity = ambiguityOf(text);
  if (ambiguity !== undefined) return refuse(NUMBER, ambiguity);
  if (isDecimal(text)) return accept({ type: 'number', value: text });
  if (/^-?0\d+$/u.test(text))
    return refuse(NUMBER, say`write it without zeros before it; if they belong to it, declare the field as text`);
  return refuse(NUMBER, PLAIN_DIGITS);
}

/** Matches a number that is 1.5 where a full stop is before decimals, and 1500 where it is between thousands. */
const AMBIGUOUS = /^(-?[1-9]\d{0,2})\.(\d{3})$/u;

/** Returns the hint for a number with one full stop and three digits after it; undefined for any other text. */
function ambiguityOf(text: string): Message | undefined {
  const [, integer, decimals] = AMBIGUOUS.exec(text) ?? [];
  if (integer === undefined || decimals === undefined) return undefined;
  return say`it can be read in two ways: write the whole number without a full stop, or other than three decimals`;
}

function readAmount({ currency: declared }: FieldDeclaration, text: string): FieldTextResult {
  const example = `1500.00 ${declared ?? 'EUR'}`;
  const requirement = say`an amount, as in ${example}`;
  const [, value = '', , currency = declared] = /^(\S+?)( ([A-Z]{3}))?$/u.exec(text) ?? [];
  if (value === '' || !/^-?\d[\d.]*$/u.test(value))
    return refuse(
      requirement,
      say`write the digits with nothing between thousands, a full stop before decimals, and the code of the currency behind a space`,
    );
  if (currency === undefined)
    return refuse(
      requirement,
      say`write the code of the currency after the number, or declare it for the whole field: ${'currency: EUR'}`,
    );
  if (declared !== undefined && currency !== declared)
    return refuse(
      say`an amount in ${declared}`,
      say`leave ${'currency'} out of the declaration if amounts are in several currencies`,
    );
  const most = minorUnitsOf(currency);
  if (most === undefined) {
    const otherwise = say`write the three-letter code of a currency (ISO 4217), as in ${'EUR'}`;
    return refuse(requirement, didYouMeanHint(currency, CURRENCY_CODES, otherwise));
  }
  const ambiguity = most === 3 ? ambiguityOf(value) : undefined;
  if (ambiguity !== undefined) return refuse(requirement, ambiguity);
  if (!isDecimal(value)) return refuse(requirement, PLAIN_DIGITS);
  return decimalsOf(value) > most
    ? refuse(requirement, say`${currency} has ${most} decimals at most; nothing stands between thousands`)
    : accept({ type: 'amount', value, currency });
}

/** The maximum number of options that a message lists. */
const MAX_LISTED_OPTIONS = 8;

function refuseOption({ options }: FieldDeclaration, text: string): FieldTextResult {
  const names = [...options.keys()];
  const listed = names.slice(0, MAX_LISTED_OPTIONS);
  const requirement: Message =
    names.length > MAX_LISTED_OPTIONS
      ? say`one of the ${names.length} options of the field`
      : [...say`one of `, ...joinNames(listed)];
  return refuse(requirement, didYouMeanHint(text, names, say`declare it under one-of in recipients/fields.yaml`));
}

function accept(value: FieldValue): FieldTextResult {
  return { ok: true, value };
}

function refuse(requirement: Message, hint: Message): FieldTextResult {
  return { ok: false, requirement, hint };
}
