/**
 * READ THIS FIRST. Data goes one way, in two halves; between two stages stands a value with a name.
 *
 *   prepare      files -> campaign -> templates: the Plan                        a fault stops the run
 *   one letter   profile -> recipient -> target -> letter -> pages -> artifacts  a fault stops that letter alone
 *
 * One letter sees one recipient only, so that nobody else's name can enter it. Saving is the caller's.
 */
import { requireClearance } from './clearance/require-clearance.ts';
import { loadCampaign } from './load/load-campaign.ts';
import { mergeLetter } from './merge/merge-letter.ts';
import { withTemplates } from './merge/parse-templates.ts';
import type { Templates } from './merge/templates.ts';
import type { Artifact } from './model/artifact.ts';
import type { Campaign } from './model/campaign.ts';
import type { ComposedLetter } from './model/composed-letter.ts';
import type { Data } from './model/data.ts';
import { internLetter } from './model/intern-letter.ts';
import type { Job } from './model/job.ts';
import { type Outcome, andThen, andThenLater, mapOutcome, success } from './model/outcome.ts';
import type { Letter } from './model/letter.ts';
import type { Selection, Target } from './model/selection.ts';
import { openValues, type Values } from './model/values.ts';
import { selectTarget } from './select/select-target.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { lazyTypesetters, type TypesetterFor } from './typeset/typesetters.ts';
import { validateProfile } from './validate/validate-recipient.ts';
import { openPress, type Press } from './write/press.ts';
import type { World } from './world.ts';

/** All that the letters of a run share, found sound. The press opens with the first page. */
export interface Plan {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly typesetterFor: TypesetterFor;
  readonly press: Press;
  /** Parts of letters: equal ones are one. */
  readonly values: Values;
}

/** The first half. `values`: what the letters of a run share; a run has its own. */
export async function prepare(world: World, job: Job, values: Values = openValues()): Promise<Outcome<Plan>> {
  const files = await loadCampaign(world, job.letter);
  const sound = andThen(files, (data) => withTemplates(validateCampaign(data, job), data.templates));
  const press = openPress(world.readResource, values);
  return andThen(sound, ({ campaign, templates }) => {
    const typesetterFor = lazyTypesetters(campaign.letter.page, press.fonts, values);
    return mapOutcome(requireClearance(campaign), () => ({ job, campaign, templates, typesetterFor, press, values }));
  });
}

/** The second half up to the choice of wordings, which reads no text: what does this profile get, edition by edition? */
export function targetsOf({ campaign }: Pick<Plan, 'campaign'>, profile: Data): readonly Outcome<Target>[] {
  return validateProfile(profile, campaign).map((found) => andThen(found, (whom) => selectTarget(campaign, whom)));
}

/** On to every word and every position: what comes through here can be written. */
export function composeLetter(plan: Plan, selection: Selection): Promise<Outcome<ComposedLetter>> {
  return andThenLater(mergeWords(plan, selection), (letter) => setLetter(plan, letter));
}

/** The whole second half: the letter, finished, in every format of the job. */
export function makeLetter(plan: Plan, selection: Selection): Promise<Outcome<readonly Artifact[]>> {
  return andThenLater(mergeWords(plan, selection), (letter) => finishLetter(plan, letter));
}

function mergeWords({ campaign, templates, values }: Plan, selection: Selection): Outcome<Letter> {
  return mapOutcome(mergeLetter(campaign, templates, selection), (letter) => internLetter(letter, values));
}

/** What remains when the words are decided. */
export async function finishLetter(plan: Plan, letter: Letter): Promise<Outcome<readonly Artifact[]>> {
  return andThenLater(await setLetter(plan, letter), async (set) => success(await plan.press.write(set, plan.job)));
}

async function setLetter({ job, typesetterFor }: Plan, letter: Letter): Promise<Outcome<ComposedLetter>> {
  if (!job.formats.includes('pdf')) return success({ letter, pages: undefined });
  const typeset = await typesetterFor(letter.language);
  return mapOutcome(typeset(letter), (pages) => ({ letter, pages }));
}
