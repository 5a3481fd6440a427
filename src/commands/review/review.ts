import { wordsOf } from '../../languages/letter-words.ts';
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
interface ReviewGroup {
  /** `minister.en`: the wording of the body, and the language. */
  readonly name: string;
  readonly letters: readonly [ReviewedLetter, ...ReviewedLetter[]];
}

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
  return { groups: [...groups].map(([name, letters]) => ({ name, letters })), diagnostics };
}

/**
 * What directors, counsel and translators read instead of fifty letters: one of them whole, then for each recipient what
 * differs. It is a letter itself, so that it is set, written and tagged as they are; our own words in it are English.
 */
export function clearanceCopy({ name, letters }: ReviewGroup): Letter {
  const [{ letter: base }, ...others] = letters;
  const [wording = name] = name.split('.');
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
      paragraph(text(base.close)),
      heading(2, 'What each recipient gets'),
      ...(others.length === 0
        ? []
        : [
            paragraph(
              ours(
                'Of each sentence that differs, words that only the letter above has are in italics, words that only this one has in bold.',
              ),
            ),
          ]),
      ...letters.flatMap((reviewed) => recipientBlocks(reviewed, letters[0])),
    ],
    close: 'End of the clearance copy.',
    copies: [],
    title: `Clearance copy: ${base.title} (${wording}, ${base.language})`,
  };
}

function recipientBlocks({ selection, letter }: ReviewedLetter, base: ReviewedLetter): readonly Block[] {
  const { recipient } = selection;
  const isBase = selection === base.selection;
  const facts: readonly (readonly [label: string, content: readonly Inline[]])[] = [
    ['To', [text(letter.insideAddress.join(' / '))]],
    ['Salutation', [text(letter.salutation)]],
    ['Close', [text(letter.close)]],
    ...(letter.copies.length === 0 ? [] : [['Copies', [text(letter.copies.join(' / '))]] as const]),
    ...wordingFacts(selection, isBase ? undefined : base.selection),
    ...(isBase ? [] : changesOf(base.letter, letter).map((change) => ['Reads', marked(change)] as const)),
    [
      'Source',
      [
        ours(
          `${recipient.source} (${recipient.verified === undefined ? 'checked by nobody' : `checked on ${recipient.verified}`})`,
        ),
      ],
    ],
  ];
  const list: Block = {
    type: 'list',
    ordered: false,
    start: 1,
    children: facts.map(([label, content]) => item(label, content)),
  };
  return [heading(3, recipient.id), list];
}

/** The texts of the letter; of another than the first only those in which they differ. */
function wordingFacts(
  selection: Selection,
  base: Selection | undefined,
): readonly (readonly [string, readonly Inline[]])[] {
  const has = wordingsOf(selection);
  const other = base === undefined ? [] : wordingsOf(base);
  const fact = (label: string, keys: readonly string[]): readonly (readonly [string, readonly Inline[]])[] =>
    keys.length === 0 ? [] : [[label, [ours(keys.join(', '))]]];
  const added = has.filter((key) => !other.includes(key));
  const left = other.filter((key) => !has.includes(key));
  return [...fact(base === undefined ? 'Texts' : 'Texts of its own', added), ...fact('Without', left)];
}

/** The sentences of the text itself; who it goes to is told apart, and notes follow from what cites them. */
function changesOf(base: Letter, letter: Letter): readonly SentenceChange[] {
  const body = (of: Letter): string =>
    wordsOf({ ...of, insideAddress: [], salutation: '', close: '', copies: [], notes: [] });
  return diffTexts(body(base), body(letter), letter.language);
}

function marked(change: SentenceChange): readonly Inline[] {
  return change.flatMap(({ kind, text: words }, index): readonly Inline[] => {
    const space: readonly Inline[] = index === 0 ? [] : [text(' ')];
    if (kind === 'same') return [...space, text(words)];
    return [...space, { type: kind === 'removed' ? 'emphasis' : 'strong', children: [text(words)] }];
  });
}

function item(label: string, content: readonly Inline[]): ListItem {
  return { type: 'listItem', children: [paragraph(ours(`${label}: `), ...content)] };
}

function heading(depth: 2 | 3, words: string): Block {
  return { type: 'heading', depth, children: [ours(words)] };
}

function paragraph(...children: readonly Inline[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): Text {
  return { type: 'text', value };
}

/** Words of ours: whatever the language of the letter, they are English. */
function ours(value: string): Text {
  return { type: 'text', value, language: 'en' };
}
