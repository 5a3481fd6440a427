import * as v from 'valibot';
import type { PageMeasures, PageSettings, TextMeasures } from '../model/campaign.ts';
import { fields, matching, oneOf, yesNo } from './value-schemas.ts';

/**
 * A measure in points. The bounds are so chosen that a page stays sound whatever the other measures are; a centimetre or
 * an inch is refused rather than converted, so that a file has one unit.
 */
function pointsBetween(least: number, most: number): v.GenericSchema<string, number> {
  const expected = `a number of points from ${least} to ${most} (28.35 make a centimetre, 72 an inch)`;
  return v.pipe(
    matching(/^\d{1,4}(?:\.\d{1,3})?$/u, expected),
    v.transform(Number),
    v.minValue(least, expected),
    v.maxValue(most, expected),
    v.metadata({ jsonSchema: { type: 'number', minimum: least, maximum: most } }),
  );
}

/** Lines closer than this share of their size touch each other. */
const TIGHTEST = 1.15;

function textMeasures(
  sizes: readonly [number, number],
  leadings: readonly [number, number],
): v.GenericSchema<unknown, TextMeasures> {
  return v.pipe(
    fields({ size: pointsBetween(...sizes), leading: pointsBetween(...leadings) }),
    v.check(({ size, leading }) => leading >= size * TIGHTEST, `a leading of at least ${TIGHTEST} times the size`),
  );
}

const measures: v.GenericSchema<unknown, PageMeasures> = fields({
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
export const pageSettings: v.GenericSchema<unknown, PageSettings> = fields({
  preset: oneOf(['international', 'din-5008']),
  justify: v.exactOptional(yesNo),
  stylesheet: v.exactOptional(measures),
});
