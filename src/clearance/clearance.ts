import type { Approval, ApprovalStatus, MissingApproval } from '../model/approval.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault } from '../model/diagnostic.ts';
import { type Language, inLanguage } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { type Approvable, listApprovables, printedByAny } from './approvable.ts';
import { contentHash, shortHashes } from './content-hash.ts';

/** The maximum number of names that the fault lists. `check --approved` lists all of them. */
const MAX_NAMED_TEXTS = 3;

/**
 * Returns the campaign, or the fault `letter/not-approved` if the letter is final and lacks clearance: something that a
 * letter can print lacks an approval that it needs, or has changed since it was approved.
 */
export function requireClearance(campaign: Campaign): Outcome<Campaign> {
  if (campaign.letter.status !== 'final') return success(campaign);
  const unmetNeeds = missingApprovals(campaign, printedByAny(campaign, listApprovables(campaign)));
  const filesByText = new Map(unmetNeeds.map(({ text, file }) => [text, file]));
  if (filesByText.size === 0) return success(campaign);
  const expiredCount = unmetNeeds.filter(({ status }) => status === 'expired').length;
  const formatLackMessage = (text: string): Message => {
    const needsOfText = unmetNeeds.filter((approval) => approval.text === text);
    const functions = needsOfText.map(({ as: approverFunction, status }) =>
      status === 'expired' ? `${approverFunction} (expired)` : approverFunction,
    );
    return [`${text} lacks ${functions.join(', ')}`];
  };
  return failure(
    fault(
      'letter/not-approved',
      campaign.letter.statusSpan,
      say`the letter cannot be final: it lacks ${unmetNeeds.length} approvals of ${filesByText.size} texts and names, of which ${expiredCount} have expired`,
      {
        hint: say`demarche check --approved lists the missing approvals; keep status: draft until there are none`,
        related: [...filesByText]
          .slice(0, MAX_NAMED_TEXTS)
          .map(([text, file]) => ({ span: fileStart(file), message: formatLackMessage(text) })),
      },
    ),
  );
}

/** The function (capacity) of an approver who compared a translation with its original. */
const TRANSLATION = 'translation';

/**
 * Returns the functions (capacities of an approver) in which something in this language can be approved: `legal`,
 * `translation` (unless the language is the original, or there is none), and `signatory:<id>` for each signatory, also
 * for those that `needs: signatory` does not ask.
 */
export function approverFunctionsFor(letter: LetterSettings, language: Language | undefined): readonly string[] {
  return [
    ...['legal', TRANSLATION].flatMap((need) => expandNeed(letter, language, need)),
    ...letter.signatories.map(({ id }) => `signatory:${id}`),
  ];
}

/**
 * Returns the functions in which something in this language has to be approved. `needs` in `letter.yaml` lists them for
 * the letter's status. A status that is not listed there has the needs of a final letter.
 */
export function neededFunctions(letter: LetterSettings, language: Language | undefined): readonly string[] {
  const needs = letter.needs[letter.status] ?? letter.needs.final ?? [];
  return [...new Set(needs.flatMap((need) => expandNeed(letter, language, need)))];
}

/**
 * Returns the functions that an entry of `needs` stands for. `signatory` stands for each of the signatories that clear
 * texts (`clears: true`), and for all of them where none does.
 * `translation` stands for none in the original language, and where there is no language.
 */
function expandNeed(
  { signatories, languages }: LetterSettings,
  language: Language | undefined,
  need: string,
): readonly string[] {
  if (need === 'signatory') {
    const clearing = signatories.filter(({ clears }) => clears === true);
    return (clearing.length === 0 ? signatories : clearing).map(({ id }) => `signatory:${id}`);
  }
  const isTranslated = language !== undefined && inLanguage(languages, language) !== 'original';
  return need === TRANSLATION && !isTranslated ? [] : [need];
}

/** Returns the approvals that these need and that are missing or expired. */
export function missingApprovals(
  { letter, approvals }: Campaign,
  approvables: readonly Approvable[],
): readonly MissingApproval[] {
  return approvables.flatMap((approvable) =>
    neededFunctions(letter, approvable.language).flatMap((approverFunction): readonly MissingApproval[] => {
      const { name: text, file } = approvable;
      const { status, parts } = judgeApproval(approvals.get(text)?.get(approverFunction), approvable);
      return status === 'approved' ? [] : [{ text, file, as: approverFunction, status, parts }];
    }),
  );
}

/** The approvals that are missing or expired, by the name of what needs them (`Approvable`). */
export type MissingByName = ReadonlyMap<string, readonly MissingApproval[]>;

/** Returns the missing approvals of all that letters can print. It hashes all texts, so it is called once for a run. */
export function missingApprovalsByName(campaign: Campaign): MissingByName {
  return new Map(
    [...listApprovables(campaign)].map(([name, approvable]) => [name, missingApprovals(campaign, [approvable])]),
  );
}

/** The status of an approval, and the names of the parts that have changed since, or that it does not cover. */
export interface JudgedApproval {
  readonly status: ApprovalStatus;
  readonly parts: readonly string[];
}

const APPROVED: JudgedApproval = { status: 'approved', parts: [] };

/** Compares an approval with what is printed now. An approval by demarche 0.1.0 covers no note of a source. */
export function judgeApproval(approval: Approval | undefined, approvable: Approvable): JudgedApproval {
  if (approval === undefined) return { status: 'missing', parts: [] };
  const { parts, originalParts, earlierHashes } = approvable;
  const { version, original } = approval;
  if (version.kind === 'text') {
    if (version.text !== earlierHashes?.text) return { status: 'expired', parts: [WORDS_OR_PARTIALS] };
    if (original !== earlierHashes.original) return { status: 'expired', parts: [ORIGINAL] };
    const uncovered = [...parts.keys()].filter((name) => name.startsWith('sources/'));
    return uncovered.length === 0 ? APPROVED : { status: 'missing', parts: uncovered };
  }
  const isOriginalSame = original === (originalParts && contentHash(originalParts));
  if (version.content === contentHash(parts) && isOriginalSame) return APPROVED;
  return { status: 'expired', parts: [...changedParts(version.parts, parts), ...(isOriginalSame ? [] : [ORIGINAL])] };
}

/** The name of the original among the parts that changed. */
const ORIGINAL = 'original';
/** The name of the part that an approval by demarche 0.1.0 covers: it does not say whether a partial changed. */
const WORDS_OR_PARTIALS = 'text';

/** Returns the names of the parts that were added, removed or changed. */
function changedParts(
  approvedParts: Readonly<Record<string, string>>,
  parts: ReadonlyMap<string, string>,
): readonly string[] {
  const now = shortHashes(parts);
  const names = new Set([...Object.keys(now), ...Object.keys(approvedParts)]);
  return [...names].filter((name) => now[name] !== approvedParts[name]).toSorted();
}
