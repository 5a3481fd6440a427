/**
 * Matches characters that a terminal or a log would not show, but act on or hide, by Unicode's general categories:
 * control characters (Cc), format characters such as bidirectional controls and zero-width characters (Cf), line and
 * paragraph separators (Zl, Zp), and lone surrogates (Cs).
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Matches the first character of a workflow command, which a CI system would execute when it is printed: `::` at the
 * beginning of a line (GitHub Actions), `##[` (older commands of GitHub Actions) and `##vso[` (Azure Pipelines)
 * anywhere.
 */
const CI_COMMAND = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/gu;

/**
 * Makes text from the user's files safe to print. Invisible characters, including line breaks, and the first character
 * of workflow commands are escaped, as in `\u{1b}`. The result is one line.
 */
export function neutralise(text: string): string {
  return text.replace(INVISIBLE, codePointEscape).replace(CI_COMMAND, codePointEscape);
}

function codePointEscape(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Shortens text to at most `maxLength` code points, and neutralises it; see {@link neutralise}. */
export function neutraliseShortened(text: string, maxLength = 80): string {
  const characters = Array.from(text);
  const shortened = characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : text;
  return neutralise(shortened);
}

/** Returns text in quotation marks, neutralised and shortened; see {@link neutraliseShortened}. */
export function quote(text: string): string {
  return `“${neutraliseShortened(text)}”`;
}
