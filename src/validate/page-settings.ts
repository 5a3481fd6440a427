import * as v from 'valibot';
import type { PageMeasures, PageSettings, TextMeasures } from '../model/campaign.ts';
import { strictMapping, textMatching, oneOf, yesNo } from './value-schemas.ts';

/**
 * A schema for a measure in points. The bounds of each measure keep the page valid for every combination of the others.
 * Centimetres and inches are refused, so that a file uses one unit.
 */
function pointsBetween(least: number, most: number): v.GenericSchema<string, number> {
  const expected = `a number of points from ${least} to ${most} (28.35 make a centimetre, 72 an inch)`;
  return v.pipe(
    textMatching(/^\d{1,4}(?:\.\d{1,3})?$/u, expected),
    v.transform(Number),
    v.minValue(least, expected),
    v.maxValue(most, expected),
    v.metadata({ jsonSchema: { type: 'number', minimum: least, maximum: most } }),
  );
}

/** The minimum ratio of leading to font size; below it, ascenders and descenders of adjacent lines can touch. */
const MIN_LEADING_RATIO = 1.15;

/** A schema for font size and leading. Each parameter is a range in points. */
function textMeasures(
  sizes: readonly [number, number],
  leadings: readonly [number, number],
): v.GenericSchema<unknown, TextMeasures> {
  return v.pipe(
    strictMapping({ size: pointsBetween(...sizes), leading: pointsBetween(...leadings) }),
    v.check(
      ({ size, leading }) => leading >= size * MIN_LEADING_RATIO,
      `a leading of at least ${MIN_LEADING_RATIO} times the size`,
    ),
  );
}

const measures: v.GenericSchema<unknown, PageMeasures> = strictMapping({
  left: v.exactOptional(pointsBetween(40, 127)),
  measure: v.exactOptional(pointsBetween(300, 428)),
  top: v.exactOptional(pointsBetween(72, 140)),
  bottom: v.exactOptional(pointsBetween(600, 785)),
  text: v.exactOptional(textMeasures([9, 13], [11, 20])),
  notes: v.exactOptional(textMeasures([7.5, 11], [9, 16])),
  paragraphs: v.exactOptional(pointsBetween(0, 20)),
  signature: v.exactOptional(pointsBetween(24, 90)),
});

/** The schema of `page` in `letter.yaml`. */
export const pageSettings: v.GenericSchema<unknown, PageSettings> = strictMapping({
  preset: oneOf(['international', 'din-5008']),
  justify: v.exactOptional(yesNo),
  stylesheet: v.exactOptional(measures),
});
