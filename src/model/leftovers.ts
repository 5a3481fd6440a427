import { isFieldName, isIdentifier } from './field-names.ts';
import {
  DOUBTFUL_NO_VALUES,
  ENCODING_PATTERNS,
  LEFTOVER_SIGNS,
  LEFTOVER_WORDS,
  type LeftoverKind,
  type LeftoverPattern,
  NO_VALUES,
  NOTE_VALUES,
  SHORTENED_NUMBER,
  SIGN_PATTERNS,
  SPACE_BEFORE_MARK,
  SPACING_PATTERNS,
  type TextOrigin,
  WORD_PATTERNS,
  WRONG_LEADS,
} from './leftover-patterns.ts';

/** A part of a text that another program, or a writer, left in place of words: `#N/A`, `«Name»`, `MÃ¼ller`. */
export interface Leftover {
  readonly kind: LeftoverKind;
  readonly words: string;
  /** The offset of the words in the text, in UTF-16 code units. */
  readonly index: number;
  /** Whether a real name can look so. It is a warning then, and a fault otherwise. */
  readonly isDoubtful: boolean;
}

/** Each family of patterns, with a test that most texts fail, so that they are not searched for each pattern. */
const FAMILIES: readonly { readonly mayMatch: RegExp; readonly patterns: readonly LeftoverPattern[] }[] = [
  { mayMatch: LEFTOVER_SIGNS, patterns: SIGN_PATTERNS },
  { mayMatch: WRONG_LEADS, patterns: ENCODING_PATTERNS },
  { mayMatch: LEFTOVER_WORDS, patterns: WORD_PATTERNS },
  { mayMatch: SPACE_BEFORE_MARK, patterns: SPACING_PATTERNS },
];

/** Returns the leftovers in a value, which is printed as it is. Those of a whole value are searched for first. */
export function findLeftoversInValue(text: string): readonly Leftover[] {
  const whole = wholeLeftover(text);
  return whole === undefined ? findLeftovers(text, 'value', false) : [whole];
}

/**
 * Returns the leftovers in the words of a template. `quotesInGuillemets`: whether the language of the template has
 * guillemets without spaces around a quotation, so that a word in them can be one.
 */
export function findLeftoversInWords(
  text: string,
  origin: Exclude<TextOrigin, 'value'>,
  quotesInGuillemets: boolean,
): readonly Leftover[] {
  return findLeftovers(text, origin, quotesInGuillemets);
}

/** Returns the leftover that a whole value is; undefined if it is none. */
function wholeLeftover(text: string): Leftover | undefined {
  const leftover = (kind: LeftoverKind, isDoubtful = false): Leftover => ({ kind, words: text, index: 0, isDoubtful });
  if (text.length <= 12) {
    if (NO_VALUES.has(text)) return leftover('no-value');
    if (DOUBTFUL_NO_VALUES.has(text)) return leftover('no-value', true);
    if (NOTE_VALUES.has(text)) return leftover('note');
    if (SHORTENED_NUMBER.test(text)) return leftover('error-value');
  }
  return /[\p{L}\p{N}]/u.test(text) || text.trim() === '' ? undefined : leftover('no-value');
}

function findLeftovers(text: string, origin: TextOrigin, quotesInGuillemets: boolean): readonly Leftover[] {
  const leftovers = FAMILIES.filter(({ mayMatch }) => mayMatch.test(text)).flatMap(({ patterns }) =>
    patterns
      .filter((pattern) => pattern.in.includes(origin))
      .flatMap(({ kind, pattern, isDoubtful = false }) =>
        [...text.matchAll(pattern)].map(({ 0: words, index }): Leftover => ({ kind, words, index, isDoubtful })),
      ),
  );
  const fields = [
    ...fieldsInGuillemets(text, quotesInGuillemets),
    ...fieldsInAngleBrackets(text, origin),
    ...fieldsInBrackets(text, origin),
  ];
  return withoutOverlaps([...leftovers, ...fields]);
}

/**
 * Returns the merge fields of word processors, `«First_Name»`. A word in guillemets is also a quotation or the name of a
 * firm; it is a field if it is an identifier or a usual name of a field.
 */
function fieldsInGuillemets(text: string, quotesInGuillemets: boolean): readonly Leftover[] {
  if (!text.includes('«')) return [];
  return [...text.matchAll(/«([\p{L}_][\p{L}\p{N}_]{0,60})»/gu)].flatMap(({ 0: words, 1: word = '', index }) => {
    if (isIdentifier(word)) return [{ kind: 'field', words, index, isDoubtful: false }];
    return isFieldName(word) ? [{ kind: 'field', words, index, isDoubtful: quotesInGuillemets }] : [];
  });
}

/** Returns the fields in angle brackets, `<First Name>`. In a text of the letter they are HTML, which is a fault. */
function fieldsInAngleBrackets(text: string, origin: TextOrigin): readonly Leftover[] {
  if (origin === 'markdown' || !text.includes('<')) return [];
  return [...text.matchAll(/<([^<>\n]{1,60})>/gu)].flatMap(({ 0: words, 1: inner = '', index }) =>
    isFieldName(inner.trim()) || isIdentifier(inner) ? [{ kind: 'field', words, index, isDoubtful: false }] : [],
  );
}

/** Returns the fields that writers type in brackets, `[Your name]`. Links and notes of Markdown are none. */
function fieldsInBrackets(text: string, origin: TextOrigin): readonly Leftover[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(/(?<![\]\\])\[([^[\]\n]{1,60})\](?![[(:])/gu)].flatMap(
    ({ 0: words, 1: inner = '', index }) => {
      const isField = isFieldName(inner.trim());
      const isWholeValue = origin === 'value' && words === text;
      return isField || isWholeValue ? [{ kind: 'field', words, index, isDoubtful: !isField }] : [];
    },
  );
}

/** Returns the leftovers in the order of the text, without those that begin within an earlier one. */
function withoutOverlaps(leftovers: readonly Leftover[]): readonly Leftover[] {
  let end = 0;
  return leftovers
    .toSorted(
      (a, b) => a.index - b.index || b.words.length - a.words.length || Number(a.isDoubtful) - Number(b.isDoubtful),
    )
    .filter(({ index, words }) => {
      if (index < end) return false;
      end = index + words.length;
      return true;
    });
}
