/**
 * READ THIS FIRST. Data flows one way, in two halves. An arrow is a stage, between the names of its input and output.
 *   prepare      files -> campaign -> templates: the Plan                        a fault stops the run
 *   one letter   profile -> recipient -> target -> letter -> pages -> artifacts  a fault stops that letter alone
 * Each letter is made from the data of one recipient, so that it cannot contain another's. The caller saves the files.
 */
import { requireClearance } from './clearance/clearance.ts';
import { createPictureHasher, type HashPictures } from './clearance/picture-hash.ts';
import { createSignatureClearance, type ClearSignatures } from './clearance/signature-images.ts';
import { FontTrap } from './fonts/damaged-font.ts';
import { loadFonts } from './fonts/lazy-fonts.ts';
import { openFormats, type WriteArtifacts } from './formats/formats.ts';
import { createLazyTypesetters, type TypesetterFor } from './layout/typesetters.ts';
import { loadCampaign } from './load/load-campaign.ts';
import { loadFontFiles } from './load/load-font-files.ts';
import { loadProfileFiles } from './load/load-profiles.ts';
import { mergeLetter } from './merge/merge-letter.ts';
import { includePagedFormat, type Artifact } from './model/artifact.ts';
import type { CampaignData } from './model/campaign-data.ts';
import type { Campaign } from './model/campaign.ts';
import type { ComposedLetter } from './model/composed-letter.ts';
import type { Data } from './model/data.ts';
import type { FontFile } from './model/font-settings.ts';
import { internLetter } from './model/intern-letter.ts';
import { JOB_CHECKS, type Job } from './model/job.ts';
import type { Letter } from './model/letter.ts';
import { type Outcome, andThen, andThenAsync, failure, mapOutcome, success } from './model/outcome.ts';
import { requireOptions } from './model/options.ts';
import { NO_PICTURES } from './model/picture.ts';
import { NO_PICTURE_FILES, type PictureFiles } from './model/picture-files.ts';
import type { Selection, Target } from './model/selection.ts';
import { createValues, type Values } from './model/values.ts';
import type { CheckedPixels } from './pictures/check-pictures.ts';
import { selectTarget } from './select/select-target.ts';
import { type Templates, parseValidatedCampaign } from './template/parse-templates.ts';
import { readTextContext } from './validate/text-context.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { validateColumns } from './validate/validate-columns.ts';
import { validateProfile } from './validate/validate-recipient.ts';
import type { World } from './world.ts';

/** What all letters of a run (one execution of a command) share, validated. Fonts and formats open on first use. */
export interface Plan {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  /** The font files of the campaign. Without a format that has pages, none is read. */
  readonly fontFiles: readonly FontFile[];
  readonly values: Values;
  readonly typesetterFor: TypesetterFor;
  readonly write: WriteArtifacts;
  readonly clearSignatures: ClearSignatures;
  readonly hashPictures: HashPictures;
}

/**
 * The first half: loads and validates the campaign and parses its templates. `values` makes equal parts one object.
 * Throws a TypeError if the job has a wrong option.
 */
export async function prepare(world: World, job: Job, values: Values = createValues()): Promise<Outcome<Plan>> {
  requireOptions('job', job, JOB_CHECKS);
  const read = await readCampaignData(world, job.letter);
  const pixels = await checkPixelsFor(job, read.ok ? read.value.pictures : NO_PICTURE_FILES);
  return andThenAsync(read, async (files) => {
    const data = { ...files, pictures: pixels.files };
    const parsed = parseValidatedCampaign(validateCampaign(data, job), data.templates, readTextContext(data));
    return andThenAsync(parsed, (parts) => makePlan(world, job, values, { data, pictures: pixels.prepared, ...parts }));
  });
}

/** Refuses what is not approved, and opens the fonts of the campaign if a format has pages. */
async function makePlan(
  world: World,
  job: Job,
  values: Values,
  { data, pictures, campaign, templates }: PlanParts,
): Promise<Outcome<Plan>> {
  const cleared = requireClearance(campaign);
  const settings = includePagedFormat(job.formats) ? campaign.letter.page.fonts : undefined;
  const fontFiles = settings === undefined ? success([]) : await loadFontFiles(world, data, settings);
  const loaded = await andThenAsync(fontFiles, (files) => loadFonts(world.readResource, files));
  const diagnostics = [...cleared.diagnostics, ...loaded.diagnostics];
  if (!cleared.ok || !fontFiles.ok || !loaded.ok) return { ok: false, diagnostics };
  const fonts = loaded.value;
  const plan: Plan = {
    job,
    campaign,
    templates,
    fontFiles: fontFiles.value,
    values,
    typesetterFor: createLazyTypesetters(campaign, fonts, values),
    write: openFormats(job, { fonts, values, locales: campaign.locales, pictures }),
    clearSignatures: createSignatureClearance(campaign),
    hashPictures: createPictureHasher(campaign),
  };
  return success(plan, diagnostics);
}

/** What a plan is made of. */
interface PlanParts {
  readonly data: CampaignData;
  readonly pictures: CheckedPixels['prepared'];
  readonly campaign: Campaign;
  readonly templates: Templates;
}

/** Reads the files of a letter and of its campaign, not yet validated, and checks the pictures that the letter names. */
export async function readCampaignData(world: World, letter: string): Promise<Outcome<CampaignData>> {
  return andThenAsync(await loadCampaign(world, letter), async ({ pictures, ...files }) => {
    if (pictures.size === 0) return success({ ...files, pictures: NO_PICTURE_FILES });
    const { checkPictures } = await import('./pictures/check-pictures.ts');
    return success({ ...files, pictures: checkPictures(pictures) });
  });
}

/** Prepares the pixels of pictures, if a format of the job contains them. */
async function checkPixelsFor({ formats }: Job, files: PictureFiles): Promise<CheckedPixels> {
  if (files.size === 0 || !includePagedFormat(formats)) return { files, prepared: NO_PICTURES };
  const { checkPixels } = await import('./pictures/check-pictures.ts');
  return checkPixels(files);
}

/** Yields the profiles of the campaign, not yet validated: those of YAML files, and one for each row of a table. */
export function loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  return loadProfileFiles(world, validateColumns);
}

/** The second half up to the choice of texts: a target for each language in which the recipient is written to. */
export function selectTargets({ campaign }: Pick<Plan, 'campaign'>, profile: Data): readonly Outcome<Target>[] {
  return validateProfile(profile, campaign).map((each) => andThen(each, (edition) => selectTarget(campaign, edition)));
}

/** The second half from merging to layout, which sets every word and position. Writing the result causes no fault. */
export function composeLetter(plan: Plan, selection: Selection): Promise<Outcome<ComposedLetter>> {
  const merged = mergeLetter(plan.campaign, plan.templates, plan.clearSignatures(selection));
  return andThenAsync(merged, (letter) => typesetLetter(plan, internLetter(letter, plan.values)));
}

/** The second half from merging to the finished files, one for each format of the job, in memory. */
export function makeLetter(plan: Plan, selection: Selection): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, composeLetter(plan, selection));
}

/** Typesets a merged letter, and writes it in each format of the job, in memory. */
export function makeMergedLetter(plan: Plan, letter: Letter): Promise<Outcome<readonly Artifact[]>> {
  return finish(plan, typesetLetter(plan, letter));
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
