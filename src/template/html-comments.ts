/**
 * Puts something else in the place of every comment (`<!-- … -->`). One walk over the text, however many comments are
 * opened and never closed; a pattern would try each of them to the end.
 */
export function replaceComments(text: string, replacement: (comment: string) => string): string {
  let replaced = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return replaced + text.slice(from);
    replaced += text.slice(from, start) + replacement(text.slice(start, end + 3));
    from = end + 3;
  }
}
