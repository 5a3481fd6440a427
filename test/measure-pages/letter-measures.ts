import type { Stylesheet } from '../../src/layout/stylesheet.ts';
import { plainText, type Block } from '../../src/model/tree.ts';
import type { PlacedWord } from './measured-lines.ts';

/** A paragraph or heading of the body of a letter, and its column; lengths are in points. */
export interface BodyPart {
  /** The number of letters in its words. */
  readonly letterCount: number;
  readonly isHeading: boolean;
  /** From the start of the measure to the start of the column. */
  readonly x: number;
  readonly width: number;
}

/** What a typesetter would look for in the running text of a letter. */
export interface LetterMeasures {
  readonly lines: number;
  /** Lines that end with a hyphen. */
  readonly hyphens: number;
  /** Justified lines whose white space has more than twice its natural width. */
  readonly loose: number;
  /** Lines inside a paragraph that are one word. */
  readonly loneWords: number;
  /** Last lines of less than 15 % of the column. */
  readonly shortLastLines: number;
}

const letterCountOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Lists the paragraphs and headings of a body, in their columns. */
export function bodyParts(blocks: readonly Block[], { indent, measure }: Stylesheet, x = 0): readonly BodyPart[] {
  const partsIn = (children: readonly Block[], innerX: number, width: number): readonly BodyPart[] =>
    children.flatMap((block): readonly BodyPart[] => {
      switch (block.type) {
        case 'paragraph':
        case 'heading': {
          const letterCount = letterCountOf(plainText(block.children));
          return [{ letterCount, isHeading: block.type === 'heading', x: innerX, width }];
        }
        case 'list':
          return block.children.flatMap((item) => partsIn(item.children, innerX + indent.list, width - indent.list));
        case 'blockquote':
          return partsIn(block.children, innerX + indent.quotation, width - 2 * indent.quotation);
        case 'table':
        case 'picture':
        case 'thematicBreak':
          throw new Error(`a ${block.type} cannot be measured`);
      }
    });
  return partsIn(blocks, x, measure);
}

/**
 * Measures the lines of a body, given its words in a PDF. Which lines end a paragraph follows from the number of letters
 * in the lines so far, because programs that read a PDF may divide words, but lose no letter. `space` is the width of a
 * space.
 */
export function measureBody(
  words: readonly PlacedWord[],
  parts: readonly BodyPart[],
  { leftMargin, measure }: Stylesheet,
  options: { readonly isRightToLeft: boolean; readonly isJustified: boolean; readonly space: number },
): LetterMeasures {
  const { isRightToLeft, isJustified, space } = options;
  const measures = { lines: 0, hyphens: 0, loose: 0, loneWords: 0, shortLastLines: 0 };
  const lines = linesByHeight(words);
  let line = 0;
  for (const { letterCount, isHeading, x, width } of parts) {
    let lettersLeft = letterCount;
    for (let lineOfPart = 0; lettersLeft > MISCOUNT; lineOfPart += 1, line += 1) {
      const columnLeft = isRightToLeft ? leftMargin + measure - x - width : leftMargin + x;
      const lineWords = (lines[line] ?? []).filter(
        ({ left, right }) => left > columnLeft - HANG && right < columnLeft + width + HANG,
      );
      if (lineWords.length === 0) throw new Error(`line ${line} has no words; ${lettersLeft} letters are missing`);
      lettersLeft -= letterCountOf(lineWords.map(({ text }) => text).join(''));
      if (isHeading) continue;
      const isLast = lettersLeft <= MISCOUNT;
      const inked = lineWords.reduce((sum, word) => sum + word.right - word.left, 0);
      const gaps = lineWords.length - 1;
      measures.lines += 1;
      if (lineWords.some(({ text }) => /[-\u00AD\u2010]$/.test(text) && isAtEnd(text, lineWords, isRightToLeft)))
        measures.hyphens += 1;
      if (isLast) {
        if (lineOfPart > 0 && inked + gaps * space < 0.15 * width) measures.shortLastLines += 1;
        continue;
      }
      if (gaps === 0) measures.loneWords += 1;
      else if (isJustified && (extentOf(lineWords) - inked) / gaps > 2 * space) measures.loose += 1;
    }
    if (lettersLeft < -MISCOUNT) throw new Error(`before line ${line} are ${-lettersLeft} letters too many`);
  }
  if (line !== lines.length) throw new Error(`${lines.length - line} lines are left after the last paragraph`);
  return measures;
}

/** By how many letters the count of a paragraph may be wrong: a ligature may be read as one letter. */
const MISCOUNT = 3;
/** By how much words may be outside of their column, in points. */
const HANG = 6;
/** By how much the middles of the words of a line may differ in height, in points, as those of two fonts do. */
const SAME_LINE = 5;

/** The width of a line from its first word to its last, in points. */
function extentOf(words: readonly PlacedWord[]): number {
  return (words.at(-1)?.right ?? 0) - (words[0]?.left ?? 0);
}

function isAtEnd(text: string, words: readonly PlacedWord[], isRightToLeft: boolean): boolean {
  return words.at(isRightToLeft ? 0 : -1)?.text === text;
}

/** Groups words into lines, from top to bottom, and the words of each from left to right. */
function linesByHeight(words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] {
  const middleOf = ({ top, bottom }: PlacedWord): number => (top + bottom) / 2;
  const lines: PlacedWord[][] = [];
  for (const word of words.toSorted((a, b) => a.page - b.page || middleOf(a) - middleOf(b))) {
    const first = lines.at(-1)?.[0];
    if (first?.page === word.page && middleOf(word) - middleOf(first) < SAME_LINE) lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** The least height of a hole, in points, so that more than six lines of 15 points would fit in it. */
const HOLE = 7 * 15;

/**
 * Counts the pages before the last with a hole: more than six empty lines below the text of the page or above its notes.
 */
export function countHoles(words: readonly PlacedWord[], textBottom: number): number {
  const pageCount = Math.max(...words.map(({ page }) => page)) + 1;
  let holes = 0;
  for (let page = 0; page < pageCount - 1; page += 1) {
    const onPage = words.filter((word) => word.page === page && word.bottom < textBottom + 2);
    // In the upper half, the first page has the spaces around the address.
    const lower = onPage.filter(({ bottom }) => bottom > textBottom / 2).toSorted((a, b) => a.top - b.top);
    let bottomSoFar = Math.max(
      textBottom / 2,
      ...onPage.filter(({ bottom }) => bottom <= textBottom / 2).map(({ bottom }) => bottom),
    );
    let isHole = false;
    for (const { top, bottom } of [...lower, { top: textBottom, bottom: textBottom }]) {
      if (top - bottomSoFar > HOLE) isHole = true;
      bottomSoFar = Math.max(bottomSoFar, bottom);
    }
    if (isHole) holes += 1;
  }
  return holes;
}
