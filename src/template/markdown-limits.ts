import { say, type Message } from '../model/message.ts';

/** A place at which a text exceeds a limit, with the words for it. */
export interface Excess {
  /** The offset in the text, in UTF-16 code units. */
  readonly offset: number;
  readonly message: Message;
  readonly hint: Message;
}

/**
 * Limits of what is given to the Markdown parser. Its time grows with the square of each of these numbers, and its stack
 * with the depth. At the limits it takes a tenth of a second for a paragraph, and about a second for a text. A letter
 * needs about a tenth of them.
 */
const LIMITS = {
  /** List items and quotations inside each other, and the columns of indentation of a line. */
  nesting: 32,
  indentation: 100,
  /** In one paragraph or table: code units; lines; runs of `*`, `_` and backticks, and `[`; `<`. */
  characters: 20_000,
  lines: 2_000,
  signs: 1_000,
  angleBrackets: 200,
  /** The length of a run of backticks: the parser searches the paragraph for another run of each length. */
  backticks: 32,
  /** In one text: the markers of list items and quotations, and the lines under headings. */
  containers: 2_000,
  underlines: 200,
};

const CONTAINER_MARKERS = /(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*/y;
/** Matches a line without words, which is the end of a paragraph. */
const EMPTY_LINE = /^[ \t>]*$/;
/** Matches a line under a heading (CommonMark 0.31.2, section 4.3). */
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const SIGNS = /[*_]+|`+|\[/g;
const LONG_BACKTICKS = /`{33}/;
const EMPTY_PARAGRAPH = { signs: 0, angleBrackets: 0, characters: 0, lines: 0 };

/** Finds the first place at which a Markdown text exceeds a limit, in one pass over its lines. */
export function findExcess(text: string): Excess | undefined {
  const paragraph = { ...EMPTY_PARAGRAPH };
  let containers = 0;
  let underlines = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const { markers, indentation } = measureStart(line);
    containers += markers;
    if (UNDERLINE.test(line)) underlines += 1;
    if (EMPTY_LINE.test(line)) Object.assign(paragraph, EMPTY_PARAGRAPH);
    else {
      paragraph.signs += line.match(SIGNS)?.length ?? 0;
      paragraph.angleBrackets += line.split('<').length - 1;
      paragraph.characters += line.length;
      paragraph.lines += 1;
    }
    const backticks = LONG_BACKTICKS.test(line) ? LIMITS.backticks + 1 : 0;
    const words = wordsForExcess({ ...paragraph, nesting: markers, indentation, containers, underlines, backticks });
    if (words !== undefined) return { offset, ...words };
    offset += line.length + 1;
  }
  return undefined;
}

/** Returns the number of container markers at the start of a line, and of the spaces before the first of them. */
function measureStart(line: string): { readonly markers: number; readonly indentation: number } {
  const indentation = line.length - line.replace(/^ +/, '').length;
  let markers = 0;
  CONTAINER_MARKERS.lastIndex = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  while (CONTAINER_MARKERS.test(line)) markers += 1;
  return { markers, indentation };
}

function wordsForExcess(counts: Readonly<Record<keyof typeof LIMITS, number>>): Omit<Excess, 'offset'> | undefined {
  if (counts.nesting > LIMITS.nesting || counts.indentation > LIMITS.indentation) {
    return { message: say`lists and quotations nest too deep here`, hint: say`A letter needs two or three levels.` };
  }
  if (counts.signs > LIMITS.signs) {
    const message = say`a paragraph or table has at most ${LIMITS.signs} signs such as ${'*'}, ${'_'} and ${'['}`;
    return { message, hint: say`Divide it by an empty line; a long table is better an enclosure.` };
  }
  if (counts.angleBrackets > LIMITS.angleBrackets) {
    const message = say`a paragraph or table has at most ${LIMITS.angleBrackets} signs ${'<'}`;
    return { message, hint: say`Divide it by an empty line; a long table is better an enclosure.` };
  }
  if (counts.lines > LIMITS.lines) {
    return {
      message: say`a paragraph or table has at most ${LIMITS.lines} lines`,
      hint: say`Divide it by an empty line; a long table is better an enclosure.`,
    };
  }
  if (counts.characters > LIMITS.characters) {
    const message = say`a paragraph or table has at most ${LIMITS.characters} characters`;
    return { message, hint: say`Divide it by an empty line; a long table is better an enclosure.` };
  }
  if (counts.backticks > LIMITS.backticks) {
    return { message: say`letters hold no code`, hint: say`Remove the backticks.` };
  }
  if (counts.containers > LIMITS.containers) {
    const message = say`a text has at most ${LIMITS.containers} list items and lines of quotations`;
    return { message, hint: say`Divide the text, or send it as an enclosure.` };
  }
  if (counts.underlines > LIMITS.underlines) {
    const message = say`a text has at most ${LIMITS.underlines} lines of ${'---'} or ${'==='}`;
    return { message, hint: say`Write headings as ${'## Heading'}.` };
  }
  return undefined;
}
