/**
 * READ THIS FIRST. Data goes one way, in two halves; between two stages stands a value with a name.
 *
 *   prepare      files -> campaign -> templates: the Plan                        a fault stops the run
 *   one letter   profile -> recipient -> target -> letter -> pages -> artifacts  a fault stops that letter alone
 *
 * One letter sees one recipient only, so that nobody else's name can enter it. Saving is the caller's.
 */
import { requireClearance } from './clearance/clearance.ts';
import { lazyFonts } from './fonts/lazy-fonts.ts';
import { openFormats, type WriteArtifacts } from './formats/formats.ts';
import { lazyTypesetters, type TypesetterFor } from './layout/typesetters.ts';
import { loadCampaign } from './load/load-campaign.ts';
import { mergeLetter } from './merge/merge-letter.ts';
import { havePages, type Artifact } from './model/artifact.ts';
import type { Campaign } from './model/campaign.ts';
import type { ComposedLetter } from './model/composed-letter.ts';
import type { Data } from './model/data.ts';
import { internLetter } from './model/intern-letter.ts';
import type { Job } from './model/job.ts';
import type { Letter } from './model/letter.ts';
import { type Outcome, andThen, andThenLater, mapOutcome, success } from './model/outcome.ts';
import type { Selection, Target } from './model/selection.ts';
import { openValues, type Values } from './model/values.ts';
import { selectTarget } from './select/select-target.ts';
import { type Templates, withTemplates } from './template/parse-templates.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { validateProfile } from './validate/validate-recipient.ts';
import type { World } from './world.ts';

/** All that the letters of a run share, found sound. Fonts, typesetters and formats are opened by the first letter. */
export interface Plan {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  /** Equal parts of letters as one object. */
  readonly values: Values;
  readonly typesetterFor: TypesetterFor;
  readonly write: WriteArtifacts;
}

/** The first half. `values`: what the letters of a run share; a run has its own. */
export async function prepare(world: World, job: Job, values: Values = openValues()): Promise<Outcome<Plan>> {
  const files = await loadCampaign(world, job.letter);
  const sound = andThen(files, (data) => withTemplates(validateCampaign(data, job), data.templates));
  return andThen(sound, ({ campaign, templates }) => {
    const fonts = lazyFonts(world.readResource);
    const typesetterFor = lazyTypesetters(campaign.letter.page, fonts, values);
    const write = openFormats(job, { fonts, values });
    return mapOutcome(requireClearance(campaign), () => ({ job, campaign, templates, values, typesetterFor, write }));
  });
}

/** The second half up to the choice of wordings, which reads no text: what does this profile get, edition by edition? */
export function targetsOf({ campaign }: Pick<Plan, 'campaign'>, profile: Data): readonly Outcome<Target>[] {
  return validateProfile(profile, campaign).map((found) => andThen(found, (whom) => selectTarget(campaign, whom)));
}

/** On to every word and every position: what comes through here can be written. */
export function composeLetter(plan: Plan, selection: Selection): Promise<Outcome<ComposedLetter>> {
  const merged = mergeLetter(plan.campaign, plan.templates, selection);
  return andThenLater(merged, (letter) => setLetter(plan, internLetter(letter, plan.values)));
}

/** The whole second half: the letter, finished, in every format of the job. */
export function makeLetter(plan: Plan, selection: Selection): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, composeLetter(plan, selection));
}

/** Lays out and writes a letter whose words are decided already. */
export function finishLetter(plan: Plan, letter: Letter): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, setLetter(plan, letter));
}

async function setLetter({ job, typesetterFor }: Plan, letter: Letter): Promise<Outcome<ComposedLetter>> {
  if (!havePages(job.formats)) return success({ letter, pages: undefined });
  const typeset = await typesetterFor(letter.language);
  return mapOutcome(typeset(letter), (pages) => ({ letter, pages }));
}

async function finish(plan: Plan, composed: Promise<Outcome<ComposedLetter>>): Promise<Outcome<readonly Artifact[]>> {
  return andThenLater(await composed, async (letter) => success(await plan.write(letter)));
}
