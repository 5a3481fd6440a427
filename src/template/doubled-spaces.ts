/**
 * Where words are more than one space apart. The start of a line is no such place: there, spaces belong to the
 * indentation.
 */
export function doubledSpaces(text: string): readonly number[] {
  const lines = text.replaceAll(/\n[ \t>]*/g, (indentation) => '\n'.repeat(indentation.length));
  return [...lines.matchAll(/(?<![\s])[ \t\u00A0]{2,}(?!\s)/g)].map(({ index }) => index);
}
