import { codePointOf } from '../model/character-policy.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import type { FreeText } from './free-texts.ts';
import { MAX_ECHO_LENGTH, type ValidatedData, echoOf, formatSubject } from './echo.ts';

/** Matches white space at either end of a text, and two or more white-space characters in a row. */
const SURPLUS_SPACE = /^\s+|\s+$|\s{2,}/gu;

/** Matches the tags of a form of address, which is a template. White space inside a tag is not printed. */
const TAGS = /\{\{.*?\}\}/gu;

/**
 * Returns a fault for each free text that begins or ends with white space, or has two white-space characters in a row.
 * A letter prints it as it is (`Dear Ms Anna Ferreira ,`). All white space of Unicode counts; a single no-break space
 * between words is allowed, because French needs it.
 */
export function spacingFaults(texts: readonly FreeText[], origin: ValidatedData['origin']): readonly Diagnostic[] {
  return texts.flatMap((freeText) => {
    const { text, span } = freeText.scalar;
    if (text.search(SURPLUS_SPACE) === -1 || text.trim() === '') return [];
    const words = text.includes('{{') ? text.replaceAll(TAGS, (tag) => '.'.repeat(tag.length)) : text;
    const [surplus] = words.matchAll(SURPLUS_SPACE);
    if (surplus === undefined) return [];
    const message: Message = [...formatSubject(freeText.path), ...describeSurplus(words, surplus.index, surplus[0])];
    return [fault('data/white-space', span, message, { hint: spacingHint(freeText, origin) })];
  });
}

/** Describes the first surplus white space of a text. Characters that look like a space are named by code point. */
function describeSurplus(text: string, index: number, spaces: string): Message {
  const others = [...new Set(spaces)].filter((character) => character !== ' ').map(codePointOf);
  const names = others.length === 0 ? '' : ` (${others.join(', ')})`;
  if (index === 0) return [` begins with a space${names}`];
  return [index + spaces.length === text.length ? ` ends with a space${names}` : ` has two spaces in a row${names}`];
}

/** Returns the hint: the text without surplus white space, unless it is long. */
function spacingHint({ scalar: { text, span } }: FreeText, origin: ValidatedData['origin']): Message {
  const repaired = text.trim().replaceAll(/\s{2,}/gu, ' ');
  const inTable = span.cell === undefined ? [] : ['; in a spreadsheet, the function TRIM does it for a whole column'];
  if (repaired.length > MAX_ECHO_LENGTH)
    return ['leave out the spaces at its ends, and one of two in a row', ...inTable];
  return [...say`write ${echoOf(origin, repaired)}`, ...inTable];
}
