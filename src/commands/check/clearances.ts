import { printedNames } from '../../clearance/approved-names.ts';
import type { MissingByName } from '../../clearance/clearance.ts';
import type { MissingApproval } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import { letterKey } from '../../run/manifest.ts';
import { inLanguage } from '../../model/language.ts';

/** The clearance of a letter: the approvals that it still lacks before it can be final. */
export interface LetterClearance {
  /** The path of the letter without the extension: `open-letter/eu-be.en`. */
  readonly letter: string;
  /** The missing and expired approvals of what the letter prints. */
  readonly missingApprovals: readonly MissingApproval[];
  /** Whether `letter.yaml` marks the texts of this language `unchecked`: not yet read by a second person. */
  readonly unchecked: boolean;
}

/**
 * Determines the clearance of one recipient's letter: of its texts, of the forms of address in its language, of the
 * signatories and of the other words of `letter.yaml`. `missing`: the result of `missingApprovalsByName`.
 */
export function clearanceOf(campaign: Campaign, missing: MissingByName, selection: Selection): LetterClearance {
  const { recipient, language } = selection;
  return {
    letter: `${campaign.letter.id}/${letterKey({ id: recipient.id, language })}`,
    missingApprovals: printedNames(campaign, selection).flatMap((name) => missing.get(name) ?? []),
    unchecked: inLanguage(campaign.letter.languages, language) === 'unchecked',
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

/** Returns a fault for everything in these letters that lacks an approval of its current version. */
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
    const [firstFunction = 'legal'] = needs.keys();
    const letters = affectedLetters.size === 1 ? '1 letter' : `${affectedLetters.size} letters`;
    return fault('letter/not-approved', fileStart(file), [...lackMessage([...needs.values()]), `; in ${letters}`], {
      hint: say`after reading it, record the approval: ${`demarche approve ${text} --as ${firstFunction}`}`,
    });
  });
}

/**
 * Returns the message about the approvals that a text lacks: functions for which the same parts have changed, or are
 * not covered, are named together.
 */
function lackMessage(approvals: readonly MissingApproval[]): Message {
  const lacks = new Map<string, { readonly approval: MissingApproval; readonly functions: string[] }>();
  for (const approval of approvals) {
    const key = JSON.stringify([approval.status, approval.parts]);
    const lack = lacks.get(key) ?? { approval, functions: [] };
    lacks.set(key, lack);
    lack.functions.push(approval.as);
  }
  return [...lacks.values()].flatMap(({ approval: { status, parts }, functions }, index): Message => {
    const separator = index === 0 ? '' : '; ';
    const by = functions.join(', ');
    const named = parts.flatMap((part, partIndex) => [...(partIndex === 0 ? [] : [', ']), ...describePart(part)]);
    if (status === 'expired') return [`${separator}changed since it was approved by ${by}: `, ...named];
    return parts.length === 0
      ? [`${separator}not approved by ${by}`]
      : [`${separator}not approved by ${by}, whose approval does not cover `, ...named];
  });
}

/** The descriptions of parts that are named by one word. */
const PARTS: Readonly<Record<string, string>> = {
  words: 'its words',
  text: 'its words or a partial',
  original: 'the original',
  'letterhead/name': 'the name in the letterhead',
  'letterhead/lines': 'the lines of the letterhead',
  order: 'the order of the signatories',
  'letterhead/logo': 'the logo',
  place: 'the place',
  reference: 'the reference',
  marking: 'the marking',
  delivery: 'the way of delivery',
  published: 'the name of the published letter',
  edition: 'the notice of the translation',
};

/** The descriptions of the kinds of parts that are named by a kind and a name, as `partials/greeting`. */
const KINDS_OF_PARTS: Readonly<Record<string, string>> = {
  partials: 'the partial',
  pictures: 'the picture',
  sources: 'the note of',
  forms: 'the form of',
  'plain-forms': 'the plain form of',
  languages: 'the word',
  signatories: 'the signatory',
  enclosures: 'the enclosure',
};

/** Describes a part of an `Approvable`: "its words", "the partial greeting". */
function describePart(part: string): Message {
  const [kind = '', ...name] = part.split('/');
  const description = PARTS[part];
  if (description !== undefined) return [description];
  return [`${KINDS_OF_PARTS[kind] ?? 'the part'} `, ...say`${name.length === 0 ? part : name.join('/')}`];
}
