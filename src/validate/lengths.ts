import * as v from 'valibot';
import { type LengthUnit, POINTS_PER_UNIT } from '../model/length.ts';
import { type Message, say } from '../model/message.ts';
import { textMatching } from './value-schemas.ts';

/** A length as a file has it: digits and a unit, without which it is in points. */
interface TypedLength {
  readonly digits: number;
  readonly unit: LengthUnit | undefined;
}

/** How a length is written, for messages. A schema's own message begins with it. */
export const LENGTH_MESSAGE = 'a length in points, or with one of the units mm, cm, in and pt after it, as 18mm';

const LENGTH = /^(\d{1,4}(?:\.\d{1,3})?)(pt|mm|cm|in)?$/u;

/**
 * Returns a schema for a length, which becomes points. `minimum` and `maximum` are in points, both included. A message
 * has them in the unit in which the length was typed, so that the bounds need no conversion.
 */
export function lengthBetween(minimum: number, maximum: number): v.GenericSchema<string, number> {
  const isWithin = (text: string): boolean => {
    const points = toPoints(parseLength(text));
    return points >= minimum && points <= maximum;
  };
  return v.pipe(
    textMatching(LENGTH, LENGTH_MESSAGE),
    v.check(isWithin, ({ input }) => boundsMessage(minimum, maximum, input)),
    v.transform((text) => toPoints(parseLength(text))),
    v.metadata({
      jsonSchema: {
        anyOf: [
          { type: 'number', minimum, maximum },
          { type: 'string', pattern: LENGTH.source },
        ],
      },
    }),
  );
}

/** Returns the hint for a text that is no length; undefined if nothing shows what was meant. */
export function lengthHint(text: string): Message | undefined {
  if (/^\s*[-−]/u.test(text)) return say`no length here is less than 0`;
  const length = suggestLength(text);
  return length === undefined ? undefined : say`write ${length}`;
}

/** Returns the length that was probably meant by a text that is no length, as "1.5cm" for "1,5 cm". */
function suggestLength(text: string): string | undefined {
  const [, digits, name = ''] = /^\s*(\d{0,4}(?:[.,]\d+)?)\s*([a-z]+\.?|["”″])?\s*$/iu.exec(text) ?? [];
  if (digits === undefined || digits === '') return undefined;
  const unit = UNIT_NAMES.find(([names]) => names.test(name.toLowerCase()))?.[1];
  const number = String(Math.round(Number(digits.replace(',', '.')) * 1000) / 1000);
  const suggestion = `${number}${unit ?? ''}`;
  return (name !== '' && unit === undefined) || suggestion === text ? undefined : suggestion;
}

/** What is often written for a unit. */
const UNIT_NAMES: readonly (readonly [RegExp, LengthUnit])[] = [
  [/^(?:pts?|points?)\.?$/u, 'pt'],
  [/^(?:mm|millimet(?:er|re)s?)\.?$/u, 'mm'],
  [/^(?:cm|centimet(?:er|re)s?)\.?$/u, 'cm'],
  [/^(?:in|inch|inches|["”″])\.?$/u, 'in'],
];

function parseLength(text: string): TypedLength {
  const [, digits, unit] = LENGTH.exec(text) ?? [];
  return { digits: Number(digits), unit: unit as LengthUnit | undefined };
}

/** Returns a length in points. Those of other units are rounded to a thousandth, which is less than any printer sets. */
function toPoints({ digits, unit }: TypedLength): number {
  return unit === undefined || unit === 'pt' ? digits : Math.round(digits * POINTS_PER_UNIT[unit] * 1000) / 1000;
}

/** The decimals of a bound in each unit. */
const DECIMALS: Readonly<Record<LengthUnit, number>> = { pt: 1, mm: 1, cm: 2, in: 2 };

/**
 * Returns the bounds of a length, which are in points, in the unit of the typed length. They are rounded to the inside of
 * the range, so that both may be written.
 */
export function boundsMessage(minimum: number, maximum: number, typed: string): string {
  const { unit } = parseLength(typed);
  if (unit === undefined) return `a number of points from ${minimum} to ${maximum}, or a length with a unit, as 18mm`;
  const factor = 10 ** DECIMALS[unit];
  const low = Math.ceil((minimum / POINTS_PER_UNIT[unit]) * factor) / factor;
  const high = Math.floor((maximum / POINTS_PER_UNIT[unit]) * factor) / factor;
  return `a length from ${low}${unit} to ${high}${unit}`;
}
