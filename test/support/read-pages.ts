import { linesOfPage } from '../../src/model/page-lines.ts';
import type { Fragment, Line, Page, PagedLetter, StructureChild, StructureElement } from '../../src/model/page.ts';
import { fragmentsWithContentIds } from './line-contents.ts';

/** The words of a line. */
export function textOfLine({ fragments }: Line): string {
  return textOf(fragments);
}

/** The text of each line of a page that has a style. */
export function linesIn(page: Page | undefined, style: string): readonly string[] {
  return (page === undefined ? [] : linesOfPage(page)).filter((line) => line.style === style).map(textOfLine);
}

/**
 * The words of a letter as a screen reader reads its structure tree aloud, with one element on each line, without
 * bullets and without the marks of notes in running text.
 */
export function spokenWords(letter: PagedLetter): string {
  const lines: string[] = [];
  let line = '';

  function endLine(): void {
    if (line.trim() !== '') lines.push(`${line.trim()}\n`);
    line = '';
  }

  function speak(child: StructureChild): void {
    if (child.kind === 'content') line += textOfContent(letter.pages[child.page], child.content);
    if (child.kind !== 'element' || child.role === 'Reference') return;
    if (BLOCKS.has(child.role)) endLine();
    if (child.alternative !== undefined) line += child.alternative;
    child.children.forEach(speak);
    if (BLOCKS.has(child.role)) endLine();
    if (line.trim() === '•') line = '';
  }

  speak(letter.structure);
  return lines.join('');
}

/**
 * Roles of elements that begin and end a line of {@link spokenWords}; labels do not, so they share a line with their
 * text.
 */
const BLOCKS: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'Note', 'Figure']);

/** The text of one marked content of a page. */
function textOfContent(page: Page | undefined, content: number): string {
  const lines = page === undefined ? [] : linesOfPage(page);
  return textOf(
    lines
      .flatMap(fragmentsWithContentIds)
      .flatMap(([fragment, contentId]) => (contentId === content ? [fragment] : [])),
  );
}

function textOf(fragments: readonly Fragment[]): string {
  return fragments.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
}

/** All elements of a role, in reading order. */
export function elementsOf(element: StructureElement, role: string): readonly StructureElement[] {
  const below = element.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child, role) : []));
  return element.role === role ? [element, ...below] : below;
}
