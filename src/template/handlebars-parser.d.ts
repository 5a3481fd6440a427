declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** `Handlebars.parse`: returns the AST of a template. Throws on a syntax error. */
  export function parse(text: string): unknown;
}
