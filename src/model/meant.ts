import { literalPattern } from './literal-pattern.ts';

/** Whether words at an offset of a text are declared to be meant, so that they are not reported. */
export type IsMeant = (text: string, index: number, length: number) => boolean;

/**
 * Returns a function that recognises words within an occurrence of one of the phrases (`meant` in `letter.yaml`). White
 * space in a phrase stands for any white space, so that a phrase is also found where a line of a text ends in it.
 */
export function createMeantTest(phrases: readonly string[]): IsMeant {
  // Compiled on first use: most texts have nothing that is asked about.
  let patterns: readonly RegExp[] | undefined;
  return (text, index, length) => {
    // A phrase has no white space at its ends.
    const words = text.slice(index, index + length);
    const start = index + (length - words.trimStart().length);
    const end = index + words.trimEnd().length;
    return (patterns ??= phrases.map(phrasePattern)).some((pattern) =>
      [...text.matchAll(pattern)].some((match) => match.index <= start && end <= match.index + match[0].length),
    );
  };
}

function phrasePattern(phrase: string): RegExp {
  const words = phrase.trim().split(/\s+/u).map(literalPattern);
  return new RegExp(words.join(String.raw`\s+`), 'gu');
}

/** The maximum length of the phrase that a hint suggests, in UTF-16 code units. */
const MAX_PHRASE_LENGTH = 50;

/**
 * Returns the line of `letter.yaml` that declares words to be meant. The phrase is the whole line of the text if that is
 * short; otherwise the words with those beside them, so that the same words elsewhere are still reported. A phrase is on
 * one line: its white space is single spaces.
 */
export function meantLine(text: string, index: number, length: number): string {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  const lineEnd = text.indexOf('\n', index + length);
  const line = text.slice(index === 0 ? 0 : lineStart, lineEnd < 0 ? undefined : lineEnd).trim();
  if (line.length <= MAX_PHRASE_LENGTH) return meantKey(line);
  const before = /\S*[^\S\n]*$/u.exec(text.slice(Math.max(0, index - MAX_PHRASE_LENGTH), index))?.[0] ?? '';
  const after = /^[^\S\n]*\S*/u.exec(text.slice(index + length, index + length + MAX_PHRASE_LENGTH))?.[0] ?? '';
  return meantKey(`${before}${text.slice(index, index + length)}${after}`.trim());
}

function meantKey(phrase: string): string {
  return `meant: [${JSON.stringify(phrase.replaceAll(/\s+/gu, ' '))}]`;
}
