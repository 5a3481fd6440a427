/** Returns a text as a quoted scalar of YAML, for hints that show what to write. Double quotes need fewer escapes. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
