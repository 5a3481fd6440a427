/**
 * Characters that a terminal or a log would obey or hide instead of showing, by Unicode's general categories: controls
 * (Cc), formats, among them all that direct bidirectional text or have no width (Cf), separators of lines and
 * paragraphs (Zl, Zp), lone surrogates (Cs).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Where a log of CI would begin to read a command: `::` that may come to stand at the beginning of a line (GitHub), `##[`
 * and `##vso[` anywhere (GitHub's older ones, Azure).
 */
const OBEYED = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/gu;

/**
 * Input made safe to print: what cannot be seen is written out as `\u{1b}`, and so is the first character of what would
 * be obeyed; nothing in it can start a line.
 */
export function neutralise(text: string): string {
  return text.replace(UNSEEN, writtenOut).replace(OBEYED, writtenOut);
}

function writtenOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** As {@link neutralise}, cut where an echo would drown the message; for what is quoted inside a sentence. */
export function echoed(text: string, longest = 80): string {
  const characters = Array.from(text);
  const shown = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
  return neutralise(shown);
}

/** Input in quotation marks for a sentence; see {@link echoed}. */
export function quoted(text: string): string {
  return `“${echoed(text)}”`;
}
