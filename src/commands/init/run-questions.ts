import type { Prompts } from '../../cli/shell.ts';
import type { CampaignChoice } from './choose-campaign.ts';
import { GALLERY, type GalleryCampaign } from './gallery.ts';

/** What the questions have to know about the gallery and the disk. */
export interface Surroundings {
  readonly languagesOf: (campaign: GalleryCampaign) => readonly string[];
  /** What is wrong with the name of a folder; undefined if a campaign can be written there. */
  readonly problemWith: (folder: string) => string | undefined;
}

/** Asks for campaign, language and folder. Returns undefined if the user cancels one of the questions. */
export async function askForCampaign(
  { choose, ask }: Prompts,
  { languagesOf, problemWith }: Surroundings,
): Promise<CampaignChoice | undefined> {
  const name = await choose(
    'Which campaign do you begin from?',
    GALLERY.map((campaign) => ({ value: campaign.name, label: campaign.name, hint: campaign.about })),
  );
  const campaign = GALLERY.find((candidate) => candidate.name === name);
  if (campaign === undefined) return undefined;
  const languages = languagesOf(campaign);
  const language =
    languages.length === 1
      ? languages[0]
      : await choose(
          'In which language are its texts?',
          languages.map((code) => ({ value: code, label: `${code}  ${ownNameOf(code)}` })),
        );
  if (language === undefined) return undefined;
  const folder = await ask('Into which folder is it written?', { initial: campaign.name, problemWith });
  return folder === undefined ? undefined : { campaign, language, folder };
}

/** The name of a language in itself, as "français". */
function ownNameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
