import type { Campaign } from '../../src/model/campaign.ts';
import { type Outcome, mapOutcome } from '../../src/model/outcome.ts';
import type { Recipient } from '../../src/model/recipient.ts';
import { readCampaignData } from '../../src/pipeline.ts';
import { type ValidationOptions, validateCampaign } from '../../src/validate/validate-campaign.ts';
import { validateProfile } from '../../src/validate/validate-recipient.ts';
import { THE_LETTER, aCampaign } from './a-campaign.ts';
import { type MemoryFile, memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';
import { readYaml } from '../../src/load/read-yaml.ts';

/** Loads a campaign of these files, which must succeed, and validates it. */
export async function validatedCampaign(
  files: Readonly<Record<string, MemoryFile>> = aCampaign(),
  options: ValidationOptions = {},
): Promise<Outcome<Campaign>> {
  return validateCampaign(valueOf(await readCampaignData(memoryWorld(files).world, THE_LETTER)), options);
}

/** Validates a profile for a campaign in one language. */
export function validatedProfile(text: string, campaign: Campaign): Outcome<Recipient> {
  const [edition, ...others] = validateProfile(valueOf(readYaml('p.yaml', text)), campaign);
  if (edition === undefined || others.length > 0) throw new Error('this profile has more or less than one edition');
  return mapOutcome(edition, ({ recipient }) => recipient);
}
