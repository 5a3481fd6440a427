import type { BlockOrigin, PartOrigin } from '../../../model/line-origin.ts';
import { choicesOf } from '../../../model/selection.ts';
import { fileStart, type Span } from '../../../model/span.ts';
import type { Inline } from '../../../model/tree.ts';
import { placeOf, type ExplainedLetter } from './explained-letter.ts';
import {
  type EvidenceEntry,
  evidenceOfDemand,
  evidenceOfForm,
  evidenceOfNote,
  evidenceOfNotes,
  evidenceOfProfile,
  evidenceOfRule,
} from './part-evidence.ts';
import { postalLineAt, spanOfPart } from './part-spans.ts';
import type { PreviewPart } from '../preview.ts';

/** What a part of a page is, without its place on the page. */
export type PartDescription = Pick<PreviewPart, 'name' | 'file' | 'wording' | 'rule' | 'evidence'>;

/** Describes a block of a letter. `content` is what the block prints. */
export function describePagePart(
  origin: BlockOrigin,
  content: readonly Inline[],
  explained: ExplainedLetter,
): PartDescription {
  if (!('part' in origin)) return describeText(origin.text, origin.span, content, explained);
  const body = explained.selection.body.text;
  const { subjectOrigin } = explained.letter;
  if (origin.part === 'subject')
    return { ...describeText(body, subjectOrigin.span, content, explained), name: 'subject' };
  return {
    name: origin.part,
    file: placeOf(spanOfPart(origin, explained), explained),
    wording: null,
    rule: null,
    evidence: evidenceOfPart(origin, explained),
  };
}

/** Describes a block of a text: the text with the rule that chose it, and what the rule and the block rest on. */
function describeText(
  key: string,
  span: Span,
  content: readonly Inline[],
  explained: ExplainedLetter,
): PartDescription {
  const { explanation, selection } = explained;
  const file = placeOf(span, explained);
  const text = explanation.texts.find((candidate) => candidate.text === key);
  const choice = choicesOf(selection).find((candidate) => candidate.text === key);
  if (text === undefined || choice === undefined) return { name: key, file, wording: null, rule: null, evidence: [] };
  const evidence: readonly EvidenceEntry[] = [
    ...(text.file === span.file
      ? []
      : [{ label: 'included in', text: key, file: placeOf(fileStart(text.file), explained) }]),
    ...evidenceOfRule(choice.rule.for, explained),
    ...evidenceOfDemand(text, explained),
    ...evidenceOfNotes(content, explained),
  ];
  return {
    name: text.kind === 'body' ? 'body' : `${text.kind} ${text.id}`,
    file,
    wording: text.wording,
    rule: { text: text.rule, file: placeOf(text.span, explained) ?? '' },
    evidence: withoutRepeats(evidence),
  };
}

function evidenceOfPart({ part, index }: PartOrigin, explained: ExplainedLetter): readonly EvidenceEntry[] {
  switch (part) {
    case 'note':
      return evidenceOfNote(index + 1, explained);
    case 'inside address':
      return postalLineAt(index, explained) === undefined ? evidenceOfForm(explained) : evidenceOfProfile(explained);
    case 'salutation':
    case 'close':
      return evidenceOfForm(explained);
    case 'copy':
      return evidenceOfProfile(explained);
    default:
      return [];
  }
}

/** Removes entries that are the same in all that is shown, as a source that a block cites twice. */
function withoutRepeats(entries: readonly EvidenceEntry[]): readonly EvidenceEntry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}
