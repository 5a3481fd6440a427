/**
 * READ THIS FIRST. Data goes one way, in two halves.
 *
 *   prepare      files -> campaign -> templates: the Plan                        a fault stops the run
 *   one letter   profile -> recipient -> target -> letter -> pages -> artifacts  a fault stops that letter alone
 *
 * Between two stages stands a value with a name, and no stage sees another. One letter sees one recipient only, so
 * that nobody else's name can enter it. Saving is the caller's.
 */
import type { Fonts } from './fonts/fonts.ts';
import { listLetters, loadCampaign } from './load/load-campaign.ts';
import { loadProfiles } from './load/load-profiles.ts';
import { insideAddress } from './merge/address-words.ts';
import { mergeLetter } from './merge/merge-letter.ts';
import { type Templates, parseTemplates } from './merge/parse-templates.ts';
import type { Artifact, Format } from './model/artifact.ts';
import type { Campaign } from './model/campaign.ts';
import type { ComposedLetter } from './model/composed-letter.ts';
import type { Data } from './model/data.ts';
import type { Day } from './model/date.ts';
import { type Outcome, andThen, andThenLater, mapOutcome, success } from './model/outcome.ts';
import type { Addressing, Selection, Target } from './model/selection.ts';
import { selectTarget } from './select/select-target.ts';
import { validateCampaign } from './validate/validate-campaign.ts';
import { profileId, validateRecipient } from './validate/validate-recipient.ts';
import type { World } from './world.ts';

/** Which letter is made, as what. `date` replaces the letter's own; `attachSource` puts the Markdown into the PDF. */
export interface Job {
  readonly letter: string;
  readonly date?: Day;
  readonly formats: readonly Format[];
  readonly attachSource: boolean;
}

/** All that the letters of a run share, found sound. Fonts are opened when the first page is set. */
export interface Plan {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly fonts: () => Promise<Fonts>;
}

/** The first half. */
export async function prepare(world: World, job: Job): Promise<Outcome<Plan>> {
  const files = await loadCampaign(world, job.letter);
  const campaign = andThen(files, (data) => validateCampaign(data, job.date === undefined ? {} : { date: job.date }));
  const fonts = once(async () => (await import('./fonts/open-fonts.ts')).openFonts(world.readResource));
  return andThen(campaign, (sound) =>
    mapOutcome(parseTemplates(sound), (templates) => ({ job, campaign: sound, templates, fonts })),
  );
}

/** What the second half is asked about: profiles, one after the other, however many there are. */
export { listLetters, loadProfiles, profileId };

/** The second half up to the choice of wordings, which reads no text: what does this profile get? */
export function targetOf({ campaign }: Plan, profile: Data): Outcome<Target> {
  return andThen(validateRecipient(profile, campaign), (recipient) => selectTarget(campaign, recipient));
}

/** How a letter to this recipient would be addressed. */
export function addressOf({ campaign, templates }: Plan, addressing: Addressing): Outcome<readonly string[]> {
  return insideAddress(campaign, templates, addressing);
}

/** On to every word and every position: what comes through here can be written. */
export async function composeLetter(plan: Plan, selection: Selection): Promise<Outcome<ComposedLetter>> {
  return andThenLater(
    mergeLetter(plan.campaign, plan.templates, selection),
    async (letter): Promise<Outcome<ComposedLetter>> => {
      if (!plan.job.formats.includes('pdf')) return success({ letter, pages: undefined });
      const [{ typeset }, { stylesheetFor }] = await Promise.all([
        import('./typeset/typeset.ts'),
        import('./typeset/stylesheet.ts'),
      ]);
      const stylesheet = stylesheetFor(plan.campaign.letter.page.preset);
      return mapOutcome(typeset(letter, stylesheet, await plan.fonts()), (pages) => ({ letter, pages }));
    },
  );
}

/** The whole second half: the letter, finished, in every format of the job. */
export async function makeLetter(plan: Plan, selection: Selection): Promise<Outcome<readonly Artifact[]>> {
  const { writeArtifacts } = await import('./write/write-artifacts.ts');
  return andThenLater(await composeLetter(plan, selection), async (composed) =>
    success(await writeArtifacts(composed, plan.job, plan.fonts)),
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
