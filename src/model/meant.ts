/** Whether words at an offset of a text are declared to be meant, so that they are not reported. */
export type IsMeant = (text: string, index: number, length: number) => boolean;

/**
 * Returns a function that recognises words within an occurrence of one of the phrases (`meant` in `letter.yaml`). White
 * space in a phrase stands for any white space, so that a phrase is also found where a line of a text ends in it.
 */
export function createMeantTest(phrases: readonly string[]): IsMeant {
  // Compiled on first use: most texts have nothing that is asked about.
  let patterns: readonly RegExp[] | undefined;
  return (text, index, length) =>
    (patterns ??= phrases.map(phrasePattern)).some((pattern) =>
      [...text.matchAll(pattern)].some(
        (match) => match.index <= index && index + length <= match.index + match[0].length,
      ),
    );
}

function phrasePattern(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  return new RegExp(words.join(String.raw`\s+`), 'gu');
}

/** The maximum length of the phrase that a hint suggests, in UTF-16 code units. */
const MAX_PHRASE_LENGTH = 50;

/**
 * Returns the line of `letter.yaml` that declares words to be meant. The phrase is the whole text if that is short;
 * otherwise the words with those beside them, so that the same words elsewhere are still reported.
 */
export function meantLine(text: string, index: number, length: number): string {
  const whole = text.trim();
  if (whole.length <= MAX_PHRASE_LENGTH) return `meant: [${JSON.stringify(whole)}]`;
  const before = /\S*\s*$/u.exec(text.slice(Math.max(0, index - MAX_PHRASE_LENGTH), index))?.[0] ?? '';
  const after = /^\s*\S*/u.exec(text.slice(index + length, index + length + MAX_PHRASE_LENGTH))?.[0] ?? '';
  const phrase = `${before}${text.slice(index, index + length)}${after}`.trim();
  return `meant: [${JSON.stringify(phrase)}]`;
}
