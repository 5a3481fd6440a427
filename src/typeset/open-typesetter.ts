import type { WordShaper } from '../fonts/fonts.ts';
import type { PageSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Letter } from '../model/letter.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PagedLetter } from '../model/page.ts';
import { openHyphenation } from './hyphenation.ts';
import { stylesheetFor } from './stylesheet.ts';
import { typeset } from './typeset.ts';

/** Makes ready to set letters in a language on pages that look as a campaign wants them. */
export async function openTypesetter(
  { preset, justify, stylesheet: own }: PageSettings,
  language: Language,
  shaper: WordShaper,
): Promise<(letter: Letter) => Outcome<PagedLetter>> {
  const stylesheet = stylesheetFor(preset, own);
  const settings = { ...stylesheet, justified: justify ?? stylesheet.justified };
  const hyphenate = await openHyphenation(language);
  return (letter) => typeset(letter, settings, shaper, hyphenate);
}
