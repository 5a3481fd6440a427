import type { Language } from '../../model/language.ts';
import { align } from './align.ts';

/** Words that both texts have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A sentence that changed: its words, before and after in one. A sentence that came or went is one piece. */
export type SentenceChange = readonly Piece[];

/** The sentences that differ between two Markdown letters, each by its words. */
export function diffTexts(before: string, after: string, language: Language): readonly SentenceChange[] {
  if (before === after) return [];
  return align(sentencesOf(before, language), sentencesOf(after, language)).flatMap((stretch) =>
    stretch.kind === 'same' ? [] : inPairs(stretch.before, stretch.after),
  );
}

/** Line by line, without the mark of a line break: a line is a paragraph; sentences end where the language ends them. */
function sentencesOf(markdown: string, language: Language): readonly string[] {
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
  return align(wordsOf(before), wordsOf(after)).flatMap((stretch): readonly Piece[] =>
    stretch.kind === 'same'
      ? [{ kind: 'same', text: stretch.items.join(' ') }]
      : [...pieceOf('removed', stretch.before), ...pieceOf('added', stretch.after)],
  );
}

function pieceOf(kind: Piece['kind'], words: readonly string[]): readonly Piece[] {
  return words.length === 0 ? [] : [{ kind, text: words.join(' ') }];
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.split(/\s+/u).filter((word) => word !== '');
}
