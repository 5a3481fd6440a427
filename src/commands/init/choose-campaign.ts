import { nearestName } from '../../model/nearest-name.ts';
import { quote } from '../../report/neutralise.ts';
import { GALLERY, type GalleryCampaign } from './gallery.ts';

/** The campaign, language and folder that the user named or chose. */
export interface CampaignChoice {
  readonly campaign: GalleryCampaign;
  readonly language: string;
  /** The folder as the user typed it. */
  readonly folder: string;
}

/** What the command line says about a new campaign. */
export interface NamedCampaign {
  readonly folder?: string | undefined;
  readonly from?: string | undefined;
  readonly language?: string | undefined;
}

/** A name on the command line that the gallery does not have. */
interface UnknownChoice {
  readonly unknown: string;
  readonly hint: string;
}

/** Chooses what the command line names, or the defaults. */
export function chooseCampaign(
  { folder, from, language }: NamedCampaign,
  languagesOf: (campaign: GalleryCampaign) => readonly string[],
): CampaignChoice | UnknownChoice {
  const campaign = from === undefined ? GALLERY[0] : GALLERY.find(({ name }) => name === from);
  if (campaign === undefined) {
    return unknownChoice(
      `there is no campaign ${quote(from ?? '')} to begin from`,
      from ?? '',
      GALLERY.map(({ name }) => name),
    );
  }
  const languages = languagesOf(campaign);
  const chosenLanguage = language ?? languages[0] ?? '';
  if (!languages.includes(chosenLanguage)) {
    return unknownChoice(
      `there is no ${campaign.name} in the language ${quote(chosenLanguage)}`,
      chosenLanguage,
      languages,
    );
  }
  return { campaign, language: chosenLanguage, folder: folder ?? campaign.name };
}

function unknownChoice(unknown: string, typedName: string, names: readonly string[]): UnknownChoice {
  const nearest = nearestName(typedName, names);
  return { unknown, hint: `${nearest === undefined ? '' : `did you mean ${nearest}? `}there is: ${names.join(', ')}` };
}
