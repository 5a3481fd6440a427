/** Markdown that is allowed, but may mean something else than its writer thinks: reported unless declared to be meant. */
import { warning, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { meantLine, type IsMeant } from '../model/meant.ts';
import { say, type Message } from '../model/message.ts';
import { locate, type RenderedText } from './rendered.ts';

/** A place in a rendered text whose markup may not be meant. */
export interface DoubtfulMarkup {
  readonly code: DiagnosticCode;
  /** The place of the signs in the rendered text, in UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
  readonly message: Message;
  readonly advice: Message;
}

/** Matches the end of a link whose target follows: `](`, `][`, or ` (https:`. The parser left it in the words. */
const LINK_TARGET = /\](?:\[|\(|[ \t]\(<?(?:https?:|mailto:|www\.))/iy;

/**
 * Finds brackets among words that look like a link. `start` and `end`: the place of the words in the rendered text. What
 * follows is looked at too, because the target can be a link of its own.
 */
export function findFailedLinks({ text }: RenderedText, start: number, end: number): readonly DoubtfulMarkup[] {
  const found: DoubtfulMarkup[] = [];
  for (let offset = text.indexOf(']', start); offset >= 0 && offset < end; offset = text.indexOf(']', offset + 1)) {
    LINK_TARGET.lastIndex = offset;
    const match = LINK_TARGET.exec(text);
    if (match === null || text[offset - 1] === '\\') continue;
    found.push({
      code: 'text/failed-link',
      offset,
      length: match[0].length,
      message: say`this looks like a link, and would be printed as it is typed`,
      advice: say`A link is ${'[words](https://…)'}, with no space in the address or before it. To print a bracket, write ${'\\]'}.`,
    });
  }
  return found;
}

/** Returns a warning for each place that is not declared to be meant. The hint has the line that declares it. */
export function doubtfulMarkupWarnings(
  rendered: RenderedText,
  found: readonly DoubtfulMarkup[],
  isMeant: IsMeant,
): readonly Diagnostic[] {
  const { text } = rendered;
  return found.flatMap(({ code, offset, length, message, advice }) => {
    if (isMeant(text, offset, length)) return [];
    const { span, includedFrom: related } = locate(rendered, offset);
    // A phrase has no placeholders of values: it is literal text.
    const start = text.lastIndexOf('\uE001', offset) + 1;
    const end = text.indexOf('\uE000', offset + length);
    const words = text.slice(start, end < 0 ? undefined : end);
    const hint: Message = [
      ...advice,
      ' If it is meant, ',
      ...say`write in letter.yaml: ${meantLine(words, offset - start, length)}`,
    ];
    return [warning(code, span, message, { hint, related })];
  });
}
