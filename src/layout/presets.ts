import type { PageMeasures, PageSettings } from '../model/campaign.ts';
import { din5008 } from './din-5008.ts';
import { international } from './international.ts';
import { withMeasures, type Stylesheet } from './stylesheet.ts';

/** The stylesheet of each preset: a new one is a row here, and a name in the model. */
const STYLESHEETS: Readonly<Record<PageSettings['preset'], Stylesheet>> = {
  international,
  'din-5008': din5008(international),
};

/** The measures of a preset, with those that a campaign has of its own. */
export function stylesheetFor(preset: PageSettings['preset'], own: PageMeasures = {}): Stylesheet {
  return withMeasures(STYLESHEETS[preset], own);
}
