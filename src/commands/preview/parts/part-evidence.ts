import { factsIn, fieldsIn, groupsIn } from '../../../model/condition-leaves.ts';
import type { Condition } from '../../../model/condition.ts';
import type { Inline } from '../../../model/tree.ts';
import type { ExplainedText } from '../../explain/explanation.ts';
import { factEntry, membershipEntry } from '../../explain/text.ts';
import { placeOf, type ExplainedLetter } from './explained-letter.ts';
import { spanInProfile } from './profile-span.ts';
import type { PreviewPart } from '../preview.ts';

/** What supports a part of a letter: a label, the words, and where they are stated. */
export type EvidenceEntry = PreviewPart['evidence'][number];

/** Returns the facts, groups and fields that the rule of a text tests and that are recorded for the recipient. */
export function evidenceOfRule(condition: Condition, explained: ExplainedLetter): readonly EvidenceEntry[] {
  const { explanation, selection } = explained;
  const facts = new Set(factsIn(condition));
  const groups = new Set(groupsIn(condition));
  const fields = new Set(fieldsIn(condition));
  return [
    ...explanation.groups
      .filter(({ name }) => groups.has(name))
      .map(membershipEntry)
      .map(({ words, span }) => ({ label: 'group', text: words, file: placeOf(span, explained) })),
    ...explanation.facts
      .filter(({ name }) => facts.has(name))
      .map(factEntry)
      .map(({ words, span }) => ({ label: 'fact', text: words, file: placeOf(span, explained) })),
    ...explanation.fields
      .filter(({ name }) => fields.has(name))
      .map(({ name, value, meaning }) => ({
        label: 'field',
        text: `${name}: ${value} (${meaning})`,
        file: placeOf(selection.recipient.span, explained),
      })),
  ];
}

/** Returns the powers by which the recipient can do what a text asks, and the sources on which it rests. */
export function evidenceOfDemand(
  { powers, sources }: ExplainedText,
  explained: ExplainedLetter,
): readonly EvidenceEntry[] {
  return [
    ...powers.map(({ name, meaning, rule, span }) => ({
      label: 'power',
      text: name === null ? `none needed: ${meaning}` : `${name}: ${meaning}; held by ${rule ?? ''}`,
      file: placeOf(span, explained),
    })),
    ...sources.map(({ key }) => sourceEntry(key, undefined, explained)),
  ];
}

/** Returns the sources that the marks of notes in a content cite. */
export function evidenceOfNotes(content: readonly Inline[], explained: ExplainedLetter): readonly EvidenceEntry[] {
  return numbersOfMarks(content).flatMap((number) => evidenceOfNote(number, explained));
}

/** Returns the source of a note, of which the number counts from 1. */
export function evidenceOfNote(number: number, explained: ExplainedLetter): readonly EvidenceEntry[] {
  const note = explained.letter.notes[number - 1];
  return note === undefined ? [] : [sourceEntry(note.source, note.pinpoint, explained)];
}

/** Returns the source of the form of address of a letter. */
export function evidenceOfForm(explained: ExplainedLetter): readonly EvidenceEntry[] {
  const { form } = explained.explanation;
  if (form === null || form.source === null) return [];
  const { rank, source, span } = form;
  const words = rank === null ? source : `${rank}: ${source}`;
  return [{ label: 'form of address', text: words, file: placeOf(span ?? undefined, explained) }];
}

/** Returns where the data of the profile were found. */
export function evidenceOfProfile(explained: ExplainedLetter): readonly EvidenceEntry[] {
  const { source } = explained.selection.recipient;
  if (source === undefined) return [];
  return [{ label: 'source', text: source, file: placeOf(spanInProfile(explained, ['source']), explained) }];
}

function sourceEntry(key: string, pinpoint: string | undefined, explained: ExplainedLetter): EvidenceEntry {
  const source = explained.plan.campaign.sources.get(key);
  const place = pinpoint === undefined ? '' : `, ${pinpoint}`;
  const date = source?.date === undefined ? '' : ` of ${source.date}`;
  return { label: 'source', text: `${key}${date}${place}`, file: placeOf(source?.span, explained) };
}

function numbersOfMarks(content: readonly Inline[]): readonly number[] {
  return content.flatMap((node) => {
    if (node.type === 'footnoteReference') return [Number(node.identifier)];
    return 'children' in node ? numbersOfMarks(node.children) : [];
  });
}
