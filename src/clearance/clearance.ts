import type { ApprovalStatus, MissingApproval } from '../model/approval.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { type TextId, hashText, textIdString } from './text-hash.ts';

/** The maximum number of texts that the fault lists; `check --approved` lists all of them. */
const MAX_NAMED_TEXTS = 3;

/**
 * Returns the campaign, or the fault `letter/not-approved` if the letter is final and a text lacks an approval or has
 * changed since its approval.
 */
export function requireClearance(campaign: Campaign): Outcome<Campaign> {
  if (campaign.letter.status !== 'final') return success(campaign);
  const missing = missingApprovals(campaign, selectableTexts(campaign));
  const texts = new Map(missing.map(({ text, file }) => [text, file]));
  if (texts.size === 0) return success(campaign);
  const expired = missing.filter(({ status }) => status === 'expired').length;
  const lackMessage = (text: string): Message => {
    const missingForText = missing.filter((approval) => approval.text === text);
    const functions = missingForText.map(({ as, status }) => (status === 'expired' ? `${as} (expired)` : as));
    return [`lacks ${functions.join(', ')}`];
  };
  return failure(
    fault(
      'letter/not-approved',
      campaign.letter.statusSpan,
      say`the letter cannot be final: ${texts.size} of its texts lack ${missing.length} approvals, of which ${expired} have expired`,
      {
        hint: say`demarche check --approved lists the missing approvals; keep status: draft until there are none`,
        related: [...texts]
          .slice(0, MAX_NAMED_TEXTS)
          .map(([text, file]) => ({ span: fileStart(file), message: lackMessage(text) })),
      },
    ),
  );
}

/** The function (capacity) of an approver who compares a translation with its original. */
const TRANSLATION = 'translation';

/**
 * Returns the functions (capacities of an approver) in which a text in this language can be approved: `legal`,
 * `translation` (unless the language is the original), and `signatory:<id>` for each signatory.
 */
export function approverFunctionsFor(letter: LetterSettings, language: Language): readonly string[] {
  return ['legal', TRANSLATION, 'signatory'].flatMap((need) => expandNeed(letter, language, need));
}

/**
 * Returns the functions whose approval a text in this language needs. They are listed under `needs` in `letter.yaml`,
 * for the letter's status; a status without a list of its own has the needs of a final letter.
 */
export function neededApprovals(letter: LetterSettings, language: Language): readonly string[] {
  const needs = letter.needs[letter.status] ?? letter.needs['final'] ?? [];
  return [...new Set(needs.flatMap((need) => expandNeed(letter, language, need)))];
}

/** Replaces `signatory` by one entry for each signatory; drops `translation` for the original. */
function expandNeed({ signatories, languages }: LetterSettings, language: Language, need: string): readonly string[] {
  if (need === 'signatory') return signatories.map(({ id }) => `signatory:${id}`);
  return need === TRANSLATION && languages[language] === 'original' ? [] : [need];
}

/**
 * Returns the status of a text's approval in one function (`as`): approved, expired (the text or its original has
 * changed since), or missing.
 */
export function approvalStatus(campaign: Campaign, text: TextId, as: string): ApprovalStatus {
  const approval = campaign.approvals.get(textIdString(text))?.get(as);
  if (approval === undefined) return 'missing';
  const isSame = approval.text === hashText(campaign, text) && approval.original === originalHash(campaign, text);
  return isSame ? 'approved' : 'expired';
}

/** Returns the hash of the original of which this text is a translation; undefined if the text is the original. */
export function originalHash(campaign: Campaign, { language, key }: TextId): string | undefined {
  const { languages } = campaign.letter;
  const [original = language] = Object.keys(languages).filter((name) => languages[name] === 'original');
  return original === language ? undefined : hashText(campaign, { language: original, key });
}

/** Returns the approvals that these texts need and that are missing or have expired. */
export function missingApprovals(campaign: Campaign, texts: readonly TextId[]): readonly MissingApproval[] {
  return texts.flatMap((text) => {
    const file = campaign.templates[text.language]?.get(text.key)?.file ?? '';
    return neededApprovals(campaign.letter, text.language).flatMap((as): readonly MissingApproval[] => {
      const status = approvalStatus(campaign, text, as);
      return status === 'approved' ? [] : [{ text: textIdString(text), file, as, status }];
    });
  });
}

/**
 * Returns all texts that a rule can select, in each language of the run's editions. Partials are not listed: the hash
 * of a text covers the partials that it includes.
 */
export function selectableTexts({ letter, templates, editions }: Campaign): readonly TextId[] {
  const used = [
    ...letter.body.map(({ use }) => `body/${use}`),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `passages/${id}/${use}`)),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `demands/${id}/${use}`)),
  ];
  return editions.languages.flatMap((language) =>
    [...new Set(used)].filter((key) => templates[language]?.has(key)).map((key) => ({ language, key })),
  );
}
