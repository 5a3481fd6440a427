import type { Data } from '../../model/data.ts';
import { WITHHELD } from '../../report/neutralise.ts';
import { align } from '../diff/diff-texts.ts';
import type { Difference } from './first-difference.ts';

/** A difference, and its texts as they may be shown where logs are public: without the values of the profile. */
export type ShownDifference = Difference & { readonly inPublic: PublicTexts };

/**
 * The texts of a difference without the values of the profile. A text that the difference does not have is empty:
 * `reads` for a line on a page, both if no line differs.
 */
interface PublicTexts {
  readonly reads: string;
  readonly wouldRead: string;
}

/**
 * Adds to a difference its texts without the values of the profile that the letter is made from. In the text that would
 * be written, the values are known, and the words of templates remain. In the text that is there, an earlier value is
 * not known: the words that differ are hidden, and those in the places of known values.
 */
export function hideValues(difference: Difference | undefined, profile: Data): ShownDifference | undefined {
  if (difference === undefined) return undefined;
  if (difference.kind === 'unseen') return { ...difference, inPublic: { reads: '', wouldRead: '' } };
  const values = printedValues(profile).map(splitIntoWords);
  const newWords = splitIntoWords(difference.wouldRead);
  const hiddenNew = findValues(newWords, values);
  const wouldRead = withoutWords(difference.wouldRead, newWords, hiddenNew);
  if (difference.kind === 'page') return { ...difference, inPublic: { reads: '', wouldRead } };
  const oldWords = splitIntoWords(difference.reads);
  const hiddenOld = new Set([...findValues(oldWords, values), ...hiddenByComparison(oldWords, newWords, hiddenNew)]);
  return { ...difference, inPublic: { reads: withoutWords(difference.reads, oldWords, hiddenOld), wouldRead } };
}

/** Returns a difference as it is printed for programs, in public or not. */
export function differenceFields(
  difference: ShownDifference | undefined,
  { showValues }: { readonly showValues: boolean },
): Difference | undefined {
  if (difference === undefined) return undefined;
  const { inPublic, ...shown } = difference;
  if (showValues || shown.kind === 'unseen') return shown;
  return shown.kind === 'line' ? { ...shown, ...inPublic } : { ...shown, wouldRead: inPublic.wouldRead };
}

/** A word of a line, and where it is. */
interface Word {
  /** In lower case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a line into words: runs of letters and digits. Punctuation and the backslashes of Markdown separate them. */
function splitIntoWords(line: string): readonly Word[] {
  return [...line.normalize().matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: text, index }) => ({
    text: text.toLowerCase(),
    start: index,
    end: index + text.length,
  }));
}

/** The keys of profiles whose values choose texts and are not printed themselves, so that common words stay visible. */
const UNPRINTED_KEYS = ['id', 'roles', 'state', 'languages', 'rank', 'gender', 'since', 'until', 'verified', 'source'];

/** Returns the values of a profile that a letter may print. Each name of a person is also a value by itself. */
function printedValues(data: Data, key = ''): readonly string[] {
  if (data.kind === 'list') return data.items.flatMap((item) => printedValues(item, key));
  if (data.kind === 'fields')
    return data.entries
      .filter((entry) => !UNPRINTED_KEYS.includes(entry.key))
      .flatMap((entry) => printedValues(entry.value, entry.key));
  const names = key === 'name' ? data.text.split(/\s+/u).filter((name) => /^\p{Lu}\p{L}/u.test(name)) : [];
  return [data.text, ...names];
}

/**
 * Returns the indices of the words of a line that are in a value, or in the part of one that the line begins or ends
 * with.
 */
function findValues(words: readonly Word[], values: readonly (readonly Word[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const value of values) {
    if (value.length === 0) continue;
    for (let offset = 1 - value.length; offset < words.length; offset += 1) {
      const [from, to] = [Math.max(0, offset), Math.min(words.length, offset + value.length)];
      const isThere = words.slice(from, to).every(({ text }, position) => {
        const index = from + position;
        const valueText = value[index - offset]?.text ?? '';
        return text === valueText || isPartOfWord(text, valueText, index === 0, index === words.length - 1);
      });
      if (isThere) for (let index = from; index < to; index += 1) found.add(index);
    }
  }
  return found;
}

/** The minimum length of a part of a word that a line begins or ends with, which a hyphen divides. */
const MIN_PART_LENGTH = 3;

function isPartOfWord(text: string, word: string, isFirst: boolean, isLast: boolean): boolean {
  if (text.length < MIN_PART_LENGTH) return false;
  return (isFirst && word.endsWith(text)) || (isLast && word.startsWith(text));
}

/** Returns the indices of the old words that differ from the new ones, or that are in the place of hidden new words. */
function hiddenByComparison(
  oldWords: readonly Word[],
  newWords: readonly Word[],
  hiddenNew: ReadonlySet<number>,
): readonly number[] {
  const hidden: number[] = [];
  let [oldIndex, newIndex] = [0, 0];
  for (const hunk of align(
    oldWords.map(({ text }) => text),
    newWords.map(({ text }) => text),
  )) {
    if (hunk.kind === 'changed') {
      hidden.push(...hunk.before.map((_, position) => oldIndex + position));
      [oldIndex, newIndex] = [oldIndex + hunk.before.length, newIndex + hunk.after.length];
      continue;
    }
    for (const _ of hunk.items) {
      if (hiddenNew.has(newIndex)) hidden.push(oldIndex);
      [oldIndex, newIndex] = [oldIndex + 1, newIndex + 1];
    }
  }
  return hidden;
}

/** Returns a line with each run of these words, and what is between them, replaced by `WITHHELD`. */
function withoutWords(line: string, words: readonly Word[], hidden: ReadonlySet<number>): string {
  const normalised = line.normalize();
  let [text, end] = ['', 0];
  words.forEach((word, index) => {
    if (!hidden.has(index)) return;
    const continuesRun = hidden.has(index - 1);
    text += continuesRun ? '' : `${normalised.slice(end, word.start)}${WITHHELD}`;
    end = word.end;
  });
  return text + normalised.slice(end);
}
