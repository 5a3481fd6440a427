import * as v from 'valibot';
import { type LengthUnit, POINTS_PER_UNIT } from '../model/length.ts';
import { LENGTH_PATTERN, lengthInPoints, unitOfLength } from '../model/written-length.ts';
import { textMatching } from './value-schemas.ts';

/** How a length is written, for messages. A schema's own message begins with it. */
export const LENGTH_MESSAGE = 'a length in points, or with one of the units mm, cm, in and pt after it, as 18mm';

/**
 * Returns a schema for a length, which becomes points. `minimum` and `maximum` are in points, both included. A message
 * has them in the unit in which the length was typed, so that the bounds need no conversion.
 */
export function lengthBetween(minimum: number, maximum: number): v.GenericSchema<string, number> {
  const isWithin = (text: string): boolean => {
    const points = lengthInPoints(text);
    return points >= minimum && points <= maximum;
  };
  return v.pipe(
    textMatching(LENGTH_PATTERN, LENGTH_MESSAGE),
    v.check(isWithin, ({ input }) => boundsMessage(minimum, maximum, input)),
    v.transform((text) => lengthInPoints(text)),
    v.metadata({
      jsonSchema: {
        anyOf: [
          { type: 'number', minimum, maximum },
          { type: 'string', pattern: LENGTH_PATTERN.source },
        ],
      },
    }),
  );
}

/** The decimals of a bound in each unit. */
const DECIMALS: Readonly<Record<LengthUnit, number>> = { pt: 1, mm: 1, cm: 2, in: 2 };

/**
 * Returns the bounds of a length, which are in points, in the unit of the typed length. They are rounded to the inside of
 * the range, so that both may be written.
 */
export function boundsMessage(minimum: number, maximum: number, typed: string): string {
  const unit = unitOfLength(typed);
  if (unit === undefined) return `a number of points from ${minimum} to ${maximum}, or a length with a unit, as 18mm`;
  const factor = 10 ** DECIMALS[unit];
  const low = Math.ceil((minimum / POINTS_PER_UNIT[unit]) * factor) / factor;
  const high = Math.floor((maximum / POINTS_PER_UNIT[unit]) * factor) / factor;
  return `a length from ${low}${unit} to ${high}${unit}`;
}
