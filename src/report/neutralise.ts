/**
 * Matches characters that a terminal or a log would not show, but act on or hide, by Unicode's general categories:
 * control characters (Cc), format characters such as bidirectional controls and zero-width characters (Cf), line and
 * paragraph separators (Zl, Zp), and lone surrogates (Cs).
 */
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`;

/**
 * Matches the first character of a workflow command that a CI system would execute wherever it is printed in a line:
 * `##[` (older commands of GitHub Actions) and `##vso[` (Azure Pipelines).
 */
const COMMAND_ANYWHERE = String.raw`#(?=#(?:vso)?\[)`;

/** Matches the characters of a text on which a terminal or a CI system would act, wherever in a line they are. */
export const UNSAFE_IN_LOGS: RegExp = new RegExp(`${INVISIBLE}|${COMMAND_ANYWHERE}`, 'gu');

/** Matches the first character of a workflow command of GitHub Actions, which is one only at the beginning of a line. */
const COMMAND_AT_START = /(?=::)(?<=^\s*):/gu;

/**
 * Makes text from the user's files safe to print. Invisible characters, including line breaks, and the first character
 * of workflow commands are escaped, as in `\u{1b}`. The result is one line.
 */
export function neutralise(text: string): string {
  return text.replace(UNSAFE_IN_LOGS, codePointEscape).replace(COMMAND_AT_START, codePointEscape);
}

/**
 * Neutralises a text that is divided into parts; see {@link neutralise}. A workflow command is found even if its
 * characters are in several parts.
 */
export function neutraliseParts(parts: readonly string[]): readonly string[] {
  const text = parts.join('');
  const unsafe = [...text.matchAll(UNSAFE_IN_LOGS), ...text.matchAll(COMMAND_AT_START)];
  const unsafeOffsets = new Set(unsafe.map(({ index }) => index));
  let offset = 0;
  return parts.map((part) =>
    Array.from(part, (character) => {
      offset += character.length;
      return unsafeOffsets.has(offset - character.length) ? codePointEscape(character) : character;
    }).join(''),
  );
}

/** Formats lines for a terminal or a log, each neutralised and followed by a line feed; see {@link neutralise}. */
export function printableLines(lines: readonly string[]): string {
  return lines.map((line) => `${neutralise(line)}\n`).join('');
}

function codePointEscape(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** The text that replaces a value from a profile if such values may not be shown. */
export const WITHHELD = '(not shown)';

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
