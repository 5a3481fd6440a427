import type { PageMeasures, PageSettings } from '../model/campaign.ts';
import { createDin5008Stylesheet } from './din-5008.ts';
import { internationalStylesheet } from './international.ts';
import { withMeasures, type Stylesheet } from './stylesheet.ts';

/** The stylesheet of each preset. To add a preset, add an entry here and its name in `PageSettings`. */
const STYLESHEETS: Readonly<Record<PageSettings['preset'], Stylesheet>> = {
  international: internationalStylesheet,
  'din-5008': createDin5008Stylesheet(internationalStylesheet),
};

/** Returns the stylesheet of a preset, changed by the measures that the campaign overrides. */
export function stylesheetFor(preset: PageSettings['preset'], overrides: PageMeasures = {}): Stylesheet {
  return withMeasures(STYLESHEETS[preset], overrides);
}
