/** Begins like no block, holds nothing that is markup, ends without white space. */
const PLAIN = /^(?:\d{1,9} )?\p{L}(?:[\p{L}\p{M}\p{N}.,;:()/’‘“”–—\u00a0-]| (?! ))*$/u;

/**
 * A paragraph of such lines as Markdown, if it is clear that nothing in it has to be escaped: the library writes the same,
 * but looks at every character in many ways, and addresses are different in every letter. Undefined: only it can tell.
 */
export function plainParagraph(lines: readonly string[]): string | undefined {
  for (const line of lines) if (!PLAIN.test(line) || line.endsWith(' ')) return undefined;
  return lines.length === 0 ? undefined : `${lines.join('\\\n')}\n`;
}
