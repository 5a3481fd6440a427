/**
 * READ THIS FIRST. Data flows one way, in two halves. An arrow is a stage, between the names of its input and output.
 *   prepare      files -> campaign -> templates: the Plan                        a fault stops the run
 *   one letter   profile -> recipient -> target -> letter -> pages -> artifacts  a fault stops that letter alone
 * Each letter is made from the data of one recipient, so that it cannot contain another's. The caller saves the files.
 */
import { requireClearance } from './clearance/clearance.ts';
import { checkLoadedEnclosures } from './enclosures/lazy-enclosures.ts';
import { FontTrap } from './fonts/damaged-font.ts';
import { loadFontsOnce } from './fonts/kept-fonts.ts';
import { loadCampaign } from './load/load-campaign.ts';
import { loadFontFiles } from './load/load-font-files.ts';
import { loadProfileFiles } from './load/load-profiles.ts';
import { type CoverText, mergeCover } from './merge/merge-cover.ts';
import { mergeLetter } from './merge/merge-letter.ts';
import { includePagedFormat, type Artifact } from './model/artifact.ts';
import type { CampaignData } from './model/campaign-data.ts';
import type { ComposedLetter } from './model/composed-letter.ts';
import type { Data } from './model/data.ts';
import { internLetter } from './model/intern-letter.ts';
import { JOB_CHECKS, type Job } from './model/job.ts';
import type { Letter } from './model/letter.ts';
import { type Outcome, andThen, andThenAsync, failure, mapOutcome, requireBoth, success } from './model/outcome.ts';
import { requireOptions } from './model/options.ts';
import type { Selection, Target } from './model/selection.ts';
import { createValues, type Values } from './model/values.ts';
import { checkLoadedPictures, preparePixels } from './pictures/lazy-pictures.ts';
import { createPlan, type Plan } from './plan.ts';
import { selectTarget } from './select/select-target.ts';
import { parseValidatedCampaign } from './template/parse-templates.ts';
import { readTextContext } from './validate/text-context.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { validateColumns, validateSignatoryColumns } from './validate/validate-columns.ts';
import { validateProfile } from './validate/validate-recipient.ts';
import type { World } from './world.ts';

/**
 * The first half: loads and validates the campaign and parses its templates. `values` makes equal parts one object.
 * Throws a TypeError if the job has a wrong option.
 */
export async function prepare(world: World, job: Job, values: Values = createValues()): Promise<Outcome<Plan>> {
  requireOptions('job', job, JOB_CHECKS);
  return andThenAsync(await readCampaignData(world, job.letter), async (read) => {
    const pictures = await preparePixels(read.pictures, job.formats);
    const data = { ...read, pictures: pictures.files };
    const parsed = parseValidatedCampaign(validateCampaign(data, job), data.templates, readTextContext(data));
    return andThenAsync(parsed, async ({ campaign, templates }) => {
      const ownFonts = includePagedFormat(job.formats) ? campaign.letter.page.fonts : undefined;
      const fontFiles = await loadFontFiles(world, data, ownFonts);
      const loadedFonts = await andThenAsync(fontFiles, (files) => loadFontsOnce(world.readResource, files));
      const cleared = job.allowsUncleared === true ? success(campaign) : requireClearance(campaign);
      return mapOutcome(requireBoth(cleared, loadedFonts), (fonts) =>
        createPlan({ job, campaign, templates, fonts, pictures: pictures.prepared, values }),
      );
    });
  });
}

/** Reads the files of a letter and of its campaign, not yet validated, and checks its pictures and enclosures. */
export async function readCampaignData(world: World, letter: string): Promise<Outcome<CampaignData>> {
  return andThenAsync(await loadCampaign(world, letter, validateSignatoryColumns), async (files) =>
    success({
      ...files,
      pictures: await checkLoadedPictures(files.pictures),
      enclosedFiles: await checkLoadedEnclosures(files.enclosedFiles),
    }),
  );
}

/** Yields the profiles of the campaign, not yet validated: those of YAML files, and one for each row of a table. */
export function loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  return loadProfileFiles(world, validateColumns);
}

/** The second half up to the choice of texts: a target for each language in which the recipient is written to. */
export function selectTargets({ campaign }: Pick<Plan, 'campaign'>, profile: Data): readonly Outcome<Target>[] {
  return validateProfile(profile, campaign).map((each) => andThen(each, (edition) => selectTarget(campaign, edition)));
}

/** Merges the chosen texts and the values of the recipient: a letter that is not on pages yet. */
export function mergeSelection(plan: Plan, selection: Selection): Outcome<Letter> {
  return mergeLetter(plan.campaign, plan.templates, plan.clearSignatures(selection));
}

/** The second half from merging to layout, which sets every word and position. Writing the result causes no fault. */
export function composeLetter(plan: Plan, selection: Selection): Promise<Outcome<ComposedLetter>> {
  const merged = mergeSelection(plan, selection);
  return andThenAsync(merged, (letter) => typesetLetter(plan, internLetter(letter, plan.values)));
}

/** Merges the text of the e-mail with which a letter is sent; undefined if the letter has none for the recipient. */
export function makeCover(plan: Plan, selection: Selection): Outcome<CoverText | undefined> {
  return mergeCover(plan.campaign, plan.templates, selection);
}

/** The second half from merging to the finished files, one for each format of the job, in memory. */
export function makeLetter(plan: Plan, selection: Selection): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, composeLetter(plan, selection));
}

/** Typesets a merged letter, and writes it in each format of the job, in memory. */
export function makeMergedLetter(plan: Plan, letter: Letter): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, typesetLetter(plan, letter));
}

/** Returns the number of pages of a letter, which is set for that. */
export async function countPages(plan: Plan, selection: Selection): Promise<Outcome<number>> {
  return mapOutcome(await composeLetter(plan, selection), ({ pages }) => pages?.pages.length ?? 0);
}

async function typesetLetter({ job, typesetterFor }: Plan, letter: Letter): Promise<Outcome<ComposedLetter>> {
  if (!includePagedFormat(job.formats)) return success({ letter, pages: undefined });
  try {
    const typeset = await typesetterFor(letter.language);
    return mapOutcome(typeset(letter), (pages) => ({ letter, pages }));
  } catch (error) {
    if (error instanceof FontTrap) return failure(error.diagnostic);
    throw error;
  }
}

async function finish(plan: Plan, composed: Promise<Outcome<ComposedLetter>>): Promise<Outcome<readonly Artifact[]>> {
  return andThenAsync(await composed, async (letter) => success(await plan.write(letter)));
}
