import * as v from 'valibot';
import type { PageMeasures, PageSettings, TextMeasures } from '../model/campaign.ts';
import { strictMapping, textMatching, oneOf, yesNo } from './value-schemas.ts';

/**
 * Returns a schema for a measure in points, both bounds included. The bounds of each measure keep the page valid for
 * any combination of the other measures. Other units are refused, so that all measures of a file have the same unit.
 */
function pointsBetween(minimum: number, maximum: number): v.GenericSchema<string, number> {
  const expectedValue = `a number of points from ${minimum} to ${maximum} (28.35 make a centimetre, 72 an inch)`;
  return v.pipe(
    textMatching(/^\d{1,4}(?:\.\d{1,3})?$/u, expectedValue),
    v.transform(Number),
    v.minValue(minimum, expectedValue),
    v.maxValue(maximum, expectedValue),
    v.metadata({ jsonSchema: { type: 'number', minimum, maximum } }),
  );
}

/** The minimum ratio of leading to font size. Below it, ascenders and descenders of adjacent lines can touch. */
const MIN_LEADING_RATIO = 1.15;

/** Returns a schema for a font size and a leading. Each parameter is a range in points, both ends included. */
function textMeasuresWithin(
  sizeRange: readonly [number, number],
  leadingRange: readonly [number, number],
): v.GenericSchema<unknown, TextMeasures> {
  return v.pipe(
    strictMapping({ size: pointsBetween(...sizeRange), leading: pointsBetween(...leadingRange) }),
    v.check(
      ({ size, leading }) => leading >= size * MIN_LEADING_RATIO,
      `a leading of at least ${MIN_LEADING_RATIO} times the size`,
    ),
  );
}

/**
 * The schema of `stylesheet`: a letter's own measures, which replace those of the preset (see `PageMeasures`). `top` and
 * `bottom` are positions from the top edge of the sheet.
 */
const stylesheetSchema: v.GenericSchema<unknown, PageMeasures> = strictMapping({
  left: v.exactOptional(pointsBetween(40, 127)),
  measure: v.exactOptional(pointsBetween(300, 428)),
  top: v.exactOptional(pointsBetween(72, 140)),
  bottom: v.exactOptional(pointsBetween(600, 785)),
  text: v.exactOptional(textMeasuresWithin([9, 13], [11, 20])),
  notes: v.exactOptional(textMeasuresWithin([7.5, 11], [9, 16])),
  paragraphs: v.exactOptional(pointsBetween(0, 20)),
  signature: v.exactOptional(pointsBetween(24, 90)),
});

/** The schema of `page` in `letter.yaml`. */
export const pageSettingsSchema: v.GenericSchema<unknown, PageSettings> = strictMapping({
  preset: v.optional(oneOf(['international', 'din-5008']), 'international'),
  justify: v.exactOptional(yesNo),
  stylesheet: v.exactOptional(stylesheetSchema),
});
