import type { Language } from '../../model/language.ts';

/**
 * Consecutive words that are in both texts, or only in the first (`removed`) or the second (`added`), joined by spaces.
 */
export interface DiffSpan {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A word diff of a changed sentence. A sentence that was added or removed as a whole is a single span. */
export type SentenceChange = readonly DiffSpan[];

/** Compares two Markdown letters by sentence. Returns a word diff for each sentence that differs. */
export function diffTexts(before: string, after: string, language: Language): readonly SentenceChange[] {
  if (before === after) return [];
  return align(splitSentences(before, language), splitSentences(after, language)).flatMap((hunk) =>
    hunk.kind === 'same' ? [] : diffPairs(hunk.before, hunk.after),
  );
}

/**
 * Splits Markdown into sentences, trimmed, without empty ones. Each line is split on its own, after removal of the
 * backslash of a hard line break, with the sentence boundaries of Unicode Standard Annex 29 for the language.
 */
function splitSentences(markdown: string, language: Language): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return markdown
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line.replace(/\\$/u, ''))].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** Pairs removed and added sentences by index; sentences without a counterpart are removed or added as a whole. */
function diffPairs(before: readonly string[], after: readonly string[]): readonly SentenceChange[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => diffWords(before[index] ?? '', after[index] ?? ''));
}

function diffWords(before: string, after: string): SentenceChange {
  return align(splitWords(before), splitWords(after)).flatMap((hunk): readonly DiffSpan[] =>
    hunk.kind === 'same'
      ? [{ kind: 'same', text: hunk.items.join(' ') }]
      : [...diffSpan('removed', hunk.before), ...diffSpan('added', hunk.after)],
  );
}

function diffSpan(kind: DiffSpan['kind'], words: readonly string[]): readonly DiffSpan[] {
  return words.length === 0 ? [] : [{ kind, text: words.join(' ') }];
}

function splitWords(sentence: string): readonly string[] {
  return sentence.split(/\s+/u).filter((word) => word !== '');
}

/** A part of the alignment of two sequences: common items, or items of the first replaced by items of the second. */
type Hunk<T> =
  | { readonly kind: 'same'; readonly items: readonly T[] }
  | { readonly kind: 'changed'; readonly before: readonly T[]; readonly after: readonly T[] };

/** Aligns two sequences by a longest common subsequence (LCS). Common prefix and suffix are split off first. */
export function align<T>(before: readonly T[], after: readonly T[]): readonly Hunk<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const hunks = [
    ...sameHunk(before.slice(0, start)),
    ...alignMiddle(a, b, commonLengths(a, b)),
    ...sameHunk(before.slice(before.length - end)),
  ];
  return hunks;
}

/** The LCS table: the result maps (i, j) to the length of an LCS of `a.slice(i)` and `b.slice(j)`. */
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

/** Walks through the LCS table `common` from the start, alternating common and changed hunks. */
function alignMiddle<T>(
  a: readonly T[],
  b: readonly T[],
  common: (i: number, j: number) => number,
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
      if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) i += 1;
      else j += 1;
    }
    hunks.push({ kind: 'changed', before: a.slice(fromA, i), after: b.slice(fromB, j) });
  }
  return hunks;
}

/** A hunk of common items; none for an empty list. */
function sameHunk<T>(items: readonly T[]): readonly Hunk<T>[] {
  return items.length === 0 ? [] : [{ kind: 'same', items }];
}
