import * as v from 'valibot';
import {
  type PageMeasures,
  type PageSettings,
  type PresetName,
  type TextMeasures,
  GREATEST_BOTTOM,
  GREATEST_MEASURE,
  LEAST_BOTTOM,
  LEAST_LEADING_RATIO,
  PRESETS,
} from '../model/page-settings.ts';
import { fontSettingsSchema } from './font-settings.ts';
import { lengthBetween } from './lengths.ts';
import { strictMapping, oneOf, yesNo } from './value-schemas.ts';

/** Returns a schema for a font size and a leading. Each parameter is a range in points, both ends included. */
function textMeasuresWithin(
  sizeRange: readonly [number, number],
  leadingRange: readonly [number, number],
): v.GenericSchema<unknown, TextMeasures> {
  return v.pipe(
    strictMapping({ size: lengthBetween(...sizeRange), leading: lengthBetween(...leadingRange) }),
    v.check(
      ({ size, leading }) => leading >= size * LEAST_LEADING_RATIO,
      `a mapping whose leading is at least ${LEAST_LEADING_RATIO} times its size`,
    ),
  );
}

/**
 * The schema of `stylesheet`: a letter's own measures, which replace those of the preset (see `PageMeasures`). `top` and
 * `bottom` are positions from the top edge of the sheet. The bounds of each measure keep the page valid for any
 * combination of the other measures.
 */
const stylesheetSchema: v.GenericSchema<unknown, PageMeasures> = strictMapping({
  left: v.exactOptional(lengthBetween(40, 127)),
  measure: v.exactOptional(lengthBetween(300, GREATEST_MEASURE)),
  top: v.exactOptional(lengthBetween(72, 140)),
  bottom: v.exactOptional(lengthBetween(LEAST_BOTTOM, GREATEST_BOTTOM.a4)),
  text: v.exactOptional(textMeasuresWithin([9, 13], [11, 20])),
  notes: v.exactOptional(textMeasuresWithin([7.5, 11], [9, 16])),
  paragraphs: v.exactOptional(lengthBetween(0, 20)),
  signature: v.exactOptional(lengthBetween(24, 90)),
});

/** The presets by the names that `letter.yaml` may have. Form B of DIN 5008 is the usual one. */
const PRESET_NAMES: Readonly<Record<string, PresetName>> = {
  ...(Object.fromEntries(Object.keys(PRESETS).map((name) => [name, name])) as Record<PresetName, PresetName>),
  'din-5008': 'din-5008-b',
};

/** The schema of `page` in `letter.yaml`. `pageFaults` finds what does not go together. */
export const pageSettingsSchema: v.GenericSchema<unknown, PageSettings> = strictMapping({
  paper: v.exactOptional(oneOf(['a4', 'us-letter'])),
  preset: v.optional(
    v.pipe(
      oneOf(Object.keys(PRESET_NAMES)),
      v.transform((name) => PRESET_NAMES[name] ?? 'international'),
    ),
    'international',
  ),
  window: v.exactOptional(oneOf(['left', 'right'])),
  justify: v.exactOptional(yesNo),
  stylesheet: v.exactOptional(stylesheetSchema),
  fonts: v.exactOptional(fontSettingsSchema),
});
