declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** `Handlebars.parse`: the tree of a template. Throws what its grammar does not know. */
  export function parse(text: string): unknown;
}
