/**
 * Returns a key that is equal for names of columns, and for forms of address, that differ only in case, accents,
 * punctuation or white space: `postcode` for "Post-code", `prenom` for "Prénom". Empty if there is no letter or digit.
 */
export function foldName(name: string): string {
  return (
    name
      // Upper case first, which makes SS of ß.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replaceAll('ł', 'l')
      .replaceAll('ς', 'σ')
  );
}
