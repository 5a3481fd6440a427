import {
  type PageSettings,
  type Paper,
  type PresetName,
  type WindowSide,
  PRESETS,
  paperOf,
} from '../../model/page-settings.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { withMeasures } from '../own-measures.ts';
import { createSwissPage } from './ch.ts';
import { DIN_5008_A, DIN_5008_B } from './din-5008.ts';
import { FR } from './fr.ts';
import { createInternationalStylesheet } from './international.ts';
import { SHEETS } from './sheets.ts';
import { UK_DL } from './uk-dl.ts';
import { US_10 } from './us-10.ts';
import { createWindowStylesheet, type WindowPage } from './window-stylesheet.ts';

/** The pages of the presets that have a window. To add a preset, add an entry here and in `PRESETS`. */
const WINDOW_PAGES: Readonly<Record<Exclude<PresetName, 'international'>, (side: WindowSide) => WindowPage>> = {
  'din-5008-a': () => DIN_5008_A,
  'din-5008-b': () => DIN_5008_B,
  'us-10': () => US_10,
  'uk-dl': () => UK_DL,
  fr: () => FR,
  ch: createSwissPage,
};

/**
 * Returns the stylesheet of the pages of a letter, changed by the measures that the campaign overrides. `languagePaper`
 * is the paper of the letter's language.
 */
export function stylesheetFor(page: PageSettings, languagePaper: Paper): Stylesheet {
  return withMeasures(presetStylesheet(page, languagePaper), page.stylesheet ?? {});
}

function presetStylesheet(page: PageSettings, languagePaper: Paper): Stylesheet {
  const { preset, window } = page;
  if (preset === 'international') return createInternationalStylesheet(SHEETS[paperOf(page, languagePaper)]);
  const side = window ?? PRESETS[preset].windows[0] ?? 'left';
  return createWindowStylesheet(WINDOW_PAGES[preset](side));
}
