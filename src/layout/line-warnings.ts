import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Letter } from '../model/letter.ts';
import type { SetLine } from './galley.ts';
import type { PageRows } from './pages/stack-page.ts';
import { pageOfLetter } from './page-warnings.ts';
import { DISPLAY_STYLES, type StyleName, type Stylesheet } from './stylesheet.ts';

/**
 * Returns a warning for each line that looks wrong, page by page: a loose line, a line inside a
 * paragraph that holds one word, and a last line that is one word. The limits are those of the stylesheet.
 */
export function lineWarnings(pages: readonly PageRows[], limits: LineLimits, letter: Letter): readonly Diagnostic[] {
  const warnings: Diagnostic[] = [];
  pages.forEach(({ rows, noteRows }, pageIndex) => {
    for (const { lines } of [...rows, ...noteRows]) {
      for (const line of lines) {
        const lineWarning = warningOfLine(line, limits, { letter, page: pageIndex + 1 });
        if (lineWarning !== undefined) warnings.push(lineWarning);
      }
    }
  });
  return warnings;
}

/** The limits beyond which a line is reported. */
type LineLimits = Pick<Stylesheet, 'maxStretch' | 'minLastLineShare' | 'minLoneWordShare'>;

/** The letter and the page (counted from 1) that a line is on. */
interface PlaceOfLine {
  readonly letter: Letter;
  readonly page: number;
}

function warningOfLine(line: SetLine, limits: LineLimits, place: PlaceOfLine): Diagnostic | undefined {
  if (line.stretch > limits.maxStretch) return looseLineWarning(line, place);
  if (isLoneWord(line, limits)) return loneWordWarning(line, place);
  if (!endsParagraph(line) || !isOneWord(line)) return undefined;
  if (line.style === 'close') return runtInCloseWarning(line, place);
  if (DISPLAY_STYLES.has(line.style) || isNarrowerThan(limits.minLastLineShare, line)) return runtWarning(line, place);
  return undefined;
}

/** The styles of running text. Notes are not among them: a list of sources may end in a page number. */
const RUNNING_TEXT_STYLES: ReadonlySet<StyleName> = new Set(['body', 'quotation']);

/** Whether a line inside a paragraph of running text is one word and leaves much of its column empty. */
function isLoneWord(line: SetLine, { minLoneWordShare }: LineLimits): boolean {
  if (line.hasForcedEnd || !RUNNING_TEXT_STYLES.has(line.style)) return false;
  return isNarrowerThan(minLoneWordShare, line) && isOneWord(line);
}

function endsParagraph({ style, isContinuation, hasForcedEnd }: SetLine): boolean {
  const isChecked = style === 'close' || DISPLAY_STYLES.has(style) || RUNNING_TEXT_STYLES.has(style);
  return isChecked && hasForcedEnd && isContinuation;
}

function isNarrowerThan(share: number, { width, measure }: SetLine): boolean {
  return width < share * measure;
}

/**
 * Whether a line is one word: has no white space between two characters, be it a no-break space, and at most one letter
 * of a script that has no spaces between words.
 */
function isOneWord(line: SetLine): boolean {
  const words = wordsOfLine(line);
  return !/\s/u.test(words) && (words.match(UNSPACED_LETTER) ?? []).length <= 1;
}

/** A letter of the scripts that are written without spaces between words. */
const UNSPACED_LETTER = new RegExp(
  String.raw`(?=\p{L})[${'Han Hiragana Katakana Bopomofo Thai Lao Khmer Myanmar Tibetan Tai_Le New_Tai_Lue Tai_Tham Balinese Javanese'
    .split(' ')
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')}]`,
  'gu',
);

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
