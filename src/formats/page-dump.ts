import { fragmentsText } from '../model/fragment-words.ts';
import { linesOn } from '../model/page-lines.ts';
import type { Line, LinkAnnotation, Page, PagedLetter, RuleLine } from '../model/page.ts';

/**
 * Returns the positions of everything on the pages of a letter as text. Each line of text is one line: baseline,
 * extent, style, structure types and words; rule lines and links follow. Two letters with equal dumps look the same.
 */
export function dumpPages({ pages }: PagedLetter): string {
  return pages.map((page, index) => `page ${index + 1}\n${dumpPage(page)}`).join('');
}

function dumpPage(page: Page): string {
  const lines = linesOn(page).filter(({ fragments }) => fragments.length > 0);
  return [...lines.map((line) => dumpLine(line, page)), ...page.rules.map(dumpRule), ...page.links.map(dumpLink)]
    .map((line) => `${line}\n`)
    .join('');
}

function dumpLine({ baseline, style, fragments, contents }: Line, page: Page): string {
  const start = Math.min(...fragments.map(({ x }) => x));
  const end = Math.max(...fragments.map(({ x, width }) => x + width));
  const types = contents.map(({ contentId: content }) =>
    content === 'artifact' ? content : `${page.contents[content]}`,
  );
  const distinct = types.filter((type, index) => type !== types[index - 1]);
  return `  y=${inPoints(baseline)} x=${inPoints(start)}..${inPoints(end)} ${style} ${distinct.join('+')} | ${fragmentsText(fragments).trimEnd()}`;
}

function dumpRule({ area }: RuleLine): string {
  return `  y=${inPoints(area.y)} x=${inPoints(area.x)}..${inPoints(area.x + area.width)} rule ${inPoints(area.height)}`;
}

function dumpLink({ area, destination }: LinkAnnotation): string {
  const where =
    destination.kind === 'address' ? destination.url : `page ${destination.page + 1} y=${inPoints(destination.y)}`;
  return `  y=${inPoints(area.y)} x=${inPoints(area.x)}..${inPoints(area.x + area.width)} link ${where}`;
}

function inPoints(value: number): string {
  return value.toFixed(2);
}
