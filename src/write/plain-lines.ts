/** Begins like no block, holds nothing that is markup. */
const PLAIN = /^(?:\d{1,9} )?\p{L}[\p{L}\p{M}\p{N}.,;:()/’‘“”–—\u00a0 -]*$/u;

/**
 * A paragraph of such lines as Markdown, if it is clear that nothing in it has to be escaped: the library writes the same,
 * but looks at every character in many ways, and addresses are different in every letter. Undefined: only it can tell.
 */
export function plainParagraph(lines: readonly string[]): string | undefined {
  return lines.length > 0 && lines.every(isPlain) ? `${lines.join('\\\n')}\n` : undefined;
}

function isPlain(line: string): boolean {
  return !line.includes('  ') && !line.endsWith(' ') && PLAIN.test(line);
}
