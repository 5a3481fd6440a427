import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import type { Letter } from '../model/letter.ts';
import { profileEcho, say, type Message } from '../model/message.ts';
import type { Row } from './galley.ts';
import { heightOfRows } from './rows.ts';
import type { RunningHead } from './pages/set-furniture.ts';
import { heightOfFoot, type PageRows } from './pages/stack-page.ts';
import type { Stylesheet } from './stylesheet.ts';

/**
 * Returns the warnings about pages that look wrong: a running head that is cut short, and a page before the last one
 * that ends early. `topOfPageText` returns the top of the text of a page (counted from 0), in points from the top of
 * the sheet.
 */
export function pageWarnings(
  pages: readonly PageRows[],
  topOfPageText: (pageIndex: number) => number,
  { cutAddressee }: RunningHead,
  stylesheet: Stylesheet,
  letter: Letter,
): readonly Diagnostic[] {
  const holes = pages.slice(0, -1).flatMap((page, pageIndex) => {
    const emptyLines = countEmptyLines(page, topOfPageText(pageIndex), stylesheet);
    return emptyLines > MAX_EMPTY_LINES ? [holeWarning(emptyLines, pageIndex + 1, pages[pageIndex + 1], letter)] : [];
  });
  // The first page has no running head.
  return cutAddressee === undefined || pages.length === 1 ? holes : [headCutWarning(cutAddressee, letter), ...holes];
}

/**
 * The greatest number of lines of the body that a page before the last one may lack at its foot. The space of a few
 * lines is usual, where a paragraph or a heading with what follows it stays whole.
 */
const MAX_EMPTY_LINES = 6;

/** Names a page (counted from 1) of a letter in a message. */
export function pageOfLetter(page: number, { language }: Letter): Message {
  return say`page ${page} of the letter in ${language}`;
}

/** Returns the number of lines of the body that the empty space between the text and the foot has room for. */
function countEmptyLines(
  { rows, noteRows, spaceFactor, bottom }: PageRows,
  top: number,
  stylesheet: Stylesheet,
): number {
  const height = bottom - top - heightOfRows(rows, spaceFactor) - heightOfFoot(noteRows, stylesheet);
  return Math.floor(height / stylesheet.styles.body.leading);
}

/** Returns the warning about a page (counted from 1) that ends early. */
function holeWarning(emptyLines: number, page: number, nextPage: PageRows | undefined, letter: Letter): Diagnostic {
  const [firstRow] = [...(nextPage?.rows ?? []), ...(nextPage?.noteRows ?? [])];
  const beginning = firstRow === undefined ? say`` : beginningOf(firstRow);
  const message = say`${pageOfLetter(page, letter)} ends with ${emptyLines} empty lines, and page ${page + 1} begins with ${beginning}`;
  const hint = say`shorten or lengthen the letter by some lines, or give its pages other measures with page: { stylesheet: … }`;
  return warning('page/hole', letter.span, message, { hint });
}

/** Returns the words at the top of a row: those of a line with its label, or of signatures side by side; or its picture. */
function beginningOf({ lines, pictures }: Row): Message {
  const [picture] = pictures;
  if (picture !== undefined && lines.length === 0) return say`the picture ${picture.picture.file}`;
  const topLines = lines.filter(({ baseline }) => baseline === lines[0]?.baseline);
  return say`${profileEcho(topLines.map(({ fragments }) => fragmentsText(fragments).trim()).join(' '))}`;
}

function headCutWarning(cutAddressee: string, { language, span }: Letter): Diagnostic {
  const message = say`the running head of the letter in ${language}, from page ${2} on, is cut short to ${profileEcho(cutAddressee)}`;
  const hint = say`give the profile a short form, as in ${'short: { en: Minister of State }'}`;
  return warning('page/head-cut', span, message, { hint });
}
