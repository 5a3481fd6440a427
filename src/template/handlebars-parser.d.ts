declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** Parses a template and returns its AST; the same function as `Handlebars.parse`. Throws on a syntax error. */
  export function parse(text: string): unknown;
}
