/** Puts a text into single quotes, for bash, zsh and other shells of POSIX. */
export function inSingleQuotes(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Returns a path as one word that a user can type into a shell: in quotation marks if a shell would interpret it. */
export function shellWord(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  return /^[\p{L}\p{M}\p{N}@%+=:,./_-]+$/u.test(word) ? word : inSingleQuotes(word);
}
