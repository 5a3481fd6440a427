import type { ApprovalStatus, MissingApproval } from '../model/approval.ts';
import type { Campaign, LetterSettings } from '../model/campaign.ts';
import { fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { type TextName, hashText, nameOfText } from './text-hash.ts';

/** How many texts a fault names; `check --approved` lists all. */
const NAMED = 3;

/** The campaign, unless its letter is final and one of its texts lacks an approval or has changed since. */
export function requireClearance(campaign: Campaign): Outcome<Campaign> {
  if (campaign.letter.status !== 'final') return success(campaign);
  const wanting = missingApprovals(campaign, usedTexts(campaign));
  const texts = new Map(wanting.map(({ text, file }) => [text, file]));
  if (texts.size === 0) return success(campaign);
  const expired = wanting.filter(({ status: standing }) => standing === 'expired').length;
  const lackOf = (text: string): Message => {
    const lacking = wanting.filter((one) => one.text === text);
    const functions = lacking.map(({ as, status: standing }) => (standing === 'expired' ? `${as} (expired)` : as));
    return [`lacks ${functions.join(', ')}`];
  };
  return failure(
    fault(
      'letter/not-approved',
      campaign.letter.statusSpan,
      say`the letter cannot be final: ${texts.size} of its texts lack ${wanting.length} approvals, of which ${expired} have expired`,
      {
        hint: say`demarche check --approved says who is missing; write status: draft until nobody is`,
        related: [...texts].slice(0, NAMED).map(([text, file]) => ({ span: fileStart(file), message: lackOf(text) })),
      },
    ),
  );
}

/** Who approves a translation beside its original. */
const TRANSLATION = 'translation';

/** The functions that can approve a text in this language: who signs, each by name; no translation of an original. */
export function functionsFor(letter: LetterSettings, language: Language): readonly string[] {
  return ['legal', TRANSLATION, 'signatory'].flatMap((named) => expanded(letter, language, named));
}

/** The approvals that a text in this language needs: those of the letter's status, or of a final letter. */
export function neededFor(letter: LetterSettings, language: Language): readonly string[] {
  const needs = letter.needs[letter.status] ?? letter.needs['final'] ?? [];
  return [...new Set(needs.flatMap((named) => expanded(letter, language, named)))];
}

function expanded({ signatories, languages }: LetterSettings, language: Language, named: string): readonly string[] {
  if (named === 'signatory') return signatories.map(({ id }) => `signatory:${id}`);
  return named === TRANSLATION && languages[language] === 'original' ? [] : [named];
}

/** How a text stands to one function's approval. */
export function approvalStatus(campaign: Campaign, text: TextName, as: string): ApprovalStatus {
  const approval = campaign.approvals.get(nameOfText(text))?.get(as);
  if (approval === undefined) return 'missing';
  const isSame = approval.text === hashText(campaign, text) && approval.original === originalHash(campaign, text);
  return isSame ? 'approved' : 'expired';
}

/** The hash of the text of which this one is a translation; undefined for the original itself. */
export function originalHash(campaign: Campaign, { language, key }: TextName): string | undefined {
  const { languages } = campaign.letter;
  const [original = language] = Object.keys(languages).filter((name) => languages[name] === 'original');
  return original === language ? undefined : hashText(campaign, { language: original, key });
}

/** What these texts still need. */
export function missingApprovals(campaign: Campaign, texts: readonly TextName[]): readonly MissingApproval[] {
  return texts.flatMap((text) => {
    const file = campaign.templates[text.language]?.get(text.key)?.file ?? '';
    return neededFor(campaign.letter, text.language).flatMap((as): readonly MissingApproval[] => {
      const standing = approvalStatus(campaign, text, as);
      return standing === 'approved' ? [] : [{ text: nameOfText(text), file, as, status: standing }];
    });
  });
}

/** All texts that letters can be made of, in the languages in which they go out; partials count with what includes them. */
export function usedTexts({ letter, templates, editions }: Campaign): readonly TextName[] {
  const used = [
    ...letter.body.map(({ use }) => `body/${use}`),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `passages/${id}/${use}`)),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) => wordings.map(({ use }) => `demands/${id}/${use}`)),
  ];
  return editions.languages.flatMap((language) =>
    [...new Set(used)].filter((key) => templates[language]?.has(key)).map((key) => ({ language, key })),
  );
}
