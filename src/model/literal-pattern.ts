/** Returns the source of a regular expression that matches a text as it is. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}

/**
 * Returns the source of a regular expression that matches any of some texts as they are, without a group around them. It
 * matches nothing if there are none.
 */
export function anyOf(texts: readonly string[]): string {
  return texts.length === 0 ? '(?!)' : texts.map(literalPattern).join('|');
}
