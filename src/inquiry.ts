/** What is asked about a campaign besides its letters, with the means of the stages. No letter is made with it. */
import { loadCampaign } from './load/load-campaign.ts';
import { loadTranslating } from './load/load-translating.ts';
import type { Campaign } from './model/campaign.ts';
import type { Job } from './model/job.ts';
import { type Outcome, andThen } from './model/outcome.ts';
import type { Translating } from './model/translating.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { validateTranslating } from './validate/validate-translating.ts';
import type { World } from './world.ts';

/** What all letters share, sound by itself: for those who clear it. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await loadCampaign(world, job.letter), (data) => validateCampaign(data, job));
}

/** What a letter's folder says of its translations, besides the texts: the words of the trade, and what they were made from. */
export async function findTranslating(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslating(world, letter), validateTranslating);
}

/** Which profiles there are, what is wrong with them, and how one is addressed. */
export { holdsProfiles, loadProfiles } from './load/load-profiles.ts';
export { loadRecipients } from './load/load-recipients.ts';
export { insideAddress } from './merge/address-words.ts';
export { outlineOf } from './template/text-outline.ts';
export { profileFaults, profileId } from './validate/validate-recipient.ts';
