/** Returns a text as a quoted scalar of YAML, for hints that show what to write. Double quotes need fewer escapes. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Returns a name as YAML writes it within brackets, in quotation marks only if it needs them. */
export function plainYaml(name: string): string {
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ ()./+-]*$/u.test(name) && !/^(?:null|~)$/iu.test(name);
  return isPlain ? name : quoteYaml(name);
}
