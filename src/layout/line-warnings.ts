import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Letter } from '../model/letter.ts';
import type { SetLine } from './galley.ts';
import type { PageRows } from './pages/stack-page.ts';
import { pageOfLetter } from './page-warnings.ts';
import type { StyleName } from './stylesheet.ts';

/**
 * Returns a warning for each line that looks wrong, page by page: a loose line, a line inside a
 * paragraph that holds one word, and a last line that is one word. `maxStretch` is the greatest stretch of white space
 * that is not loose, as a share of its natural width.
 */
export function lineWarnings(pages: readonly PageRows[], maxStretch: number, letter: Letter): readonly Diagnostic[] {
  const warnings: Diagnostic[] = [];
  pages.forEach(({ rows, noteRows }, pageIndex) => {
    for (const { lines } of [...rows, ...noteRows]) {
      for (const line of lines) {
        const lineWarning = warningOfLine(line, maxStretch, { letter, page: pageIndex + 1 });
        if (lineWarning !== undefined) warnings.push(lineWarning);
      }
    }
  });
  return warnings;
}

/** The letter and the page (counted from 1) that a line is on. */
interface PlaceOfLine {
  readonly letter: Letter;
  readonly page: number;
}

function warningOfLine(line: SetLine, maxStretch: number, place: PlaceOfLine): Diagnostic | undefined {
  if (line.stretch > maxStretch) return looseLineWarning(line, place);
  if (isLoneWord(line)) return loneWordWarning(line, place);
  if (!endsParagraph(line) || !isOneWord(line)) return undefined;
  if (line.style === 'close') return runtInCloseWarning(line, place);
  if (DISPLAY_STYLES.has(line.style) || isNarrowerThan(MIN_LAST_LINE_SHARE, line)) return runtWarning(line, place);
  return undefined;
}

/** The styles of running text. Notes are not among them: a list of sources may end in a page number. */
const RUNNING_TEXT_STYLES: ReadonlySet<StyleName> = new Set(['body', 'quotation']);

/** The styles of display type, in which the lines of a heading should be about as long as each other. */
const DISPLAY_STYLES: ReadonlySet<StyleName> = new Set(['subject', 'heading-2', 'heading-3']);

/**
 * The least width of a last line of running text that is one word, as a share of its column. One word alone on the last
 * line should at least be wider than the indent of a paragraph would be.
 */
const MIN_LAST_LINE_SHARE = 0.15;

/**
 * The least width of a line inside a paragraph, as a share of its column, if the line is one word. A shorter line
 * leaves a conspicuous gap at the ragged edge of the text.
 */
const MIN_LONE_WORD_SHARE = 2 / 3;

/** Whether a line inside a paragraph of running text is one word and leaves much of its column empty. */
function isLoneWord(line: SetLine): boolean {
  if (line.hasForcedEnd || !RUNNING_TEXT_STYLES.has(line.style)) return false;
  return isNarrowerThan(MIN_LONE_WORD_SHARE, line) && isOneWord(line);
}

function endsParagraph({ style, isContinuation, hasForcedEnd }: SetLine): boolean {
  const isChecked = style === 'close' || DISPLAY_STYLES.has(style) || RUNNING_TEXT_STYLES.has(style);
  return isChecked && hasForcedEnd && isContinuation;
}

function isNarrowerThan(share: number, { width, measure }: SetLine): boolean {
  return width < share * measure;
}

/** Whether a line has no white space between two characters, be it a no-break space. */
function isOneWord(line: SetLine): boolean {
  return !/\s/u.test(wordsOfLine(line));
}

function wordsOfLine({ fragments }: SetLine): string {
  return fragmentsText(fragments).trim();
}

function looseLineWarning(line: SetLine, { letter, page }: PlaceOfLine): Diagnostic {
  const message = say`the line ${profileEcho(wordsOfLine(line))} on ${pageOfLetter(page, letter)} has wide gaps, as the word after it does not fit`;
  const hint = say`change a word of the paragraph, or set page: { justify: false }`;
  return warning('page/loose-line', letter.span, message, { hint });
}

function loneWordWarning(line: SetLine, { letter, page }: PlaceOfLine): Diagnostic {
  const message = say`the word ${profileEcho(wordsOfLine(line))} is alone on a line inside a paragraph on ${pageOfLetter(page, letter)}, as what follows it does not fit`;
  const hint = say`change the words before the long one, or shorten it`;
  return warning('page/lone-word', letter.span, message, { hint });
}

function runtWarning(line: SetLine, { letter, page }: PlaceOfLine): Diagnostic {
  const [part, hint] = DISPLAY_STYLES.has(line.style)
    ? [say`heading`, say`shorten or lengthen the heading by a word`]
    : [say`paragraph`, say`shorten or lengthen the paragraph by a word or two`];
  const message = say`the ${part} on ${pageOfLetter(page, letter)} that ends with ${profileEcho(wordsOfLine(line))} has this one word on its last line`;
  return warning('page/runt', letter.span, message, { hint });
}

function runtInCloseWarning(line: SetLine, { letter, page }: PlaceOfLine): Diagnostic {
  const message = say`the close on ${pageOfLetter(page, letter)} has the one word ${profileEcho(wordsOfLine(line))} on its last line`;
  const hint = say`change the close of the form of address by a word or two`;
  return warning('page/runt-in-close', letter.span, message, { hint });
}
