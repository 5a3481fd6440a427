import type { ApprovalStatus, MissingApproval } from '../model/approval.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { type TextId, hashText, formatTextId } from './text-hash.ts';

/** The maximum number of texts that the fault lists. `check --approved` lists all of them. */
const MAX_NAMED_TEXTS = 3;

/**
 * Returns the campaign, or the fault `letter/not-approved` if the letter is final and lacks clearance: a text that a
 * rule can select lacks an approval that it needs, or has changed since it was approved.
 */
export function requireClearance(campaign: Campaign): Outcome<Campaign> {
  if (campaign.letter.status !== 'final') return success(campaign);
  const unmetNeeds = missingApprovals(campaign, selectableTexts(campaign));
  const filesByText = new Map(unmetNeeds.map(({ text, file }) => [text, file]));
  if (filesByText.size === 0) return success(campaign);
  const expiredCount = unmetNeeds.filter(({ status }) => status === 'expired').length;
  const formatLackMessage = (text: string): Message => {
    const needsOfText = unmetNeeds.filter((approval) => approval.text === text);
    const functions = needsOfText.map(({ as: approverFunction, status }) =>
      status === 'expired' ? `${approverFunction} (expired)` : approverFunction,
    );
    return [`lacks ${functions.join(', ')}`];
  };
  return failure(
    fault(
      'letter/not-approved',
      campaign.letter.statusSpan,
      say`the letter cannot be final: ${filesByText.size} of its texts lack ${unmetNeeds.length} approvals, of which ${expiredCount} have expired`,
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
 * Returns the functions (capacities of an approver) in which a text in this language can be approved: `legal`,
 * `translation` (unless the language is the original), and `signatory:<id>` for each signatory.
 */
export function approverFunctionsFor(letter: LetterSettings, language: Language): readonly string[] {
  return ['legal', TRANSLATION, 'signatory'].flatMap((need) => expandNeed(letter, language, need));
}

/**
 * Returns the functions in which a text in this language has to be approved. `needs` in `letter.yaml` lists them for
 * the letter's status. A status that is not listed there has the needs of a final letter.
 */
export function neededFunctions(letter: LetterSettings, language: Language): readonly string[] {
  const needs = letter.needs[letter.status] ?? letter.needs['final'] ?? [];
  return [...new Set(needs.flatMap((need) => expandNeed(letter, language, need)))];
}

/**
 * Returns the functions that an entry of `needs` stands for. `signatory` stands for each of the signatories.
 * `translation` stands for none in the original language.
 */
function expandNeed({ signatories, languages }: LetterSettings, language: Language, need: string): readonly string[] {
  if (need === 'signatory') return signatories.map(({ id }) => `signatory:${id}`);
  return need === TRANSLATION && languages[language] === 'original' ? [] : [need];
}

/**
 * Returns the status of a text's approval in a function: `approved`, `expired` (the text or its original has changed
 * since), or `missing`.
 */
export function approvalStatus(campaign: Campaign, textId: TextId, approverFunction: string): ApprovalStatus {
  const approval = campaign.approvals.get(formatTextId(textId))?.get(approverFunction);
  if (approval === undefined) return 'missing';
  const isUnchanged =
    approval.text === hashText(campaign, textId) && approval.original === originalHash(campaign, textId);
  return isUnchanged ? 'approved' : 'expired';
}

/**
 * Returns the hash of the original of which this text is a translation; undefined if the text itself is the original.
 */
export function originalHash(campaign: Campaign, { language, key }: TextId): string | undefined {
  const { languages } = campaign.letter;
  const [originalLanguage = language] = Object.keys(languages).filter(
    (candidate) => languages[candidate] === 'original',
  );
  return originalLanguage === language ? undefined : hashText(campaign, { language: originalLanguage, key });
}

/** Returns the approvals that these texts need and that are missing or expired. */
export function missingApprovals(campaign: Campaign, textIds: readonly TextId[]): readonly MissingApproval[] {
  return textIds.flatMap((textId) => {
    const file = campaign.templates[textId.language]?.get(textId.key)?.file ?? '';
    return neededFunctions(campaign.letter, textId.language).flatMap((approverFunction): readonly MissingApproval[] => {
      const status = approvalStatus(campaign, textId, approverFunction);
      return status === 'approved' ? [] : [{ text: formatTextId(textId), file, as: approverFunction, status }];
    });
  });
}

/**
 * Returns all texts that a rule can select, in each language of the run's editions. Partials (templates that others
 * include) are not listed, because the hash of a text covers the partials that it includes.
 */
export function selectableTexts({ letter, templates, editions }: Campaign): readonly TextId[] {
  const textKeys = [
    ...letter.body.map(({ use }) => `body/${use}`),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `passages/${id}/${use}`)),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `demands/${id}/${use}`)),
  ];
  return editions.languages.flatMap((language) =>
    [...new Set(textKeys)].filter((key) => templates[language]?.has(key)).map((key) => ({ language, key })),
  );
}
