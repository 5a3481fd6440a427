import { letterWords } from '../../languages/letter-words.ts';
import type { Data } from '../../model/data.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import type { Block, Inline, ListItem, Paragraph, Text } from '../../model/tree.ts';
import { type Plan, composeLetter } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';
import { wordingsOf } from '../../run/manifest.ts';
import { type SentenceChange, diffTexts } from '../diff/diff-texts.ts';

/** A letter of a group, and what chose it. */
interface ReviewedLetter {
  readonly selection: Selection;
  readonly letter: Letter;
}

/** The letters that share a body in a language. The first is read whole, the others by what differs. */
type ReviewGroup = readonly [ReviewedLetter, ...ReviewedLetter[]];

/** All letters that are meant, merged but not set, by body and language; and the faults of those that cannot be. */
export async function reviewGroups(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): Promise<{ readonly groups: readonly ReviewGroup[]; readonly diagnostics: readonly Diagnostic[] }> {
  const unset: Plan = { ...plan, job: { ...plan.job, formats: [] } };
  const groups = new Map<string, [ReviewedLetter, ...ReviewedLetter[]]>();
  const diagnostics: Diagnostic[] = [];
  for await (const addressee of addressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(unset, selection);
      diagnostics.push(...composed.diagnostics);
      if (!composed.ok) continue;
      const reviewed = { selection, letter: composed.value.letter };
      const name = `${selection.body.wording}.${selection.language}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [reviewed]);
      else group.push(reviewed);
    }
  }
  return { groups: [...groups.values()], diagnostics };
}

/**
 * What directors, counsel and translators read instead of fifty letters: one of them whole, then for each recipient what
 * differs. It is a letter itself, so that it is set, written and tagged as they are; our own words in it are English.
 */
export function clearanceCopy(group: ReviewGroup): Letter {
  const [first, ...others] = group;
  const { letter: base } = first;
  const { wording } = first.selection.body;
  return {
    ...base,
    id: wording,
    reference: undefined,
    insideAddress: [
      `Clearance copy: ${wording}, ${base.language}`,
      `The letter to ${base.id}, and what differs from it in ${others.length} others`,
    ],
    body: [
      ...base.body,
      paragraphOf(textOf(base.close)),
      heading(2, 'What each recipient gets'),
      ...(others.length === 0
        ? []
        : [
            paragraphOf(
              ours(
                'Of each sentence that differs, words that only the letter above has are in italics, words that only this one has in bold.',
              ),
            ),
          ]),
      ...group.flatMap((reviewed) => recipientBlocks(reviewed, first)),
    ],
    close: 'End of the clearance copy.',
    copies: [],
    title: `Clearance copy: ${base.title} (${wording}, ${base.language})`,
  };
}

function recipientBlocks({ selection, letter }: ReviewedLetter, base: ReviewedLetter): readonly Block[] {
  const { recipient } = selection;
  const isBase = selection === base.selection;
  const checked = recipient.verified === undefined ? 'checked by nobody' : `checked on ${recipient.verified}`;
  const children = [
    item('To', textOf(letter.insideAddress.join(' / '))),
    item('Salutation', textOf(letter.salutation)),
    item('Close', textOf(letter.close)),
    ...(letter.copies.length === 0 ? [] : [item('Copies', textOf(letter.copies.join(' / ')))]),
    ...wordingItems(selection, isBase ? undefined : base.selection),
    ...(isBase ? [] : changesOf(base.letter, letter).map((change) => item('Reads', ...markedChange(change)))),
    item('Source', ours(`${recipient.source} (${checked})`)),
  ];
  return [heading(3, recipient.id), { type: 'list', ordered: false, start: 1, children }];
}

/** The texts of the letter; of another than the first only those in which they differ. */
function wordingItems(selection: Selection, base: Selection | undefined): readonly ListItem[] {
  const has = wordingsOf(selection);
  const other = base === undefined ? [] : wordingsOf(base);
  const items = (label: string, keys: readonly string[]): readonly ListItem[] =>
    keys.length === 0 ? [] : [item(label, ours(keys.join(', ')))];
  const added = has.filter((key) => !other.includes(key));
  const left = other.filter((key) => !has.includes(key));
  return [...items(base === undefined ? 'Texts' : 'Texts of its own', added), ...items('Without', left)];
}

/** The sentences of the text itself; who it goes to is told apart, and notes follow from what cites them. */
function changesOf(base: Letter, letter: Letter): readonly SentenceChange[] {
  const body = (of: Letter): string =>
    letterWords({ ...of, insideAddress: [], salutation: '', close: '', copies: [], notes: [] });
  return diffTexts(body(base), body(letter), letter.language);
}

function markedChange(change: SentenceChange): readonly Inline[] {
  return change.flatMap(({ kind, text: words }, index): readonly Inline[] => {
    const space: readonly Inline[] = index === 0 ? [] : [textOf(' ')];
    if (kind === 'same') return [...space, textOf(words)];
    return [...space, { type: kind === 'removed' ? 'emphasis' : 'strong', children: [textOf(words)] }];
  });
}

function item(label: string, ...content: readonly Inline[]): ListItem {
  return { type: 'listItem', children: [paragraphOf(ours(`${label}: `), ...content)] };
}

function heading(depth: 2 | 3, words: string): Block {
  return { type: 'heading', depth, children: [ours(words)] };
}

function paragraphOf(...children: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children };
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** Words of ours: whatever the language of the letter, they are English. */
function ours(value: string): Text {
  return { type: 'text', value, language: 'en' };
}
