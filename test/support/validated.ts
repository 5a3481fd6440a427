import { loadCampaign } from '../../src/load/load-campaign.ts';
import { readYaml } from '../../src/load/read-yaml.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import type { Day } from '../../src/model/date.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Recipient } from '../../src/model/recipient.ts';
import { validateCampaign } from '../../src/validate/validate-campaign.ts';
import { validateRecipient } from '../../src/validate/validate-recipient.ts';
import { THE_LETTER, aCampaign } from './a-campaign.ts';
import { memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';

/** A campaign of these files, loaded without faults, and judged. */
export async function validatedCampaign(
  files: Readonly<Record<string, string>> = aCampaign(),
  options: { readonly date?: Day } = {},
): Promise<Outcome<Campaign>> {
  return validateCampaign(valueOf(await loadCampaign(memoryWorld(files).world, THE_LETTER)), options);
}

/** A profile, judged in a campaign. */
export function validatedProfile(text: string, campaign: Campaign): Outcome<Recipient> {
  return validateRecipient(valueOf(readYaml('p.yaml', text)), campaign);
}
