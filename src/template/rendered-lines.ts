import type { Origin, RenderedText, SourceLocation } from './rendered.ts';
import type { InclusionStatement } from './template.ts';

/**
 * The length of the start of a line that is kept, in UTF-16 code units. It is more than enough for the markers of lists,
 * quotations and headings. Keeping whole lines would take quadratic time for a line with many partials.
 */
const MAX_LINE_START = 500;
/** Matches the containers (list items and quotations) and the indentation at the start of a line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;
/** Matches the start of a heading. */
const HEADING_START = /^#{1,6}[ \t]/;
/** Matches the start of a list, a quotation or a heading. */
const BLOCK_START = /^[ \t]*(?:>|(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t])/;
/** Matches a line after which words would be part of another block: a heading, a rule line, HTML or an empty line. */
const ENDS_WITH_ITS_LINE = /^[ \t>]*(?:#{1,6}(?:[ \t]|$)|<|[-=*_ \t]*$)/;

/**
 * The lines of a rendered text, as they are written. Each line of a partial has the prefix that keeps it in the list
 * item or the quotation in which its tag is.
 *
 * The end of a line is written with the text that follows it, because only that text decides whether a partial ends its
 * line: a file mostly ends in a line feed, with which it would separate a tag in the middle of a line from the words
 * after it, and a file without one would join its last word to the first of the next line.
 */
export class RenderedLines {
  readonly #textParts: string[] = [];
  readonly #origins: Origin[] = [];
  #length = 0;
  /** The start of the current line, of at most `MAX_LINE_START` code units, without the prefixes of partials. */
  #line = '';
  /** The number of lines before the current one. */
  #lineCount = 0;
  /**
   * The end of the current line, if it is not written yet. `typed`: it is in a template. `added`: it is not, and is
   * written only before further text. `droppable`: it is the last of a partial that shares its line, and is written only
   * before another partial.
   */
  #pendingLineEnd: 'none' | 'typed' | 'added' | 'droppable' = 'none';
  /** The partials of which lines are being written, outermost first. */
  readonly #partials: OpenPartial[] = [];

  /** The number of UTF-16 code units written so far. */
  get length(): number {
    return this.#length;
  }

  /** Writes all or a part of one line, which may end in a line feed. */
  write(text: string, { span, includedFrom }: SourceLocation): void {
    if (text === '') return;
    if (this.#pendingLineEnd === 'droppable') this.#pendingLineEnd = 'none';
    this.#writeLineEnd();
    const hasLineEnd = text.endsWith('\n');
    const words = hasLineEnd ? text.slice(0, -1) : text;
    const at = this.#length;
    this.#append(this.#prefix(words === ''));
    for (const partial of this.#partials) {
      partial.isAtLineStart = false;
      if (words.trim() === '') continue;
      if (partial.lastLine === undefined && partial.isAfterWords && BLOCK_START.test(words))
        partial.isBlockAfterWords = true;
      partial.lastLine = this.#lineCount;
    }
    this.#origins.push({ span, includedFrom, at, prefixLength: this.#length - at });
    this.#append(words);
    if (this.#line.length < MAX_LINE_START) this.#line = (this.#line + words).slice(0, MAX_LINE_START);
    if (hasLineEnd) this.#pendingLineEnd = 'typed';
  }

  /** Begins a partial: its lines get the indent of its tag or, if the tag shares its line, the prefix of that line. */
  beginPartial({ indent }: InclusionStatement): void {
    this.#writeLineEnd();
    const lineBefore = this.#line.slice(this.#partials.at(-1)?.lineOffset ?? 0);
    const linePrefix = indent ?? prefixOfLines(lineBefore);
    this.#partials.push({
      isAlone: indent !== undefined,
      linePrefix,
      isAtLineStart: indent !== undefined,
      isInHeading: HEADING_START.test(lineBefore.slice(linePrefix.length)),
      isAfterWords: lineBefore.slice(linePrefix.length) !== '',
      isBlockAfterWords: false,
      lineOffset: this.#line.length,
      firstLine: this.#lineCount,
      lastLine: undefined,
    });
  }

  /**
   * Ends the partial that was begun last. `exceedsHeading`: its tag is in a heading, and it has several lines.
   * `isBlockAfterWords`: its tag follows words, and it begins with a list, a quotation or a heading, of which the start
   * would be words, too.
   */
  endPartial(): { readonly exceedsHeading: boolean; readonly isBlockAfterWords: boolean } {
    const partial = this.#partials.pop();
    if (partial === undefined) throw new Error('no partial was begun');
    if (partial.lastLine === undefined) return { exceedsHeading: false, isBlockAfterWords: false };
    if (partial.isAlone && this.#pendingLineEnd === 'none') this.#pendingLineEnd = 'added';
    else if (partial.isAlone && this.#pendingLineEnd === 'droppable') this.#pendingLineEnd = 'typed';
    else if (!partial.isAlone && (partial.lineOffset > 0 || !ENDS_WITH_ITS_LINE.test(this.#line))) {
      if (this.#pendingLineEnd === 'typed') this.#pendingLineEnd = 'droppable';
      if (this.#pendingLineEnd === 'added') this.#pendingLineEnd = 'none';
    }
    return {
      exceedsHeading: partial.isInHeading && partial.lastLine > partial.firstLine,
      isBlockAfterWords: partial.isBlockAfterWords,
    };
  }

  /** Returns the text and the origins of its parts. */
  finish(): Pick<RenderedText, 'text' | 'origins'> {
    if (this.#pendingLineEnd === 'typed' || this.#pendingLineEnd === 'droppable') this.#append('\n');
    return { text: this.#textParts.join(''), origins: this.#origins };
  }

  /**
   * Returns the prefixes at the start of a line; nothing within a line. An empty line needs the `>` of a quotation, but
   * not the spaces after it. As in Handlebars, it has the indent of a tag that is alone on its line.
   */
  #prefix(isEmptyLine: boolean): string {
    return this.#partials.reduceRight((prefix, { isAtLineStart, isAlone, linePrefix }) => {
      if (!isAtLineStart) return prefix;
      return (isEmptyLine && !isAlone && prefix === '' ? linePrefix.trimEnd() : linePrefix) + prefix;
    }, '');
  }

  #writeLineEnd(): void {
    if (this.#pendingLineEnd === 'none') return;
    this.#append('\n');
    this.#pendingLineEnd = 'none';
    this.#line = '';
    this.#lineCount += 1;
    for (const partial of this.#partials) {
      partial.isAtLineStart = true;
      partial.lineOffset = 0;
    }
  }

  #append(text: string): void {
    this.#textParts.push(text);
    this.#length += text.length;
  }
}

/**
 * Returns the prefix with which further lines stay in the containers of a line: `  ` for `- `, `>   ` for `> - `.
 */
function prefixOfLines(line: string): string {
  return (CONTAINERS.exec(line)?.[0] ?? '').replaceAll(/[^>\s]/g, ' ');
}

/** A partial of which lines are being written. */
interface OpenPartial {
  /** Whether its tag is alone on its line. */
  readonly isAlone: boolean;
  readonly linePrefix: string;
  /** Whether the next text is at the start of a line that gets the prefix. */
  isAtLineStart: boolean;
  /** Whether its tag is in a heading. */
  readonly isInHeading: boolean;
  /** Whether its tag follows words on their line. */
  readonly isAfterWords: boolean;
  /** Whether it begins with a list, a quotation or a heading, but follows words. */
  isBlockAfterWords: boolean;
  /** The offset in the current line at which the text of the partial begins. */
  lineOffset: number;
  /** The number of lines before the one on which the partial begins. */
  readonly firstLine: number;
  /** The number of lines before the last one on which the partial has text; undefined if it has none so far. */
  lastLine: number | undefined;
}
