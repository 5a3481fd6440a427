import { missingApprovals } from '../../clearance/clearance.ts';
import type { MissingApproval } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import { letterKey, wordingsOf } from '../../run/manifest.ts';

/** What a letter still needs before it may go out as final: functions, each with whether it approved other words. */
export interface LetterClearance {
  /** `open-letter/eu-be.en`. */
  readonly letter: string;
  readonly wanting: readonly MissingApproval[];
  /** Nobody who can has read the texts of this language at all. */
  readonly unchecked: boolean;
}

/** How one recipient's letter stands. */
export function clearanceOf(campaign: Campaign, selection: Selection): LetterClearance {
  const { recipient, language } = selection;
  const texts = [...new Set(wordingsOf(selection))].map((key) => ({ language, key }));
  return {
    letter: `${campaign.letter.id}/${letterKey({ id: recipient.id, language })}`,
    wanting: missingApprovals(campaign, texts),
    unchecked: campaign.letter.languages[language] === 'unchecked',
  };
}

/** Who is missing for a letter, in words: `legal, signatory:al-haq (expired)`. */
export function missingFunctions({ wanting, unchecked }: LetterClearance): readonly string[] {
  const functions = [...new Set(wanting.map(({ as }) => as))];
  const words = functions.map((as) => {
    const all = wanting.filter((one) => one.as === as);
    return all.every(({ status: standing }) => standing === 'expired') ? `${as} (expired)` : as;
  });
  return unchecked ? ['a second reader', ...words] : words;
}

/** A fault for every text that some of these letters have and that somebody has not approved as it stands. */
export function clearanceFaults(letters: readonly LetterClearance[]): readonly Diagnostic[] {
  const texts = new Map<string, { file: string; needs: Map<string, MissingApproval>; letters: Set<string> }>();
  for (const { letter, wanting } of letters) {
    for (const one of wanting) {
      const known = texts.get(one.text) ?? { file: one.file, needs: new Map(), letters: new Set() };
      texts.set(one.text, known);
      known.needs.set(one.as, one);
      known.letters.add(letter);
    }
  }
  return [...texts].map(([text, { file, needs, letters: having }]) => {
    const of = (wanted: MissingApproval['status']): string =>
      [...needs.values()].flatMap(({ as, status: standing }) => (standing === wanted ? [as] : [])).join(', ');
    const [missing, expired] = [of('missing'), of('expired')];
    const parts = [
      ...(missing === '' ? [] : [`not approved by ${missing}`]),
      ...(expired === '' ? [] : [`changed since it was approved by ${expired}`]),
    ];
    const [first = 'legal'] = needs.keys();
    return fault(
      'letter/not-approved',
      fileStart(file),
      [`${parts.join('; ')}; in ${having.size === 1 ? '1 letter' : `${having.size} letters`}`],
      {
        hint: say`whoever has read it says so: ${`demarche approve ${text} --as ${first}`}`,
      },
    );
  });
}
