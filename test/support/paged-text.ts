import { linesOn } from '../../src/model/page-lines.ts';
import type { Page, PagedLetter, StructureElement } from '../../src/model/page.ts';
import { belongings } from './line-contents.ts';

/** The words of a page in the order in which they are drawn, artifacts included. */
export function wordsOfPage(page: Page): string {
  return linesOn(page)
    .map(({ fragments }) => fragments.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''))
    .join(' ');
}

/** The words in reading order, as the structure has them, without the marks of notes in running text. */
export function wordsInReadingOrder(letter: PagedLetter): string {
  const pieces = letter.pages.map((page) => {
    const words = page.contents.map(() => '');
    for (const [{ glyphs }, content] of linesOn(page).flatMap(belongings)) {
      if (content !== 'artifact') words[content] += glyphs.map(({ text }) => text).join('');
    }
    return words;
  });
  const walk = (element: StructureElement): string =>
    element.children
      .map((child) => {
        if (child.kind === 'content') return pieces[child.page]?.[child.content] ?? '';
        return child.kind === 'element' && child.role !== 'Reference' ? walk(child) : '';
      })
      .join(' ');
  return walk(letter.structure);
}

/** Words without white space, in one Unicode form (NFKC): what is left to compare when lines are broken elsewhere. */
export function squeezed(words: string): string {
  return words.normalize('NFKC').replace(/[\s\u00ad]+/g, '');
}

/** The first place at which two texts differ, white space, bullets and the form of characters (NFKC) apart; undefined: they agree. */
export function difference(found: string, expected: string): string | undefined {
  const [a = '', b = ''] = [found, expected].map((text) => squeezed(text).replaceAll('•', ''));
  if (a === b) return undefined;
  let same = 0;
  while (a[same] === b[same]) same += 1;
  return `after “${b.slice(Math.max(0, same - 30), same)}”: “${a.slice(same, same + 30)}”, not “${b.slice(same, same + 30)}”`;
}
