import type { PageMeasures, PageSettings } from '../model/campaign.ts';
import { din5008 } from './din-5008.ts';
import { international } from './international.ts';
import type { Stylesheet } from './stylesheet.ts';
import { withMeasures } from './with-measures.ts';

/** The stylesheet of each preset: a new one is a row here, and a name in the model. */
const STYLESHEETS: Readonly<Record<PageSettings['preset'], Stylesheet>> = {
  international,
  'din-5008': din5008(international),
};

/** The measures of a preset, with those that a campaign has of its own. */
export function stylesheetFor(preset: PageSettings['preset'], own: PageMeasures = {}): Stylesheet {
  return withMeasures(STYLESHEETS[preset], own);
}

/** The stylesheet as letters in Arabic need it. An address stays as high as the window that it is seen through. */
export function withNaskhLeading(stylesheet: Stylesheet): Stylesheet {
  const styles = Object.entries(stylesheet.styles).map(([name, style]) => {
    const isInWindow = name === 'address' && stylesheet.window !== undefined;
    return [name, isInWindow ? style : { ...style, leading: style.leading * stylesheet.naskhLeading }] as const;
  });
  return { ...stylesheet, styles: Object.fromEntries(styles) as Stylesheet['styles'] };
}
