/** The numbers of ordered lists: what is typed in the text, and what CommonMark makes of it. */
import type { List } from 'mdast';
import { say } from '../model/message.ts';
import { nodeStart, reportFault, sourceOf, type MarkdownContext } from './markdown-faults.ts';

/** The greatest number with which a list may begin without doubt. Greater ones are years rather than items. */
const GREATEST_START = 31;

/** Matches the number of an item with its sign, and the spaces after them (CommonMark 0.31.2, section 5.2). */
const MARKER = /^(\d{1,9})([.)])[ \t]*/;

/**
 * Reports an item that would be printed with another number than is typed, as CommonMark counts on from the first: a
 * paragraph that begins with "1956." after one that begins with "1945." would be item 1946. A list that may be a
 * paragraph with a number at its beginning is doubtful.
 */
export function reportListNumbers(context: MarkdownContext, node: List): void {
  if (node.ordered !== true) return;
  const markers = node.children.map((item) => MARKER.exec(sourceOf(context, item)));
  const numbers = markers.map((marker) => Number(marker?.[1]));
  const [start = 1] = numbers;
  const sign = markers[0]?.[2] ?? '.';
  // Writers may leave the counting to Markdown: 1. 1. 1.
  const countsItself = start <= 1 && numbers.every((number) => number === start);
  const wrongIndex = countsItself ? -1 : numbers.findIndex((number, index) => number !== start + index);
  const wrongItem = node.children[wrongIndex];
  if (wrongItem !== undefined) {
    const typed = `${numbers[wrongIndex]}`;
    const message = say`${`${typed}${sign}`} would be printed as ${`${start + wrongIndex}${sign}`}: a list counts on from its first number`;
    const hint = say`Number the items in order. If ${typed} begins a sentence and no item, write ${`${typed}\\${sign}`}.`;
    reportFault(context, nodeStart(wrongItem), 'text/list-number', message, hint);
  }
  const continues = context.listEnds.has(start - 1);
  context.listEnds.add(start + numbers.length - 1);
  const isDoubtful = start > 1 && !continues && (numbers.length === 1 || start > GREATEST_START);
  if (!isDoubtful && !context.tools.startsWithDate(sourceOf(context, node), numbers.length)) return;
  context.doubtful.push({
    code: 'text/list-number',
    offset: nodeStart(node),
    length: `${start}${sign}`.length,
    message: say`this paragraph would be item ${`${start}${sign}`} of a list`,
    advice: say`If it is a sentence, write ${`${start}\\${sign}`}. A list begins with ${`1${sign}`}.`,
  });
}
