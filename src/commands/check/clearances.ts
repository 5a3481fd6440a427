import { missingApprovals } from '../../clearance/clearance.ts';
import type { MissingApproval } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import { letterKey, selectedTextKeys } from '../../run/manifest.ts';

/** The clearance of a letter: the approvals that it still lacks before it can be final. */
export interface LetterClearance {
  /** The path of the letter without the extension: `open-letter/eu-be.en`. */
  readonly letter: string;
  /** The missing and expired approvals of the letter's texts. */
  readonly missingApprovals: readonly MissingApproval[];
  /** Whether `letter.yaml` marks the texts of this language `unchecked`: not yet read by a second person. */
  readonly unchecked: boolean;
}

/** Determines the clearance of one recipient's letter. */
export function clearanceOf(campaign: Campaign, selection: Selection): LetterClearance {
  const { recipient, language } = selection;
  const texts = [...new Set(selectedTextKeys(selection))].map((key) => ({ language, key }));
  return {
    letter: `${campaign.letter.id}/${letterKey({ id: recipient.id, language })}`,
    missingApprovals: missingApprovals(campaign, texts),
    unchecked: campaign.letter.languages[language] === 'unchecked',
  };
}

/** Formats the functions (capacities of approvers) that have to approve: `legal`, `signatory:al-haq (expired)`. */
export function missingApproverLabels(clearance: LetterClearance): readonly string[] {
  const functions = [...new Set(clearance.missingApprovals.map(({ as }) => as))];
  const labels = functions.map((as) => {
    const approvals = clearance.missingApprovals.filter((approval) => approval.as === as);
    return approvals.every(({ status }) => status === 'expired') ? `${as} (expired)` : as;
  });
  return clearance.unchecked ? ['a second reader', ...labels] : labels;
}

/** Returns a fault for every text of these letters that lacks an approval of its current version. */
export function clearanceFaults(letters: readonly LetterClearance[]): readonly Diagnostic[] {
  const unclearedTexts = new Map<
    string,
    { file: string; needs: Map<string, MissingApproval>; affectedLetters: Set<string> }
  >();
  for (const clearance of letters) {
    for (const approval of clearance.missingApprovals) {
      const unclearedText = unclearedTexts.get(approval.text) ?? {
        file: approval.file,
        needs: new Map(),
        affectedLetters: new Set(),
      };
      unclearedTexts.set(approval.text, unclearedText);
      unclearedText.needs.set(approval.as, approval);
      unclearedText.affectedLetters.add(clearance.letter);
    }
  }
  return [...unclearedTexts].map(([text, { file, needs, affectedLetters }]) => {
    const functionsWith = (status: MissingApproval['status']): string =>
      [...needs.values()].flatMap((approval) => (approval.status === status ? [approval.as] : [])).join(', ');
    const [missingFunctions, expiredFunctions] = [functionsWith('missing'), functionsWith('expired')];
    const problems = [
      ...(missingFunctions === '' ? [] : [`not approved by ${missingFunctions}`]),
      ...(expiredFunctions === '' ? [] : [`changed since it was approved by ${expiredFunctions}`]),
    ];
    const [firstFunction = 'legal'] = needs.keys();
    return fault(
      'letter/not-approved',
      fileStart(file),
      [`${problems.join('; ')}; in ${affectedLetters.size === 1 ? '1 letter' : `${affectedLetters.size} letters`}`],
      {
        hint: say`after reading it, record the approval: ${`demarche approve ${text} --as ${firstFunction}`}`,
      },
    );
  });
}
