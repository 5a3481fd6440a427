import type { CoverText } from '../../merge/merge-cover.ts';
import type { Conventions } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { letterWords, wordsOfBlocks } from '../../languages/letter-words.ts';
import { appendAll } from '../../model/append-all.ts';
import type { Data } from '../../model/data.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { figuresOf } from '../../model/letter-pictures.ts';
import type { Locales } from '../../model/locale-data.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Recipient } from '../../model/recipient.ts';
import type { Selection } from '../../model/selection.ts';
import { type Block, type Inline, type ListItem, type Paragraph, plainText, type Text } from '../../model/tree.ts';
import { composeLetter, makeCover } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import { selectAddressees } from '../../run/addressees.ts';
import type { Filter } from '../../run/filter.ts';
import { selectedTextKeys } from '../../run/manifest.ts';
import { type SentenceChange, diffTexts } from '../diff/diff-texts.ts';

/** A merged letter with the selection that it was made from, and the text of the e-mail with it, if there is one. */
interface ReviewedLetter {
  readonly selection: Selection;
  readonly letter: Letter;
  readonly cover: CoverText | undefined;
}

/**
 * Letters with the same wording of the body and the same language. The clearance copy has the whole text of the first
 * letter, and only the differences of the other letters from the first.
 */
type ReviewGroup = readonly [ReviewedLetter, ...ReviewedLetter[]];

/**
 * Merges all letters that the filter selects, and groups them by wording of the body and language. The letters are not
 * typeset. Letters that cannot be merged are left out, and their faults are among the diagnostics.
 */
export async function collectReviewGroups(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
): Promise<{ readonly groups: readonly ReviewGroup[]; readonly diagnostics: readonly Diagnostic[] }> {
  // Without a format that has pages, `composeLetter` merges the letter but does not typeset it.
  const planWithoutFormats: Plan = { ...plan, job: { ...plan.job, formats: [] } };
  const groups = new Map<string, [ReviewedLetter, ...ReviewedLetter[]]>();
  const diagnostics: Diagnostic[] = [];
  for await (const addressee of selectAddressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') appendAll(diagnostics, addressee.faults);
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      const composed = await composeLetter(planWithoutFormats, selection);
      const cover = makeCover(plan, selection);
      diagnostics.push(...composed.diagnostics, ...cover.diagnostics);
      if (!composed.ok || !cover.ok) continue;
      const reviewed = { selection, letter: composed.value.letter, cover: cover.value };
      const groupKey = `${selection.body.wording}.${selection.language}`;
      const group = groups.get(groupKey);
      if (group === undefined) groups.set(groupKey, [reviewed]);
      else group.push(reviewed);
    }
  }
  return { groups: [...groups.values()], diagnostics };
}

/**
 * Builds the clearance copy of a group: the document that reviewers read instead of every letter. It has the whole text
 * of the first letter, then the differences of each recipient's letter from it. It is a `Letter` itself, so that the
 * usual formats can write it. Its labels are English in every language. `locales` are those of the campaign.
 */
export function clearanceCopy(group: ReviewGroup, locales: Locales): Letter {
  const [first, ...otherLetters] = group;
  const { letter: baseLetter } = first;
  const conventions = conventionsOf(baseLetter.language, locales);
  const { wording } = first.selection.body;
  return {
    ...baseLetter,
    id: wording,
    references: [],
    insideAddress: [
      textOf(`Clearance copy: ${wording}, ${baseLetter.language}`),
      textOf(`The letter to ${baseLetter.id}, and what differs from it in ${otherLetters.length} others`),
    ],
    body: [
      ...baseLetter.body,
      paragraphOf(baseLetter.close),
      ...baseLetter.postScriptum,
      ...coverBlocks(first),
      heading(2, 'What each recipient gets'),
      ...(otherLetters.length === 0
        ? []
        : [
            paragraphOf(
              englishText(
                'Of each sentence that differs, words that only the letter above has are in italics, words that only this one has in bold.',
              ),
            ),
          ]),
      ...group.flatMap((reviewed) => recipientBlocks(reviewed, first, conventions)),
    ],
    close: textOf('End of the clearance copy.'),
    postScriptum: [],
    copies: [],
    title: `Clearance copy: ${baseLetter.title} (${wording}, ${baseLetter.language})`,
  };
}

/** Builds the part of the clearance copy with the text of the e-mail to the first recipient. */
function coverBlocks({ cover }: ReviewedLetter): readonly Block[] {
  if (cover === undefined) return [];
  const subject = paragraphOf(englishText('Subject: '), ...cover.subject);
  return [heading(2, 'The e-mail with it'), subject, ...cover.blocks];
}

/**
 * Builds a heading with the recipient's id, and a list of address, texts and differences from the first letter
 * (`base`).
 */
function recipientBlocks(reviewed: ReviewedLetter, base: ReviewedLetter, conventions: Conventions): readonly Block[] {
  const { selection, letter } = reviewed;
  const { recipient } = selection;
  const isBase = selection === base.selection;
  const children = [
    labelledItem('To', textOf(letter.insideAddress.map(({ value }) => value).join(' / '))),
    labelledItem('Salutation', letter.salutation),
    labelledItem('Close', letter.close),
    ...(letter.references.length === 0 ? [] : [labelledItem('References', textOf(referenceWords(letter)))]),
    ...(letter.copies.length === 0 ? [] : [labelledItem('Copies', textOf(letter.copies.join(' / ')))]),
    ...enclosureItems(letter),
    ...(isBase ? pictureItems(letter) : []),
    ...wordingItems(selection, isBase ? undefined : base.selection),
    ...(isBase
      ? []
      : changesOf(base.letter, letter, conventions).map((change) => labelledItem('Reads', ...markedChange(change)))),
    ...coverItems(reviewed, isBase ? undefined : base),
    labelledItem('Source', englishText(sourceWords(recipient))),
  ];
  return [heading(3, recipient.id), { type: 'list', ordered: false, start: 1, children }];
}

/** Names the text of the e-mail to a recipient, and lists how it differs from that to the first (`base`). */
function coverItems({ selection, cover }: ReviewedLetter, base: ReviewedLetter | undefined): readonly ListItem[] {
  const changes = base === undefined ? [] : diffTexts(coverWords(base.cover), coverWords(cover), selection.language);
  return [
    ...(selection.cover === undefined ? [] : [labelledItem('E-mail', englishText(selection.cover.text))]),
    ...changes.map((change) => labelledItem('The e-mail reads', ...markedChange(change))),
  ];
}

function coverWords(cover: CoverText | undefined): string {
  return cover === undefined ? '' : `${plainText(cover.subject)}\n${wordsOfBlocks(cover.blocks)}`;
}

/** Names the files that are sent with a letter, which are in `enclosures/` beside the copy. */
function enclosureItems({ enclosures }: Letter): readonly ListItem[] {
  const names = new Set(enclosures.flatMap(({ file }) => file?.name ?? []));
  return names.size === 0 ? [] : [labelledItem('Files enclosed', textOf([...names].join(', ')))];
}

/** Lists the pictures of a letter with their words, which its pages do not show. */
function pictureItems(letter: Letter): readonly ListItem[] {
  return figuresOf(letter).map(({ picture, alternative }) =>
    labelledItem(
      'Picture',
      englishText(`${picture.file}, read out as: `),
      alternative === undefined ? englishText('nothing, as it is decorative') : textOf(alternative),
    ),
  );
}

function referenceWords({ references }: Letter): string {
  return references.map(({ label, value }) => `${label} ${value.value}`).join(' / ');
}

function sourceWords({ source = 'not stated', verified }: Recipient): string {
  if (verified === undefined) return source;
  return `${source} (${verified === false ? 'checked by nobody' : `checked on ${verified}`})`;
}

/**
 * Lists the keys of the texts of the first letter (`baseSelection` undefined). For another letter, lists only the
 * differences from the first letter: the texts that only this letter has, and those that only the first has.
 */
function wordingItems(selection: Selection, baseSelection: Selection | undefined): readonly ListItem[] {
  const texts = selectedTextKeys(selection);
  const baseTexts = baseSelection === undefined ? [] : selectedTextKeys(baseSelection);
  const items = (label: string, keys: readonly string[]): readonly ListItem[] =>
    keys.length === 0 ? [] : [labelledItem(label, englishText(keys.join(', ')))];
  const added = texts.filter((key) => !baseTexts.includes(key));
  const omitted = baseTexts.filter((key) => !texts.includes(key));
  return [...items(baseSelection === undefined ? 'Texts' : 'Texts of its own', added), ...items('Without', omitted)];
}

/**
 * Returns the differences between the sentences of two letters. Address, salutation, close, references and copies are
 * left out because they are listed separately, and footnotes because they follow from the citations in the text.
 */
function changesOf(baseLetter: Letter, letter: Letter, conventions: Conventions): readonly SentenceChange[] {
  const bodyWords = (source: Letter): string =>
    letterWords(
      {
        ...source,
        references: [],
        insideAddress: [],
        salutation: textOf(''),
        close: textOf(''),
        copies: [],
        notes: [],
      },
      conventions,
    );
  return diffTexts(bodyWords(baseLetter), bodyWords(letter), letter.language);
}

/** Converts a changed sentence to inline nodes: removed words in italics, added words in bold. */
function markedChange(change: SentenceChange): readonly Inline[] {
  return change.flatMap(({ kind, text: words }, index): readonly Inline[] => {
    const space: readonly Inline[] = index === 0 ? [] : [textOf(' ')];
    if (kind === 'same') return [...space, textOf(words)];
    return [...space, { type: kind === 'removed' ? 'emphasis' : 'strong', children: [textOf(words)] }];
  });
}

function labelledItem(label: string, ...content: readonly Inline[]): ListItem {
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

/** Creates a text node for words of the program, marked as English because the letter may be in another language. */
function englishText(value: string): Text {
  return { type: 'text', value, language: 'en' };
}
