import { loadCampaign } from '../../load/load-campaign.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { Job } from '../../model/job.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import { validateCampaign } from '../../validate/validate-campaign.ts';
import type { World } from '../../world.ts';

/** The campaign of a letter, validated; its templates are not parsed. For commands about approvals, which make no letter. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await loadCampaign(world, job.letter), (data) => validateCampaign(data, job));
}
