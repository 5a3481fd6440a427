import { outputOf } from '../conformance/tools.ts';

/** Where a word stands in a PDF, in points from the top left corner of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is to be said of a justified paragraph. */
export interface LineMeasures {
  readonly lines: number;
  /** The widest white space, as a multiple of the font's own. */
  readonly loosest: number;
  /** Lines that end inside a word, or with a hyphen of its own. */
  readonly hyphens: number;
  /** Lines longer than the measure. */
  readonly overfull: number;
  /** The sum over all lines of 100 |r|³, where r is 1 for a space half as wide again, -1 for one a third narrower. */
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

/** The words as lines, each from left to right. */
export function linesOf(words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] {
  const lines = new Map<string, PlacedWord[]>();
  for (const word of words) {
    const place = `${word.page} ${word.bottom.toFixed(1)}`;
    lines.set(place, [...(lines.get(place) ?? []), word]);
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** Measures the lines of one paragraph; its last line is as long as it happens to be. `space` is the font's own, in points. */
export function measureLines(lines: readonly (readonly PlacedWord[])[], measure: number, space: number): LineMeasures {
  const full = lines.slice(0, -1).map((line) => {
    const first = line[0]?.left ?? 0;
    const last = line.at(-1);
    const letters = line.reduce((sum, { left, right }) => sum + right - left, 0);
    const gaps = line.length - 1;
    const gap = gaps === 0 ? space : (measure - letters) / gaps / space;
    return {
      gap,
      endsWithHyphen: /[-\u00AD\u2010]$/.test(last?.text ?? ''),
      isOverfull: (last?.right ?? 0) - first > measure + 0.5,
    };
  });
  return {
    lines: lines.length,
    loosest: Math.max(...full.map(({ gap }) => gap)),
    hyphens: full.filter(({ endsWithHyphen }) => endsWithHyphen).length,
    overfull: full.filter(({ isOverfull }) => isOverfull).length,
    badness: full.reduce((sum, { gap }) => sum + 100 * Math.abs((gap - 1) / (gap > 1 ? 1 / 2 : 1 / 3)) ** 3, 0),
  };
}

/** Several paragraphs taken together. */
export function together(all: readonly LineMeasures[]): LineMeasures {
  const sum = (of: (measures: LineMeasures) => number): number => all.reduce((total, each) => total + of(each), 0);
  return {
    lines: sum(({ lines }) => lines),
    loosest: Math.max(...all.map(({ loosest }) => loosest)),
    hyphens: sum(({ hyphens }) => hyphens),
    overfull: sum(({ overfull }) => overfull),
    badness: sum(({ badness }) => badness),
  };
}
