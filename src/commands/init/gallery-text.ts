import type { GalleryCampaign } from './gallery.ts';

/** A campaign of the gallery with its languages. */
export interface ListedCampaign {
  readonly campaign: GalleryCampaign;
  readonly languages: readonly string[];
}

/** Formats the gallery for a terminal: a line for each campaign, with its name first, without a heading. */
export function galleryText(listed: readonly ListedCampaign[]): string {
  const width = Math.max(...listed.map(({ campaign }) => campaign.name.length));
  return listed
    .map(({ campaign, languages }) => `${campaign.name.padEnd(width)}  ${campaign.about} (${languages.join(', ')})\n`)
    .join('');
}
