/** Declares the function of the library that is used, because the package has no types. */
declare module 'hyphen/hyphen.js' {
  export default function createHyphenator(
    patterns: unknown,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): (text: string) => string;
}
