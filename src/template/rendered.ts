import type { RelatedLocation } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { ValueText } from './shapes.ts';
import type { CitationStatement, DemandsStatement, PassageStatement, PluralForm } from './template.ts';

/**
 * Returns the placeholder of an insert (a value, a citation, a passage or the demands) in a rendered text. It consists
 * of the index of the insert between two private-use characters, and is plain text to the Markdown parser.
 */
export function placeholderOf(insertIndex: number): string {
  return `\uE000${insertIndex}\uE001`;
}

/** Matches a placeholder; the first group is the index of the insert. */
export const PLACEHOLDERS: RegExp = /\uE000(\d+)\uE001/g;

/**
 * The content that replaces a placeholder, with the location of its tag. `typedPath` is the path as the template has it.
 */
export type Insert = SourceLocation &
  (
    | { readonly kind: 'value'; readonly value: ValueText; readonly typedPath: string }
    | {
        readonly kind: 'plural';
        readonly number: ValueText;
        readonly typedPath: string;
        readonly forms: readonly PluralForm[];
      }
    | PassageStatement
    | DemandsStatement
    | CitationStatement
  );

/** A location in a template. If it is in a partial, `includedFrom` lists the tags that include it, innermost first. */
export interface SourceLocation {
  readonly span: Span;
  readonly includedFrom: readonly RelatedLocation[];
}

/** The source location of a part of the rendered text, which extends to the offset of the next origin. */
export interface Origin extends SourceLocation {
  /** The offset of the part in the rendered text, in UTF-16 code units. */
  readonly at: number;
  /**
   * The number of code units at the start of the part that are not in the template: the prefix of the lines of a partial
   * in a list or a quotation. They have the location of the text that follows them.
   */
  readonly prefixLength: number;
}

/** A template whose conditions, loops and partials are evaluated: Markdown text with a placeholder for each insert. */
export interface RenderedText {
  readonly text: string;
  /** The inserts; the index of each is the number in its placeholder. */
  readonly inserts: readonly Insert[];
  /** The source locations of the parts of the text, in ascending order of offsets. */
  readonly origins: readonly Origin[];
  /** The path of the template's file. */
  readonly file: string;
}

/** Whether two renderings of a template have the same text and the same origins. Spans are compared by identity. */
export function isSameRendering(a: RenderedText, b: RenderedText): boolean {
  if (a.text !== b.text) return false;
  const comparedValues = (rendered: RenderedText): readonly unknown[] =>
    rendered.origins.flatMap(({ at, span, includedFrom }) => [
      at,
      span,
      ...includedFrom.map((inclusion) => inclusion.span),
    ]);
  const [valuesOfA, valuesOfB] = [comparedValues(a), comparedValues(b)];
  return valuesOfA.length === valuesOfB.length && valuesOfA.every((value, index) => value === valuesOfB[index]);
}

/** Returns the source location of an offset (in UTF-16 code units) in the rendered text, by binary search. */
export function locate(rendered: RenderedText, offset: number): SourceLocation {
  const { origins } = rendered;
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((origins[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const origin = origins[low - 1];
  if (origin === undefined) return { span: { file: rendered.file, line: 1, column: 1 }, includedFrom: [] };
  const { file, line, column } = origin.span;
  const start = origin.at + origin.prefixLength;
  // All of a placeholder is at the start of its tag.
  const isPlaceholder = rendered.text[start] === '\uE000';
  const span = { file, line, column: isPlaceholder ? column : column + Math.max(0, offset - start) };
  return { span, includedFrom: origin.includedFrom };
}

/** Returns the insert with an index. Throws if there is none, which is a bug. */
export function insertAt(inserts: readonly Insert[], index: number): Insert {
  const insert = inserts[index];
  if (insert === undefined) throw new Error(`the text has no insert ${index}`);
  return insert;
}
