import type { Data } from '../../model/data.ts';
import type { Format } from '../../model/artifact.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Outcome, andThenAsync, failure, success } from '../../model/outcome.ts';
import type { Target } from '../../model/selection.ts';
import { composeLetter, selectTargets } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import { quote } from '../../report/neutralise.ts';
import { profileId } from '../../validate/validate-recipient.ts';
import { explain } from '../explain/explain.ts';
import type { CampaignState } from './campaign-state.ts';
import type { ExplainedLetter } from './parts/explained-letter.ts';
import { findPageParts } from './parts/page-parts.ts';
import type { PreviewChoice, PreviewLetter } from './preview.ts';

/** The format of the pages that the preview shows. */
export const PAGE_FORMAT: Format = 'svg';

/** The pages of a letter. */
export type LetterPages = Pick<PreviewLetter, 'pages' | 'sheet' | 'parts'>;

/** The result for a letter that is to be shown: its pages, or the reason why the recipient gets none. */
export type MadePages =
  { readonly kind: 'pages'; readonly made: LetterPages } | { readonly kind: 'none'; readonly reason: string };

/**
 * Makes the pages of the chosen letter. In a language in which the command would not write to the recipient, the letter
 * is that of `generate --language`. The warnings are those of the profile and of the letter. `pathOf` converts the name of
 * a file in the campaign to a path that the user can open.
 */
export async function makePages(
  state: CampaignState,
  choice: PreviewChoice,
  pathOf: ExplainedLetter['pathOf'],
): Promise<Outcome<MadePages>> {
  const { letter, id, language } = choice;
  const plan = await state.plan(letter);
  if (!plan.ok) return plan;
  const profiles = await state.profiles();
  const profile = profiles.flatMap((each) => (each.ok ? [each.value] : [])).find((data) => profileId(data) === id);
  if (profile === undefined) {
    const faults = faultsWithoutId(plan.value, profiles);
    return faults.length > 0 ? failure(...faults) : none(`there is no recipient ${quote(id)}`);
  }
  const usual = findTarget(plan.value, profile, language);
  if (usual !== undefined) return makeTarget(plan.value, usual, profile, pathOf);
  const planInLanguage = await state.plan(letter, language);
  if (!planInLanguage.ok) return planInLanguage;
  const target = findTarget(planInLanguage.value, profile, language) ?? selectTargets(planInLanguage.value, profile)[0];
  return target === undefined
    ? none(`there is no letter in ${quote(language)}`)
    : makeTarget(planInLanguage.value, target, profile, pathOf);
}

/** Returns the faults of profiles whose id cannot be read: each may be that of the recipient who is not found. */
function faultsWithoutId(plan: Plan, profiles: readonly Outcome<Data>[]): readonly Diagnostic[] {
  return profiles.flatMap((profile) => {
    if (!profile.ok) return profile.diagnostics;
    if (profileId(profile.value) !== undefined) return [];
    return selectTargets(plan, profile.value).flatMap(({ diagnostics }) => diagnostics);
  });
}

/** Returns the target of a recipient in a language, or the one for which the language does not matter. */
function findTarget(plan: Plan, profile: Data, language: string): Outcome<Target> | undefined {
  return selectTargets(plan, profile).find(
    (target) => target.ok && (target.value.kind !== 'letter' || target.value.selection.language === language),
  );
}

async function makeTarget(
  plan: Plan,
  target: Outcome<Target>,
  profile: Data,
  pathOf: ExplainedLetter['pathOf'],
): Promise<Outcome<MadePages>> {
  return andThenAsync(target, async (found): Promise<Outcome<MadePages>> => {
    if (found.kind !== 'letter') return none(explain(plan, found).reason);
    const { selection } = found;
    return andThenAsync(await composeLetter(plan, selection), async (composed) => {
      const files = await plan.write(composed);
      const pages = files
        .filter(({ format }) => format === PAGE_FORMAT)
        .map(({ bytes }) => new TextDecoder().decode(bytes));
      const { letter, pages: paged } = composed;
      const explained = { plan, selection, profile, letter, explanation: explain(plan, found), pathOf };
      const parts = paged === undefined ? [] : findPageParts(paged, explained);
      return success({ kind: 'pages', made: { pages, sheet: paged?.sheet ?? null, parts } });
    });
  });
}

function none(reason: string): Outcome<MadePages> {
  return success({ kind: 'none', reason });
}
