/** The examples of the CommonMark specification, each with its number. */
declare module 'commonmark-spec' {
  export const tests: readonly { readonly number: number; readonly markdown: string }[];
}
