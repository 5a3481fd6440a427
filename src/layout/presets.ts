import type { PageMeasures, PageSettings } from '../model/campaign.ts';
import { din5008 } from './din-5008.ts';
import { international } from './international.ts';
import { withMeasures, type Stylesheet } from './stylesheet.ts';

/** The stylesheet of each preset. A new preset needs an entry here and its name in `PageSettings`. */
const STYLESHEETS: Readonly<Record<PageSettings['preset'], Stylesheet>> = {
  international,
  'din-5008': din5008(international),
};

/** The stylesheet of a preset, with the measures that the campaign overrides. */
export function stylesheetFor(preset: PageSettings['preset'], overrides: PageMeasures = {}): Stylesheet {
  return withMeasures(STYLESHEETS[preset], overrides);
}
