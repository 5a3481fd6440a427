/** The lines of tables (GitHub Flavored Markdown, section 4.10) as they are typed, and those that became no table. */
import { say, type Message } from '../model/message.ts';
import type { ForeignMarkup } from './other-dialects.ts';

/** Matches the row of hyphens below the head of a table, without the `>` and the spaces before it. */
const DELIMITER_ROW = /^(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
/** Matches a line that begins and ends as a row of a table, or as the line of a block of lines (Pandoc). */
const ROW = /^\|(?:[ \t]|.*\|[ \t]*$)/;
/** Matches the border of a grid table (Pandoc). */
const BORDER = /^\+[-=]{2,}[-=+]*\+/;

/** How a table is written, for hints. */
const TABLE_FORM: Message = say`A table has a row of headings, ${'| Day | Place |'}, a row of hyphens below it, ${'| --- | --- |'}, and then its rows. A bar that is to be printed is ${'\\|'}.`;

/**
 * Finds the first line of a paragraph that looks like one of a table: if it were one, the parser would have made a table
 * of it. `source` is the Markdown of the paragraph.
 */
export function findFailedTable(source: string): readonly ForeignMarkup[] {
  const lines = source.split('\n');
  let offset = 0;
  for (const [index, wholeLine] of lines.entries()) {
    const line = withoutPrefix(wholeLine);
    const message = messageForLine(line, lines[index - 1], lines[index + 1]);
    if (message !== undefined) return [{ index: offset + wholeLine.length - line.length, message, hint: TABLE_FORM }];
    offset += wholeLine.length + 1;
  }
  return [];
}

/** Returns what is wrong with a line; undefined if it does not look like one of a table. */
function messageForLine(line: string, lineAbove: string | undefined, lineBelow = ''): Message | undefined {
  if (BORDER.test(line)) return say`letters hold no tables with drawn borders`;
  if (DELIMITER_ROW.test(line)) {
    if (lineAbove === undefined) return say`this table has no head above its row of hyphens`;
    const [headCount, count] = [countCells(withoutPrefix(lineAbove)), countCells(line)];
    return say`the head of this table does not have as many cells as the row of hyphens below it: ${headCount}, not ${count}`;
  }
  // A head is reported at the row of hyphens.
  const isHead = DELIMITER_ROW.test(withoutPrefix(lineBelow));
  return ROW.test(line) && !isHead ? say`this line is in no table, and its bars would be printed` : undefined;
}

/** Returns a line without its indentation and the signs of quotations. */
function withoutPrefix(line: string): string {
  return line.replace(/^[ \t>]*/, '');
}

/** Counts the cells of a row: what is between two bars, or between a bar and an end of the line. */
function countCells(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

/** Whether a row of a table is between two bars, which is not required in Markdown. */
export function isBetweenBars(row: string): boolean {
  return /^\|.*(?<!\\)\|$/s.test(row);
}
