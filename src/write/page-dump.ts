import { wordsOf } from '../model/fragment-words.ts';
import { linesOn } from '../model/page-lines.ts';
import type { Fragment, Line, Link, Page, PagedLetter, Rule } from '../model/page.ts';

/**
 * Where everything stands on the pages of a letter, as text: one line for each line of text with its baseline, its ends,
 * its style, what it is and its words, then rules and links. Two letters with the same dump look the same.
 */
export type DumpPages = (letter: PagedLetter) => string;

/** Opens the dumping of a run. A line that letters share is described once. */
export function openPageDump(): DumpPages {
  const known = new WeakMap<readonly Fragment[], string>();

  function describe(line: Line, page: Page): string {
    const description = known.get(line.fragments);
    const own = description ?? descriptionOf(line, page);
    if (description === undefined) known.set(line.fragments, own);
    return `  y=${points(line.baseline)} ${own}`;
  }

  return ({ pages }) => {
    let dump = '';
    pages.forEach((page, index) => {
      dump += `page ${index + 1}\n`;
      for (const line of linesOn(page)) {
        if (line.fragments.length > 0) dump += `${describe(line, page)}\n`;
      }
      for (const rule of page.rules) dump += `${dumpRule(rule)}\n`;
      for (const link of page.links) dump += `${dumpLink(link)}\n`;
    });
    return dump;
  };
}

/** All of a line but how far down it stands. */
function descriptionOf({ style, fragments, contents }: Line, page: Page): string {
  const start = Math.min(...fragments.map(({ x }) => x));
  const end = Math.max(...fragments.map(({ x, width }) => x + width));
  const roles = contents.map(({ content }) => (content === 'artifact' ? content : `${page.contents[content]}`));
  const distinct = roles.filter((role, index) => role !== roles[index - 1]);
  return `x=${points(start)}..${points(end)} ${style} ${distinct.join('+')} | ${wordsOf(fragments).trimEnd()}`;
}

function dumpRule({ area }: Rule): string {
  return `  y=${points(area.y)} x=${points(area.x)}..${points(area.x + area.width)} rule ${points(area.height)}`;
}

function dumpLink({ area, destination }: Link): string {
  const where =
    destination.kind === 'address' ? destination.url : `page ${destination.page + 1} y=${points(destination.y)}`;
  return `  y=${points(area.y)} x=${points(area.x)}..${points(area.x + area.width)} link ${where}`;
}

function points(value: number): string {
  return value.toFixed(2);
}
