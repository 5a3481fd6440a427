/**
 * How a format shows a number, so far as its text is known. 'general': as it was typed. 'digits': with a fixed
 * number of decimals and leading zeros. 'date': a day, of which year, month and day are all shown. The other kinds are
 * not turned into text; their names say what they show.
 */
export type NumberPattern =
  | { readonly kind: 'general' }
  | {
      readonly kind: 'digits';
      /** The minimum number of digits before the decimal point; further ones are zeros: 5 for `00000`, 0 for `#`. */
      readonly minimum: number;
      /** The number of decimals that are always shown, and the maximum. */
      readonly decimals: number;
      readonly maxDecimals: number;
    }
  | { readonly kind: 'date' }
  | { readonly kind: UnreadablePattern };

/**
 * What a format shows that is not turned into text. 'part-of-date': a day without its year, or a month. 'other': words,
 * colours that depend on the value, fractions, and what the language of the spreadsheet decides.
 */
export type UnreadablePattern = 'part-of-date' | 'time' | 'percent' | 'currency' | 'exponent' | 'other';

/** A number format of a workbook (ECMA-376-1, 18.8.30). */
export interface NumberFormat {
  /** The code, for messages; for a format whose code is not in the file, its number. */
  readonly code: string;
  readonly positive: NumberPattern;
  readonly zero: NumberPattern;
  /** The pattern of negative numbers, without their sign. 'other' if they are shown in another way than with a minus. */
  readonly negative: NumberPattern;
  /** Whether a text is shown as it is, not with other words around it, or hidden. */
  readonly showsText: boolean;
}

const GENERAL: NumberPattern = { kind: 'general' };
const OTHER: NumberPattern = { kind: 'other' };

/**
 * The codes of the formats that a file need not contain (ECMA-376-1, 18.8.30). Those that the table leaves out depend on
 * the language of the spreadsheet: currencies, and dates of East Asian calendars.
 */
const BUILT_IN_CODES: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Returns the format of a number (`numFmtId`), by its code if the file has one. */
export function numberFormatOf(id: number, code: string | undefined = BUILT_IN_CODES[id]): NumberFormat {
  if (code !== undefined) return parseNumberFormat(code);
  return { code: `number ${id}`, positive: OTHER, zero: OTHER, negative: OTHER, showsText: true };
}

/**
 * Parses a format code: up to four sections, for positive numbers, negative numbers, zero and text. Fewer sections serve
 * for more of them.
 */
export function parseNumberFormat(code: string): NumberFormat {
  const sections = splitSections(code);
  const textIndex = sections.length === 4 ? 3 : sections.findIndex((tokens) => hasCode(tokens, '@'));
  const textSection = sections[textIndex];
  const showsText = textSection === undefined || isPlainText(textSection);
  const numeric = sections.filter((_, index) => index !== textIndex);
  const [first = textSection ?? []] = numeric;
  // With a condition of its own, as [>=1000], a section is for other numbers than its position says.
  if (numeric.some((tokens) => tokens.some(({ kind }) => kind === 'condition')) || sections.length > 4) {
    return { code, positive: OTHER, zero: OTHER, negative: OTHER, showsText };
  }
  const positive = patternOf(first);
  const [, second, third] = numeric;
  return {
    code,
    positive,
    negative: second === undefined ? positive : patternAfterMinus(second),
    zero: third === undefined ? positive : patternOf(third),
    showsText,
  };
}

/**
 * A token of a section. 'code': a placeholder or a letter of a date. 'literal': shown as it is. 'currency', 'condition'
 * and 'calendar': in square brackets; a calendar is another than the Gregorian, or digits of another script.
 */
interface Token {
  readonly kind: 'code' | 'literal' | 'elapsed' | 'currency' | 'condition' | 'calendar';
  readonly text: string;
}

/**
 * Matches the tokens of a code: a quoted text, an escaped character, space as wide as a character (`_`), a repeated
 * character (`*`), brackets, `General`, AM/PM, and any character.
 */
const TOKENS = /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|(AM\/PM|A\/P)|(;)|([\s\S])/giu;
const COLOUR = /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)$/iu;
/** A language, as in `[$-409]`; F800 is the long date of the system. More digits choose a calendar or other digits. */
const LANGUAGE = /^\$-(?:[0-9a-f]{1,4}|[a-z]{2,3}(?:-[a-z]{2,4})*)$/iu;

/** Returns the tokens of each section. Colours, languages and mere space are left out: they are no characters. */
function splitSections(code: string): readonly (readonly Token[])[] {
  let section: Token[] = [];
  const sections = [section];
  for (const [, quoted, escaped, bracketed, general, noon, separator, character] of code.matchAll(TOKENS)) {
    const literal = quoted ?? escaped;
    if (separator !== undefined) sections.push((section = []));
    else if (literal !== undefined) section.push({ kind: 'literal', text: literal });
    else if (bracketed !== undefined) section.push(...bracketTokens(bracketed));
    else if (general !== undefined) section.push({ kind: 'code', text: 'General' });
    else if (noon !== undefined) section.push({ kind: 'code', text: 'h' });
    else if (character !== undefined) section.push(characterToken(character));
  }
  return sections;
}

function bracketTokens(text: string): readonly Token[] {
  if (COLOUR.test(text) || LANGUAGE.test(text)) return [];
  if (/^(?:h+|m+|s+)$/iu.test(text)) return [{ kind: 'elapsed', text }];
  if (text.startsWith('$-')) return [{ kind: 'calendar', text }];
  if (text.startsWith('$')) return [{ kind: 'currency', text }];
  return [{ kind: 'condition', text }];
}

function characterToken(character: string): Token {
  if (/[$€£¥\p{Sc}]/u.test(character)) return { kind: 'currency', text: character };
  return { kind: /[0#?.,%/@a-z]/iu.test(character) ? 'code' : 'literal', text: character };
}

function hasCode(tokens: readonly Token[], code: string): boolean {
  return tokens.some(({ kind, text }) => kind === 'code' && text === code);
}

/** Whether a section for texts shows them as they are. White space around a text cannot be seen. */
function isPlainText(tokens: readonly Token[]): boolean {
  return visibleText(tokens) === '@';
}

function visibleText(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Returns the pattern of a section for negative numbers, if it shows a minus before the number; otherwise 'other'. */
function patternAfterMinus(tokens: readonly Token[]): NumberPattern {
  const [minus, ...rest] = tokens;
  if (minus?.kind === 'literal' && minus.text === '-') return patternOf(rest);
  const pattern = patternOf(tokens);
  return pattern.kind === 'general' || pattern.kind === 'digits' || pattern.kind === 'date' ? OTHER : pattern;
}

/** Returns the pattern of a section. */
function patternOf(tokens: readonly Token[]): NumberPattern {
  const kinds = new Set(tokens.map(({ kind }) => kind));
  if (kinds.has('calendar')) return OTHER;
  if (kinds.has('currency') || tokens.some(({ text }) => /\p{Sc}/u.test(text))) return { kind: 'currency' };
  const codes = tokens
    .filter(({ kind }) => kind === 'code')
    .map(({ text }) => text)
    .join('');
  if (kinds.has('elapsed')) return { kind: 'time' };
  if (codes === 'General' || codes === '@') return visibleText(tokens) === codes ? GENERAL : OTHER;
  if (codes.includes('%')) return { kind: 'percent' };
  if (/[0#?][.,]*E/iu.test(codes)) return { kind: 'exponent' };
  if (/[a-z]/iu.test(codes)) return datePattern(tokens);
  return visibleText(tokens) === codes ? digitsPattern(codes) : OTHER;
}

/** Returns the pattern of a date. */
function datePattern(tokens: readonly Token[]): NumberPattern {
  // Literals separate letters of the same kind, as in `dddd" "d`.
  const letters = tokens.map(({ kind, text }) => (kind === 'code' ? text.toLowerCase() : ' ')).join('');
  if (/[^ymdhs.,/0 ]/u.test(letters)) return OTHER;
  if (/[hs]/u.test(letters)) return { kind: 'time' };
  const runs = letters.match(/y+|m+|d+/gu) ?? [];
  // Three letters d or more show the weekday.
  const showsDay = runs.some((run) => /^d{1,2}$/u.test(run));
  const showsAll = showsDay && letters.includes('m') && letters.includes('y');
  return { kind: showsAll ? 'date' : 'part-of-date' };
}

/**
 * Returns the pattern of digits: `0`, `00000`, `0.00`, `#,##0.00`, `0.##`. Separators of thousands are left out of the
 * text, which is what was typed. A comma after the last digit divides by a thousand, and `?` aligns: both are 'other'.
 */
function digitsPattern(codes: string): NumberPattern {
  const match = /^([#,]*)(0[0,]*)?(?:\.(0*)(#*))?$/u.exec(codes);
  if (match === null) return OTHER;
  const [, optional = '', required = '', decimals = '', optionalDecimals = ''] = match;
  const isGrouped = `${optional}${required}`.includes(',');
  const minimum = required.replaceAll(',', '').length;
  if (`${optional}${required}`.endsWith(',') || (isGrouped && minimum > 1)) return OTHER;
  if (codes === '') return OTHER;
  return {
    kind: 'digits',
    minimum,
    decimals: decimals.length,
    maxDecimals: decimals.length + optionalDecimals.length,
  };
}
