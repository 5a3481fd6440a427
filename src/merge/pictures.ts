import type { Campaign } from '../model/campaign.ts';
import { inLanguage, type Language } from '../model/language.ts';
import type { LetterLogo } from '../model/letter.ts';
import type { NamedPicture } from '../model/letterhead.ts';
import type { Figure } from '../model/picture.ts';
import { findPicture } from '../model/picture-files.ts';
import { figureAtHeight, heightOf } from '../model/picture-sizes.ts';

/** Creates the logo of a letter; undefined if it has none. */
export function createLogo(campaign: Campaign, language: Language): LetterLogo | undefined {
  const { logo } = campaign.letter.letterhead ?? {};
  if (logo === undefined) return undefined;
  return { figure: createFigure(logo, 'logo', campaign, language), align: logo.align ?? 'start' };
}

/** Returns a picture that `letter.yaml` names, at its height in print. Its file and its words are validated. */
export function createFigure(
  named: NamedPicture,
  use: 'logo' | 'signature',
  { pictures }: Campaign,
  language: Language,
): Figure {
  const picture = findPicture(pictures, named.file);
  if (picture === undefined) throw new Error(`the picture ${named.file} was not checked`);
  return figureAtHeight(picture, heightOf(named, use), named.alt && inLanguage(named.alt, language));
}
