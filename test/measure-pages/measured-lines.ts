import { outputOf } from '../conformance/tools.ts';

/** A word of a PDF with its position, in points from the top left corner of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Measures of a justified paragraph. */
export interface LineMeasures {
  readonly lines: number;
  /** The widest space between words, as a multiple of the font's space. */
  readonly loosest: number;
  /** The number of lines that end with a hyphen, be it of a word or of hyphenation. */
  readonly hyphens: number;
  /** The number of lines that are longer than the measure and what may hang in the margins. */
  readonly overfull: number;
  /**
   * The sum of 100 |r|³ over all lines, where r is 1 for spaces that are half wider, and −1 for spaces a third
   * narrower.
   */
  readonly badness: number;
}

/** The words of a PDF, as poppler finds them. */
export async function placedWords(file: string): Promise<readonly PlacedWord[]> {
  const pages = (await outputOf('pdftotext', ['-bbox', file, '-'])).split('<page ').slice(1);
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  return pages.flatMap((page, index) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
      text,
      page: index,
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  );
}

/** Groups words into lines, each from left to right. */
export function linesOf(words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] {
  const lines = new Map<string, PlacedWord[]>();
  for (const word of words) {
    const lineKey = `${word.page} ${word.bottom.toFixed(1)}`;
    lines.set(lineKey, [...(lines.get(lineKey) ?? []), word]);
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.left - b.left));
}

/**
 * Measures the lines of a paragraph except its last, which is not justified. `space` is the width of the font's space
 * in points.
 */
export function measureLines(lines: readonly (readonly PlacedWord[])[], measure: number, space: number): LineMeasures {
  const justified = lines.slice(0, -1).map((line) => {
    const first = line[0]?.left ?? 0;
    const last = line.at(-1);
    const letters = line.reduce((sum, { left, right }) => sum + right - left, 0);
    const gaps = line.length - 1;
    const extent = (last?.right ?? 0) - first;
    const gap = gaps === 0 ? 1 : (extent - letters) / gaps / space;
    return {
      gap,
      endsWithHyphen: /[-\u00AD\u2010]$/.test(last?.text ?? ''),
      isOverfull: extent > measure + GREATEST_HANG,
    };
  });
  return {
    lines: lines.length,
    loosest: Math.max(...justified.map(({ gap }) => gap)),
    hyphens: justified.filter(({ endsWithHyphen }) => endsWithHyphen).length,
    overfull: justified.filter(({ isOverfull }) => isOverfull).length,
    badness: justified.reduce((sum, { gap }) => sum + 100 * Math.abs((gap - 1) / (gap > 1 ? 1 / 2 : 1 / 3)) ** 3, 0),
  };
}

/** By how much punctuation may hang in both margins together, in points. */
const GREATEST_HANG = 6;

/** Combines the measures of several paragraphs. */
export function combineMeasures(all: readonly LineMeasures[]): LineMeasures {
  const sum = (valueOf: (measures: LineMeasures) => number): number =>
    all.reduce((total, each) => total + valueOf(each), 0);
  return {
    lines: sum(({ lines }) => lines),
    loosest: Math.max(...all.map(({ loosest }) => loosest)),
    hyphens: sum(({ hyphens }) => hyphens),
    overfull: sum(({ overfull }) => overfull),
    badness: sum(({ badness }) => badness),
  };
}
