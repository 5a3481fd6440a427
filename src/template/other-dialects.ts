import { say, type Message } from '../model/message.ts';

/** Markup of another dialect of Markdown, which would be printed as it is typed. */
export interface ForeignMarkup {
  /** The offset in the source, in UTF-16 code units. */
  readonly index: number;
  readonly message: Message;
  readonly hint: Message;
}

/** A kind of foreign markup: its pattern, and the words for a match. */
interface Kind {
  readonly pattern: RegExp;
  readonly message: Message;
  readonly hint: Message;
}

const CITE = say`Write ${'{{cite "key"}}'} with the key of a source.`;

/** Markup among the words of a line: of GFM, Pandoc, kramdown, Obsidian, LaTeX. A backslash before it makes it text. */
const INLINE_KINDS: readonly Kind[] = [
  { pattern: /\[\^[^\]\s]+\]|\^\[/g, message: say`texts cannot contain footnotes`, hint: CITE },
  { pattern: /\[-?@[^\]\s]+[^\]]*\]/g, message: say`a source is not cited like this`, hint: CITE },
  { pattern: /~~+/g, message: say`letters hold no struck-out words`, hint: say`Leave the words out.` },
  {
    pattern: /(?<!~)~(?![~\s])[^~\s]+~(?!~)/g,
    message: say`letters hold no subscripts`,
    hint: say`Type the sign itself, as in ${'H₂O'}, or write ${'H2O'}.`,
  },
  {
    pattern: /\^[^\s^]+\^/g,
    message: say`letters hold no superscripts`,
    hint: say`Type the sign itself, as in ${'1ᵉʳ'} or ${'m²'}, or write ${'1er'}.`,
  },
  {
    pattern: /(?<!=)==(?=[^\s=])|(?<=[^\s=])==(?!=)/g,
    message: say`letters hold no marked words`,
    hint: say`Write ${'**words**'}.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+][^+]*\+\+)/gu,
    message: say`letters hold no marks of inserted words`,
    hint: say`Leave ${'++'} out.`,
  },
  {
    pattern: /\$\$+|\$(?=[^$\s\d])[^$\n]{0,200}[^$\s]\$(?![\p{L}\p{N}])/gu,
    message: say`letters hold no formulas`,
    hint: say`Write it in words, or with the signs themselves: ${'x² ≤ 4'}.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]+:(?![\p{L}\p{N}:])/gu,
    message: say`letters hold no emoji`,
    hint: say`Leave it out; a colon within words has a space beside it.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}:/])\\(?:[a-z]{3,}|[A-Z][a-z]{2,})/gu,
    message: say`letters hold no commands of LaTeX`,
    hint: say`Leave it out; a letter is divided into pages when it is set.`,
  },
  {
    pattern: /\*\*+|(?<![_\p{L}\p{N}])__(?=[^\s_])|(?<=\S)(?<!_)__(?![_\p{L}\p{N}])/gu,
    message: say`these signs are not markup here, and would be printed`,
    hint: say`Strong words are ${'**words**'}, without spaces inside the signs, in one paragraph.`,
  },
  { pattern: /`/g, message: say`a backtick would be printed`, hint: say`Type a quotation mark, or remove it.` },
  {
    pattern: /<!--|-->/g,
    message: say`a comment begins with ${'<!--'} and ends with ${'-->'}, in one paragraph`,
    hint: say`Close it, or remove it.`,
  },
  {
    pattern: /(?<=[\p{L}\p{N}\p{Po}\p{Pe}\p{Pf}] ?)(?<!<!)-{2,3}(?= ?[\p{L}\p{N}\p{Ps}\p{Pi}])/gu,
    message: say`hyphens in a row would be printed as they are`,
    hint: say`Type the dash itself: ${'–'} or ${'—'}.`,
  },
];

/** Markup at the start of a line of a paragraph. */
const LINE_KINDS: readonly Kind[] = [
  {
    pattern: /:{3,}/y,
    message: say`letters hold no containers such as ${':::'}`,
    hint: say`Write a quotation, with ${'>'} before each line.`,
  },
  {
    pattern: /:[ \t]+\S/y,
    message: say`letters hold no lists of definitions`,
    hint: say`Write ${'**Term**: its definition'}. A colon of a sentence belongs on the line above.`,
  },
  {
    // A field as ##name## is reported as such.
    pattern: /#{2,}(?!\w{1,60}##)[^\s#]/y,
    message: say`a heading needs a space after its signs`,
    hint: say`Write ${'## Heading'}.`,
  },
];

/** Finds markup of other dialects among words. `source` is the Markdown from which a text node was parsed. */
export function findInlineForeignMarkup(source: string): readonly ForeignMarkup[] {
  return INLINE_KINDS.flatMap(({ pattern, message, hint }) =>
    [...source.matchAll(pattern)]
      .filter(({ index }) => !isEscaped(source, index))
      .map(({ index }) => ({ index, message, hint })),
  );
}

/** Finds markup of other dialects at the starts of lines. `source` is the Markdown of a paragraph. */
export function findLineForeignMarkup(source: string): readonly ForeignMarkup[] {
  let lineStart = 0;
  return source.split('\n').flatMap((line) => {
    const index = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const offset = lineStart + index;
    lineStart += line.length + 1;
    const kind = LINE_KINDS.find(({ pattern }) => {
      pattern.lastIndex = index;
      return pattern.test(line);
    });
    return kind === undefined ? [] : [{ index: offset, message: kind.message, hint: kind.hint }];
  });
}

/** Finds markup of GFM at the start of a list item: a box to tick. */
export function findTaskBox(source: string): ForeignMarkup | undefined {
  if (!/^\[[ xX]?\][ \t\n]/.test(source)) return undefined;
  return { index: 0, message: say`letters hold no boxes to tick`, hint: say`Leave out the ${'[ ]'}.` };
}

/** Finds markup of GFM at the start of a quotation: an alert. */
export function findAlert(source: string): ForeignMarkup | undefined {
  if (!/^\[![A-Za-z]+\]/.test(source)) return undefined;
  return { index: 0, message: say`letters hold no alerts`, hint: say`Write ${'**Note**'} or the like.` };
}

/** Whether a backslash before an offset makes the sign there text. */
function isEscaped(source: string, index: number): boolean {
  let backslashes = 0;
  while (source[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
