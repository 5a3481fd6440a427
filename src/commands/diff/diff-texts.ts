import type { Language } from '../../model/language.ts';

/**
 * Consecutive words, joined by spaces, that are in both texts (`same`), only in the first (`removed`) or only in the
 * second (`added`).
 */
export interface DiffSpan {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The word diff of a changed sentence. A sentence that only one of the texts has is a single span. */
export type SentenceChange = readonly DiffSpan[];

/** Compares two Markdown letters by sentence. Returns a word diff for each sentence that differs. */
export function diffTexts(before: string, after: string, language: Language): readonly SentenceChange[] {
  if (before === after) return [];
  return align(splitSentences(before, language), splitSentences(after, language)).flatMap((hunk) =>
    hunk.kind === 'same' ? [] : diffPairs(hunk.before, hunk.after),
  );
}

/**
 * Splits Markdown into sentences, which are trimmed and not empty. Lines are split separately, at the sentence
 * boundaries of Unicode Standard Annex 29 for the language. The backslash of a hard line break is removed.
 */
function splitSentences(markdown: string, language: Language): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return markdown
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line.replace(/\\$/u, ''))].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** Compares sentences pairwise by index. A sentence without a counterpart is removed or added as a whole. */
function diffPairs(before: readonly string[], after: readonly string[]): readonly SentenceChange[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => diffWords(before[index] ?? '', after[index] ?? ''));
}

function diffWords(before: string, after: string): SentenceChange {
  return align(splitWords(before), splitWords(after)).flatMap((hunk): readonly DiffSpan[] =>
    hunk.kind === 'same'
      ? [{ kind: 'same', text: hunk.items.join(' ') }]
      : [...spanOfWords('removed', hunk.before), ...spanOfWords('added', hunk.after)],
  );
}

/** Returns a span of these words, or no span if there are none. */
function spanOfWords(kind: DiffSpan['kind'], words: readonly string[]): readonly DiffSpan[] {
  return words.length === 0 ? [] : [{ kind, text: words.join(' ') }];
}

function splitWords(sentence: string): readonly string[] {
  return sentence.split(/\s+/u).filter((word) => word !== '');
}

/** A part of the alignment of two sequences: common items, or items of the first replaced by items of the second. */
type Hunk<T> =
  | { readonly kind: 'same'; readonly items: readonly T[] }
  | { readonly kind: 'changed'; readonly before: readonly T[]; readonly after: readonly T[] };

/** Aligns two sequences by a longest common subsequence (LCS), after splitting off a common prefix and suffix. */
export function align<T>(before: readonly T[], after: readonly T[]): readonly Hunk<T>[] {
  let prefixLength = 0;
  while (prefixLength < before.length && prefixLength < after.length && before[prefixLength] === after[prefixLength])
    prefixLength += 1;
  let suffixLength = 0;
  const maxSuffixLength = Math.min(before.length, after.length) - prefixLength;
  while (suffixLength < maxSuffixLength && before.at(-1 - suffixLength) === after.at(-1 - suffixLength))
    suffixLength += 1;
  const [a, b] = [
    before.slice(prefixLength, before.length - suffixLength),
    after.slice(prefixLength, after.length - suffixLength),
  ];
  const hunks = [
    ...sameHunk(before.slice(0, prefixLength)),
    ...alignMiddle(a, b, commonLengths(a, b)),
    ...sameHunk(before.slice(before.length - suffixLength)),
  ];
  return hunks;
}

/** Computes the LCS table. Returns a function from (i, j) to the length of an LCS of `a.slice(i)` and `b.slice(j)`. */
function commonLengths<T>(a: readonly T[], b: readonly T[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  return lengthAt;
}

/** Walks through the LCS table `commonLength` from (0, 0), and returns common and changed hunks in alternation. */
function alignMiddle<T>(
  a: readonly T[],
  b: readonly T[],
  commonLength: (i: number, j: number) => number,
): readonly Hunk<T>[] {
  const hunks: Hunk<T>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j];
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    if (i > fromA) {
      hunks.push({ kind: 'same', items: a.slice(fromA, i) });
      continue;
    }
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && commonLength(i + 1, j) >= commonLength(i, j + 1))) i += 1;
      else j += 1;
    }
    hunks.push({ kind: 'changed', before: a.slice(fromA, i), after: b.slice(fromB, j) });
  }
  return hunks;
}

/** Returns a hunk of common items, or no hunk for an empty list. */
function sameHunk<T>(items: readonly T[]): readonly Hunk<T>[] {
  return items.length === 0 ? [] : [{ kind: 'same', items }];
}
