/**
 * Patterns of leftovers: what another program or a writer leaves in a text in place of words. Each pattern is global
 * and bounded, so that its time is linear in the length of the text. A lookahead is before a lookbehind, which would
 * otherwise be evaluated at every character.
 */

/** The kinds of leftovers. */
export type LeftoverKind =
  'error-value' | 'no-value' | 'field' | 'filler' | 'html' | 'encoding' | 'escape' | 'note' | 'spacing';

/**
 * Where a text comes from. `value`: of a profile or a file, printed as it is. `form`: a form of address, a template that
 * is not Markdown. `markdown`: a text of the letter.
 */
export type TextOrigin = 'value' | 'form' | 'markdown';

/** A pattern of leftovers, and the texts that are searched for it. */
export interface LeftoverPattern {
  readonly kind: LeftoverKind;
  readonly pattern: RegExp;
  readonly in: readonly TextOrigin[];
  /** Whether the words of a real name can match, so that the find is a warning. */
  readonly isDoubtful?: boolean;
}

const EVERYWHERE: readonly TextOrigin[] = ['value', 'form', 'markdown'];
const NOT_MARKDOWN: readonly TextOrigin[] = ['value', 'form'];
const VALUES: readonly TextOrigin[] = ['value'];

/** The error values of spreadsheets, without the number sign, in the languages of the conventions and some others. */
const ERROR_VALUES = [
  'N/A N/D!? N/B NV Н/Д Δ/Υ HIÁNYZIK GETTING_DATA REF! BEZUG! ¡REF! ADR! HIV! ССЫЛКА! ΑΝΑΦ! RIF! VERW!',
  'VALUE! WERT! VALEUR! ¡VALOR! VALOR! ARG! ÉRTÉK! ЗНАЧ! ΤΙΜΗ! VALORE! WAARDE! DIV/0! ¡DIV/0! DZIEL/0!',
  'ZÉRÓOSZTÓ! ДЕЛ/0! ΔΙΑΙΡ/0! DEEL/0! NAME\\? NOM\\? ¿NOMBRE\\? NAZWA\\? NÉV\\? ИМЯ\\? ΟΝΟΜΑ\\? NOME\\?',
  'NAAM\\? NULL! NUL! ¡NULO! NULLA! ПУСТО! NUM! ZAHL! NOMBRE! ¡NUM! LICZBA! SZÁM! ЧИСЛО! SPILL! ÜBERLAUF!',
  'CALC! FIELD! BLOCKED! UNKNOWN! CONNECT! BUSY! ERROR! GETAL!',
]
  .join(' ')
  .replaceAll(' ', '|');

/** The names of the character references that programs write for letters and punctuation (HTML, section 13.5). */
const ENTITY_NAMES =
  'amp|lt|gt|quot|apos|nbsp|ensp|emsp|thinsp|shy|[lr][sd]quo|[sb]dquo|[lr]aquo|[nm]dash|hellip|bull|middot|deg|sect|para|euro|' +
  'pound|copy|reg|trade|ord[fm]|i(?:excl|quest)|[AEIOUYaeiouy](?:acute|grave|circ|uml)|[ANOano]tilde|[Ccst]cedil|[Aa]ring|' +
  '[Oo]slash|(?:AE|ae|OE|oe|sz)lig|[SsZzCc]caron|[Ll]strok';

/** The signs of leftovers that consist of punctuation. A text without any of them has none of `SIGN_PATTERNS`. */
export const LEFTOVER_SIGNS: RegExp = /[#<{%*[&\\_@=]|Err:|\(\(/u;

/** Leftovers that are recognised by their punctuation. */
export const SIGN_PATTERNS: readonly LeftoverPattern[] = [
  { kind: 'error-value', pattern: new RegExp(`#(?:${ERROR_VALUES})(?![\\p{L}\\p{N}])`, 'gu'), in: EVERYWHERE },
  { kind: 'error-value', pattern: /Err:5\d\d(?!\d)/gu, in: EVERYWHERE },
  // A column of a spreadsheet that is too narrow for its number.
  { kind: 'error-value', pattern: /#{4,}/gu, in: VALUES },
  { kind: 'no-value', pattern: /\[object \w+\]/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /<<[^<>\n]{1,80}>>/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /<[%?][^<>\n]{1,80}[%?]>/gu, in: NOT_MARKDOWN },
  { kind: 'field', pattern: /\*\|[^|\n]{1,80}\|\*/gu, in: EVERYWHERE },
  {
    kind: 'field',
    pattern: /\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|[$#@]?\{[\p{L}\p{N}_][^{}\n]{0,80}\}/gu,
    in: VALUES,
  },
  { kind: 'field', pattern: /(?<![\p{L}\p{N}%])%%?\p{L}[\p{L}\p{N}_.:-]{0,60}%%?(?![\p{L}\p{N}])/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /(?<![\p{N}%] ?)%(?:\d\$|\(\w{1,60}\))?[sd](?![\p{L}\p{N}%])/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /\(\(\p{L}[^()\n]{0,80}\)\)/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /\[\[[^[\]\n]{1,80}\]\]|@@\w{1,60}@@|##\w{1,60}##/gu, in: EVERYWHERE },
  { kind: 'field', pattern: /(?<!\w)__[A-Za-z]\w{0,60}__(?!\w)|_{4,}/gu, in: NOT_MARKDOWN },
  {
    kind: 'html',
    pattern: new RegExp(`&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|${ENTITY_NAMES});`, 'gu'),
    in: NOT_MARKDOWN,
  },
  { kind: 'html', pattern: /&nbsp(?![\p{L};])/gu, in: NOT_MARKDOWN },
  {
    kind: 'html',
    pattern: new RegExp(`&amp;(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|${ENTITY_NAMES});`, 'gu'),
    in: ['markdown'],
  },
  {
    kind: 'html',
    pattern: /<\/?(?:br|p|b|i|u|em|strong|span|div|font|sup|sub|table|td|tr|li|ul|ol|h[1-6])(?:\s[^<>]{0,200})?\/?>/giu,
    in: NOT_MARKDOWN,
  },
  { kind: 'escape', pattern: /\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}/gu, in: EVERYWHERE },
  { kind: 'escape', pattern: /\\[nrt](?![a-z])|\\["']/gu, in: VALUES },
  // Percent-encoding, except in a URL or a path; and quoted-printable.
  { kind: 'escape', pattern: /(?=%)(?<![/:]\S{0,300})(?:%(?:20|2C|27|C[23]%[89AB][0-9A-F]))+/gu, in: VALUES },
  { kind: 'escape', pattern: /(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)+/gu, in: VALUES },
];

/** Matches the first character of most text that was decoded wrongly. A text without it has no such text. */
export const WRONG_LEADS: RegExp = /[Â-ÅÎÏÐÑ×-ÚàâãäåæçèéïÔΓ√‚├┬А-я]|[à-ÿ]{2}|\p{L}\?\p{L}/u;

/** What the bytes 80 to BF are in Windows-1252, without those that are punctuation in words: quotation marks, dashes. */
const LETTERS_1252 =
  '\\u0080-\\u009F\\u00A1-\\u00AA\\u00AC\\u00AE-\\u00B6\\u00B8-\\u00BA\\u00BC-\\u00BF€ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ';
/** The rest of these bytes. */
const PUNCTUATION_1252 = '\\u00A0\\u00AB\\u00AD\\u00B7\\u00BB‚„…‘’“”•–—';
/** What the bytes 80 to BF are in Windows-1251. */
const BYTES_1251 = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї';
/** The first bytes of the letters of European scripts, Hebrew and Arabic in UTF-8, as Windows-1252 decodes them. */
const LEADS = '[ÂÃÄÅÎÏÐÑ×ØÙÚ]';

/** Text in UTF-8 that was decoded with another encoding. */
export const ENCODING_PATTERNS: readonly LeftoverPattern[] = [
  {
    kind: 'encoding',
    // A capital before a quotation mark can also end a word in capitals ("JYVÄSKYLÄ”").
    pattern: new RegExp(
      `${LEADS}[${LETTERS_1252}]|(?<=\\p{Ll})${LEADS}[${PUNCTUATION_1252}]|${LEADS}[${PUNCTUATION_1252}](?=\\p{Ll})|Â\\u00A0`,
      'gu',
    ),
    in: EVERYWHERE,
  },
  { kind: 'encoding', pattern: /â(?:€[^\s\p{L}\p{N}]|€[œžŸšŒŽŠ˜]|‚¬|„[¢–]|†[’‘“”]|ˆ’)|ï»¿/gu, in: EVERYWHERE },
  { kind: 'encoding', pattern: new RegExp(`[àãäåæçèé][${LETTERS_1252}]{2}`, 'gu'), in: EVERYWHERE },
  {
    kind: 'encoding',
    pattern: new RegExp(`(?:[РС][${BYTES_1251}]){3,}|вЂ[™њќљ“”¦–—]|[А-Яа-я][§¤¦¬±µ¶®©](?=\\p{L})`, 'gu'),
    in: EVERYWHERE,
  },
  {
    kind: 'encoding',
    pattern: new RegExp(`(?<=\\p{Script=Latin})[ВГДЕ][${BYTES_1251}]|[ВГДЕ][${BYTES_1251}](?=\\p{Script=Latin})`, 'gu'),
    in: EVERYWHERE,
  },
  // UTF-8 as Mac Roman, and as the code pages 437 and 850.
  {
    kind: 'encoding',
    pattern: /√[^\s\p{ASCII}]|‚Ä[ôúùìîö¶]|[├┬][^\s─│]|ΓÇ[Öªô£¥]|ÔÇ[ÖÿÖ£ªôØ]/gu,
    in: EVERYWHERE,
  },
  // Windows-1251 as Windows-1252: no language has so many letters with accents in a row, but Estonian has "jäääär".
  { kind: 'encoding', pattern: /(?![äöü]+)[À-ÖØ-öø-ÿ]{4,}/gu, in: EVERYWHERE, isDoubtful: true },
  // Letters that an encoding lacks become question marks.
  { kind: 'encoding', pattern: /(?<![^\s("'“‘-])\p{L}+\?\p{L}+(?![^\s)"'”’,.;-])/gu, in: VALUES },
];

/** The words of leftovers that consist of letters. A text without any of them has none of `WORD_PATTERNS`. */
export const LEFTOVER_WORDS: RegExp = /\b(?:null|undefined|nan|none|nil|lorem|todo|fixme|tbc|tbd|xxx)\b/i;

const WORD_START = '(?<![\\p{L}\\p{N}_.-])';
const WORD_END = '(?![\\p{L}\\p{N}_-])';

/** Leftovers that are words. */
export const WORD_PATTERNS: readonly LeftoverPattern[] = [
  { kind: 'filler', pattern: /(?<!\p{L})lorem\s+ipsum(?!\p{L})/giu, in: EVERYWHERE },
  { kind: 'no-value', pattern: new RegExp(`${WORD_START}NaN${WORD_END}`, 'gu'), in: EVERYWHERE },
  {
    kind: 'no-value',
    pattern: new RegExp(`${WORD_START}(?:undefined|null|NULL|nil)${WORD_END}`, 'gu'),
    in: VALUES,
    isDoubtful: true,
  },
  { kind: 'no-value', pattern: /^None(?= \p{Lu})|(?=None$)(?<=\p{Lu}\S{0,300} )None/gu, in: VALUES, isDoubtful: true },
  {
    kind: 'note',
    pattern: new RegExp(`${WORD_START}(?:TODO|FIXME|TBC|TBD|XXX)${WORD_END}`, 'gu'),
    in: VALUES,
    isDoubtful: true,
  },
];

/** Matches white space before a comma or a full stop. A text without it has none of `SPACING_PATTERNS`. */
export const SPACE_BEFORE_MARK: RegExp = /\s[,،.]/u;

/**
 * A space before a comma, or before a full stop that ends a sentence. Not in ellipses and decimal fractions. Two spaces
 * in a row, and one at the beginning of a value, are reported by the rule for surplus white space.
 */
export const SPACING_PATTERNS: readonly LeftoverPattern[] = [
  { kind: 'spacing', pattern: /[^\s,]{0,40}(?<=\S)\s[,،](?!\d)/gu, in: NOT_MARKDOWN },
  { kind: 'spacing', pattern: /[^\s.]{1,40}\s\.(?=[\s"”’»)]|$)(?!\s*\.)/gu, in: NOT_MARKDOWN },
];

/** Whole values that programs write if there is nothing, or for yes and no. None of them is a name. */
export const NO_VALUES: ReadonlySet<string> = new Set(
  'null NULL undefined NaN nan nil none N/A n/a n.a. N.A. (null) (NULL) (blank) (empty) (none) <null> <NULL> \\N false TRUE FALSE 0'.split(
    ' ',
  ),
);

/** The same, where they can be names: of a person, as Null, or of a place, as Nan. */
export const DOUBTFUL_NO_VALUES: ReadonlySet<string> = new Set(
  'Null Nan NAN Nil NIL None NONE Na NA na Undefined UNDEFINED True False'.split(' '),
);

/** Whole values that a writer puts for later. */
export const NOTE_VALUES: ReadonlySet<string> = new Set('TODO FIXME TBC TBD tbc tbd XXX'.split(' '));

/** A number that a spreadsheet shortened, as 1.23457E+12. */
export const SHORTENED_NUMBER: RegExp = /^\d(?:[.,]\d+)?E\+\d{1,2}$/u;
