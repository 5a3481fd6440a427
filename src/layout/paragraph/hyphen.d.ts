/** Types of the part of the library that is used; the package has none. */
declare module 'hyphen/hyphen.js' {
  export default function createHyphenator(
    patterns: unknown,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): (text: string) => string;
}
