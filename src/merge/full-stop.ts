/**
 * Returns a text without the full stop at its start, because what was filled in before it ends with one, as a date in
 * Croatian or "Inc." does: a sentence ends with one full stop. An ellipsis stays, and so does a full stop inside a name,
 * as ".org".
 */
export function withoutSecondFullStop(text: string): string {
  return text.replace(/^\.(?![.\p{L}\p{N}])/u, '');
}
