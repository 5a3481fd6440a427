/*
 * A spreadsheet evaluates a cell that begins like a formula (CSV injection,
 * https://owasp.org/www-community/attacks/CSV_Injection), and divides a line at its own separator: a comma, a semicolon
 * or a tab, depending on the locale. In a semicolon locale, `Minister;=1+1` in one quoted cell therefore becomes two
 * cells, the second of which is a formula. A CI system executes workflow commands in what is printed. An apostrophe is
 * put where either could begin. A spreadsheet also takes some texts for values, and then shows others: `0100` becomes
 * 100, `false` FALSE, `3-2` a day. They get an apostrophe too. It marks a cell as text in spreadsheets. `unguardCell`
 * takes exactly these apostrophes out, so that a table can be read back: where apostrophes precede a formula or a
 * command, writing adds one, and reading removes one.
 */

/** What begins a formula, in ASCII and in full-width forms, after spaces and quotation marks. */
const FORMULA = String.raw`(?:[^\S\t\r\n]|")*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]`;

/** The end of what precedes a cell or a line, by any separator that a spreadsheet may use. */
const AFTER_SEPARATOR = String.raw`(?<=^|[,;\t\r\n])`;

/**
 * A cell that a spreadsheet shows otherwise, in one locale or another: a truth value, zeros before a number, decimals,
 * many digits, and what may be a time, a day or a power of ten. Plain integers and days of ISO 8601 are read as they are.
 */
const CONVERTED = String.raw`(?:[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|(?!(?:0|[1-9]\d{0,10}|\d{4}-\d{2}-\d{2})$)[.,]?\d[\d.,:\/\-]*(?:[eE]\d+)?(?: ?%)?)$`;

/** The places that are guarded: what precedes each, and what follows it after any number of apostrophes. */
const GUARDED_PLACES: readonly (readonly [before: string, after: string])[] = [
  [AFTER_SEPARATOR, `'*${FORMULA}`],
  ['^', `'*${CONVERTED}`],
  // A cell that begins with a tab or a line break: a spreadsheet may drop that character.
  ['^', String.raw`'*[\t\r\n]`],
  // `::` at the beginning of a line (GitHub Actions), `##[` and `##vso[` anywhere (GitHub Actions, Azure Pipelines).
  // An apostrophe before it may be one that this table adds, so it does not make a difference.
  [String.raw`(?<=(?:^|[\r\n\u2028\u2029])(?:[^\S\r\n\u2028\u2029]|')*(?<!'))`, `'*::`],
  ['(?<=#)', String.raw`'*#(?:vso)?\[`],
];

const TO_GUARD = new RegExp(GUARDED_PLACES.map(([before, after]) => `${before}(?=${after})`).join('|'), 'gu');
const GUARDED = new RegExp(GUARDED_PLACES.map(([before, after]) => `${before}'(?=${after})`).join('|'), 'gu');

/** Makes formulas and workflow commands in a cell harmless; see the beginning of this file. */
export function guardCell(text: string): string {
  return text.replaceAll(TO_GUARD, "'");
}

/** Returns the text of a cell that {@link guardCell} has guarded. */
export function unguardCell(text: string): string {
  return text.replaceAll(GUARDED, '');
}

const MARKED = new RegExp(`^'(?='*${CONVERTED})`, 'u');

/**
 * Returns the text of a cell without the apostrophe that marks it as text, if a spreadsheet would show it otherwise
 * without one. No value of a profile begins so; a table that `list --csv` wrote has such marks also if its columns in
 * parentheses, by which it is recognised, have been deleted.
 */
export function unmarkCell(text: string): string {
  return text.replace(MARKED, '');
}
