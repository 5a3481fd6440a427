import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Page, PagedLetter, StructureElement } from '../../src/model/page.ts';
import { fragmentsWithContentIds } from './line-contents.ts';

/** The words of a page in the order in which they are drawn, artifacts included. */
export function wordsOfPage(page: Page): string {
  return linesOfPage(page)
    .map(({ fragments }) => fragments.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''))
    .join(' ');
}

/** The words of a letter in the reading order of its structure tree, without the marks of notes in running text. */
export function wordsInReadingOrder(letter: PagedLetter): string {
  const wordsByPage = letter.pages.map((page) => {
    const words = page.contents.map(() => '');
    for (const [{ glyphs }, content] of linesOfPage(page).flatMap(fragmentsWithContentIds)) {
      if (content !== 'artifact') words[content] += glyphs.map(({ text }) => text).join('');
    }
    return words;
  });
  const walk = (element: StructureElement): string =>
    element.children
      .map((child) => {
        if (child.kind === 'content') return wordsByPage[child.page]?.[child.content] ?? '';
        return child.kind === 'element' && child.role !== 'Reference' ? walk(child) : '';
      })
      .join(' ');
  return walk(letter.structure);
}

/** Normalises words (NFKC) and removes white space and soft hyphens, so that texts with other line breaks are equal. */
export function squeezed(words: string): string {
  return words.normalize('NFKC').replace(/[\s\u00ad]+/g, '');
}

/**
 * Describes the first difference between two texts, apart from white space, bullets and compatibility forms (NFKC).
 * Returns undefined if there is none.
 */
export function difference(found: string, expected: string): string | undefined {
  const [a = '', b = ''] = [found, expected].map((text) => squeezed(text).replaceAll('•', ''));
  if (a === b) return undefined;
  let commonLength = 0;
  while (a[commonLength] === b[commonLength]) commonLength += 1;
  return `after “${b.slice(Math.max(0, commonLength - 30), commonLength)}”: “${a.slice(commonLength, commonLength + 30)}”, not “${b.slice(commonLength, commonLength + 30)}”`;
}
