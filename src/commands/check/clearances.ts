import { missingApprovals } from '../../clearance/clearance.ts';
import type { MissingApproval } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import { letterKey, wordingsOf } from '../../run/manifest.ts';

/** The approvals that a letter still lacks before it can be final. */
export interface LetterClearance {
  /** `open-letter/eu-be.en`. */
  readonly letter: string;
  /** The missing and expired approvals of the letter's texts. */
  readonly missingApprovals: readonly MissingApproval[];
  /** Whether letter.yaml marks the texts of this language `unchecked`, that is, not read by a second person. */
  readonly unchecked: boolean;
}

/** The clearance of one recipient's letter. */
export function clearanceOf(campaign: Campaign, selection: Selection): LetterClearance {
  const { recipient, language } = selection;
  const texts = [...new Set(wordingsOf(selection))].map((key) => ({ language, key }));
  return {
    letter: `${campaign.letter.id}/${letterKey({ id: recipient.id, language })}`,
    missingApprovals: missingApprovals(campaign, texts),
    unchecked: campaign.letter.languages[language] === 'unchecked',
  };
}

/** The functions whose approval is missing or expired, as in `legal`, `signatory:al-haq (expired)`. */
export function missingFunctions({ missingApprovals: wanting, unchecked }: LetterClearance): readonly string[] {
  const functions = [...new Set(wanting.map(({ as }) => as))];
  const words = functions.map((as) => {
    const all = wanting.filter((one) => one.as === as);
    return all.every(({ status: actual }) => actual === 'expired') ? `${as} (expired)` : as;
  });
  return unchecked ? ['a second reader', ...words] : words;
}

/** A fault for every text of these letters that lacks an approval of its current version. */
export function clearanceFaults(letters: readonly LetterClearance[]): readonly Diagnostic[] {
  const texts = new Map<string, { file: string; needs: Map<string, MissingApproval>; letters: Set<string> }>();
  for (const { letter, missingApprovals: wanting } of letters) {
    for (const one of wanting) {
      const entry = texts.get(one.text) ?? { file: one.file, needs: new Map(), letters: new Set() };
      texts.set(one.text, entry);
      entry.needs.set(one.as, one);
      entry.letters.add(letter);
    }
  }
  return [...texts].map(([text, { file, needs, letters: affected }]) => {
    const functionsWith = (status: MissingApproval['status']): string =>
      [...needs.values()].flatMap(({ as, status: actual }) => (actual === status ? [as] : [])).join(', ');
    const [missing, expired] = [functionsWith('missing'), functionsWith('expired')];
    const parts = [
      ...(missing === '' ? [] : [`not approved by ${missing}`]),
      ...(expired === '' ? [] : [`changed since it was approved by ${expired}`]),
    ];
    const [first = 'legal'] = needs.keys();
    return fault(
      'letter/not-approved',
      fileStart(file),
      [`${parts.join('; ')}; in ${affected.size === 1 ? '1 letter' : `${affected.size} letters`}`],
      {
        hint: say`after reading it, record the approval: ${`demarche approve ${text} --as ${first}`}`,
      },
    );
  });
}
