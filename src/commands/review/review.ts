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

/** A merged letter with the selection that it was made from. */
interface ReviewedLetter {
  readonly selection: Selection;
  readonly letter: Letter;
}

/**
 * Letters with the same body wording and language. The first is printed whole; of the others only the differences from
 * the first are listed.
 */
type ReviewGroup = readonly [ReviewedLetter, ...ReviewedLetter[]];

/**
 * Merges all letters that the filter selects, without typesetting them, and groups them by body wording and language.
 * Letters that cannot be merged are left out; their faults are among the diagnostics.
 */
export async function reviewGroups(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): Promise<{ readonly groups: readonly ReviewGroup[]; readonly diagnostics: readonly Diagnostic[] }> {
  // Without a format that has pages, `composeLetter` merges the letter but does not typeset it.
  const planWithoutFormats: Plan = { ...plan, job: { ...plan.job, formats: [] } };
  const groups = new Map<string, [ReviewedLetter, ...ReviewedLetter[]]>();
  const diagnostics: Diagnostic[] = [];
  for await (const addressee of addressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(planWithoutFormats, selection);
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
 * The clearance copy of a group, which reviewers read instead of every letter: the first letter whole, then for each
 * recipient the differences from it. The result is itself a `Letter`, so the usual formats can write it. The labels
 * that it adds are English in every language.
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
              englishText(
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

/**
 * A heading with the recipient's id, and a list of the letter's address, texts and differences from the first letter.
 */
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
    item('Source', englishText(`${recipient.source} (${checked})`)),
  ];
  return [heading(3, recipient.id), { type: 'list', ordered: false, start: 1, children }];
}

/**
 * The keys of the texts of a letter. With `base`, the selection of the first letter, only the differences: the texts
 * that `base` lacks, and the texts of `base` that this letter lacks.
 */
function wordingItems(selection: Selection, base: Selection | undefined): readonly ListItem[] {
  const texts = wordingsOf(selection);
  const baseTexts = base === undefined ? [] : wordingsOf(base);
  const items = (label: string, keys: readonly string[]): readonly ListItem[] =>
    keys.length === 0 ? [] : [item(label, englishText(keys.join(', ')))];
  const added = texts.filter((key) => !baseTexts.includes(key));
  const omitted = baseTexts.filter((key) => !texts.includes(key));
  return [...items(base === undefined ? 'Texts' : 'Texts of its own', added), ...items('Without', omitted)];
}

/**
 * The sentences that differ in the text itself. Address, salutation, close and copies are listed separately, and
 * footnotes are left out because they follow from the citations in the text.
 */
function changesOf(base: Letter, letter: Letter): readonly SentenceChange[] {
  const body = (source: Letter): string =>
    letterWords({ ...source, insideAddress: [], salutation: '', close: '', copies: [], notes: [] });
  return diffTexts(body(base), body(letter), letter.language);
}

/** A changed sentence as inline nodes: removed words in italics, added words in bold. */
function markedChange(change: SentenceChange): readonly Inline[] {
  return change.flatMap(({ kind, text: words }, index): readonly Inline[] => {
    const space: readonly Inline[] = index === 0 ? [] : [textOf(' ')];
    if (kind === 'same') return [...space, textOf(words)];
    return [...space, { type: kind === 'removed' ? 'emphasis' : 'strong', children: [textOf(words)] }];
  });
}

function item(label: string, ...content: readonly Inline[]): ListItem {
  return { type: 'listItem', children: [paragraphOf(englishText(`${label}: `), ...content)] };
}

function heading(depth: 2 | 3, words: string): Block {
  return { type: 'heading', depth, children: [englishText(words)] };
}

function paragraphOf(...children: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children };
}

function textOf(value: string): Text {
  return { type: 'text', value };
}

/** A text node for words of the program, marked as English because the letter may be in another language. */
function englishText(value: string): Text {
  return { type: 'text', value, language: 'en' };
}
