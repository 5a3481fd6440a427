/**
 * Replaces every HTML comment (`<!-- … -->`) of a text. The time is linear even if many comments are never closed: a
 * regular expression would search to the end of the text from the start of each.
 */
export function replaceComments(text: string, replacement: (comment: string) => string): string {
  let replaced = '';
  let position = 0;
  for (;;) {
    const start = text.indexOf('<!--', position);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return replaced + text.slice(position);
    replaced += text.slice(position, start) + replacement(text.slice(start, end + 3));
    position = end + 3;
  }
}
