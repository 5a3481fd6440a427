import type { Language } from '../../model/language.ts';

/** Words that both texts have, or only one of them. */
export interface DiffSpan {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A sentence that changed: its words, before and after in one. A sentence that came or went is one piece. */
export type SentenceChange = readonly DiffSpan[];

/** The sentences that differ between two Markdown letters, each by its words. */
export function diffTexts(before: string, after: string, language: Language): readonly SentenceChange[] {
  if (before === after) return [];
  return align(splitSentences(before, language), splitSentences(after, language)).flatMap((stretch) =>
    stretch.kind === 'same' ? [] : inPairs(stretch.before, stretch.after),
  );
}

/** Line by line, without the mark of a line break: a line is a paragraph; sentences end where the language ends them. */
function splitSentences(markdown: string, language: Language): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return markdown
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line.replace(/\\$/u, ''))].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** What stands in each other's place is one change; what is left over came or went. */
function inPairs(before: readonly string[], after: readonly string[]): readonly SentenceChange[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => diffWords(before[index] ?? '', after[index] ?? ''));
}

function diffWords(before: string, after: string): SentenceChange {
  return align(splitWords(before), splitWords(after)).flatMap((stretch): readonly DiffSpan[] =>
    stretch.kind === 'same'
      ? [{ kind: 'same', text: stretch.items.join(' ') }]
      : [...diffSpan('removed', stretch.before), ...diffSpan('added', stretch.after)],
  );
}

function diffSpan(kind: DiffSpan['kind'], words: readonly string[]): readonly DiffSpan[] {
  return words.length === 0 ? [] : [{ kind, text: words.join(' ') }];
}

function splitWords(sentence: string): readonly string[] {
  return sentence.split(/\s+/u).filter((word) => word !== '');
}

/** A stretch of two sequences: what both have, or what the first lost and the second has in its place. */
type Hunk<T> =
  | { readonly kind: 'same'; readonly items: readonly T[] }
  | { readonly kind: 'changed'; readonly before: readonly T[]; readonly after: readonly T[] };

/** Two sequences beside each other, with as much in common as there is (a longest common subsequence). */
export function align<T>(before: readonly T[], after: readonly T[]): readonly Hunk<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const stretches = [
    ...same(before.slice(0, start)),
    ...alignMiddle(a, b, commonLengths(a, b)),
    ...same(before.slice(before.length - end)),
  ];
  return stretches;
}

/** How many items two sequences have in common from each pair of places on. */
function commonLengths<T>(a: readonly T[], b: readonly T[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function alignMiddle<T>(
  a: readonly T[],
  b: readonly T[],
  common: (i: number, j: number) => number,
): readonly Hunk<T>[] {
  const stretches: Hunk<T>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromA, fromB] = [i, j];
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    if (i > fromA) {
      stretches.push({ kind: 'same', items: a.slice(fromA, i) });
      continue;
    }
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) i += 1;
      else j += 1;
    }
    stretches.push({ kind: 'changed', before: a.slice(fromA, i), after: b.slice(fromB, j) });
  }
  return stretches;
}

function same<T>(items: readonly T[]): readonly Hunk<T>[] {
  return items.length === 0 ? [] : [{ kind: 'same', items }];
}
