/** Types of the part of the library that is used; the package has none. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next break opportunity, by its position in UTF-16 units; null after the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
