/**
 * Characters that a terminal or a log would obey or hide instead of showing: controls (C0, DEL, C1), bidirectional
 * controls, zero-width characters, line and paragraph separators, byte order marks, lone surrogates, tags.
 */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** Input made safe to print: what cannot be seen is written out as `\u{1b}`; nothing in it can start a line. */
export function neutralise(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** As {@link neutralise}, cut where an echo would drown the message; for what is quoted inside a sentence. */
export function echoed(text: string, longest = 80): string {
  const characters = Array.from(text);
  const shown = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
  return neutralise(shown);
}
