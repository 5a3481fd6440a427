import type { WordShaper } from '../fonts/fonts.ts';
import { conventionsOf } from '../languages/languages.ts';
import type { PageSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Letter } from '../model/letter.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import type { Values } from '../model/values.ts';
import { openHyphenation } from './paragraph/hyphenation.ts';
import { stylesheetFor, withNaskhLeading } from './presets.ts';
import { typeset } from './typeset.ts';
import { openLayoutContext } from './layout-context.ts';

/** Sets one letter. */
export type Typeset = (letter: Letter) => Outcome<PagedLetter>;

/** Makes ready to set letters in a language on pages that look as a campaign wants them. */
export async function openTypesetter(
  { preset, justify, stylesheet: own }: PageSettings,
  language: Language,
  shaper: WordShaper,
  values: Values,
): Promise<Typeset> {
  const ofPreset = stylesheetFor(preset, own);
  const isNaskh = conventionsOf(language).writingDirection === 'rtl';
  const stylesheet = isNaskh ? withNaskhLeading(ofPreset) : ofPreset;
  const settings = { ...stylesheet, justified: justify ?? stylesheet.justified };
  const hyphenate = await openHyphenation(language);
  const context = openLayoutContext({ language, stylesheet: settings, shaper, hyphenate, values });
  return (letter) => typeset(letter, context);
}
