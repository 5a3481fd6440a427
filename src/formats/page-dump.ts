import { fragmentsText } from '../model/fragments-text.ts';
import { linesOfPage } from '../model/page-lines.ts';
import type { Line, LinkAnnotation, Page, PagedLetter, PlacedPicture, RuleLine } from '../model/page.ts';

/**
 * Returns a textual description of the positions of everything on the pages of a letter. For each page, it lists the
 * lines of text, with baseline, horizontal extent, style, structure types and words, then the rule lines (drawn lines),
 * the pictures and the links. Two letters with equal descriptions look the same.
 */
export function dumpPages(letter: PagedLetter): string {
  return letter.pages.map((_, index) => dumpPage(letter, index + 1)).join('');
}

/** Returns the part of the description that is about one page, which counts from 1. */
export function dumpPage({ pages }: PagedLetter, number: number): string {
  const page = pages[number - 1];
  if (page === undefined) throw new Error(`the letter has no page ${number}`);
  return `page ${number}\n${dumpContent(page)}`;
}

function dumpContent(page: Page): string {
  const lines = linesOfPage(page).filter(({ fragments }) => fragments.length > 0);
  return [
    ...lines.map((line) => dumpLine(line, page)),
    ...page.rules.map(dumpRule),
    ...page.pictures.map((picture) => dumpPicture(picture, page)),
    ...page.links.map(dumpLink),
  ]
    .map((text) => `${text}\n`)
    .join('');
}

function dumpLine({ baseline, style, fragments, contents }: Line, page: Page): string {
  const left = Math.min(...fragments.map(({ x }) => x));
  const right = Math.max(...fragments.map(({ x, width }) => x + width));
  const structureTypes = contents.map(({ contentId: id }) => (id === 'artifact' ? id : `${page.contents[id]}`));
  /** The types without consecutive repetitions. */
  const distinctTypes = structureTypes.filter((type, index) => type !== structureTypes[index - 1]);
  return `  y=${formatPoints(baseline)} x=${formatPoints(left)}..${formatPoints(right)} ${style} ${distinctTypes.join('+')} | ${fragmentsText(fragments).trimEnd()}`;
}

function dumpRule({ area }: RuleLine): string {
  return `  y=${formatPoints(area.y)} x=${formatPoints(area.x)}..${formatPoints(area.x + area.width)} rule ${formatPoints(area.height)}`;
}

function dumpPicture({ picture, area, contentId }: PlacedPicture, page: Page): string {
  const structureType = contentId === 'artifact' ? contentId : `${page.contents[contentId]}`;
  // The hash tells pictures of one name apart.
  const name = `${picture.file} ${picture.hash.slice(0, 12)}`;
  return `  y=${formatPoints(area.y)} x=${formatPoints(area.x)}..${formatPoints(area.x + area.width)} picture ${formatPoints(area.height)} ${structureType} ${name}`;
}

function dumpLink({ area, destination }: LinkAnnotation): string {
  const target =
    destination.kind === 'address' ? destination.url : `page ${destination.page + 1} y=${formatPoints(destination.y)}`;
  return `  y=${formatPoints(area.y)} x=${formatPoints(area.x)}..${formatPoints(area.x + area.width)} link ${target}`;
}

function formatPoints(value: number): string {
  return value.toFixed(2);
}
