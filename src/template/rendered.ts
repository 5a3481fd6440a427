import type { RelatedLocation } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { ValueText } from './shapes.ts';
import type { CitationStatement, DemandsStatement, PassageStatement } from './template.ts';

/**
 * Returns the mark of an insert, its placeholder in a rendered text: the index of the insert between two private-use
 * characters, which Markdown parses as plain text.
 */
export function placeholderOf(insert: number): string {
  return `\uE000${insert}\uE001`;
}

/** Matches a mark; the first group is the index of the insert. */
export const PLACEHOLDERS: RegExp = /\uE000(\d+)\uE001/g;

/** What replaces a mark, with the location of its tag. */
export type Insert = SourceLocation &
  ({ readonly kind: 'value'; readonly value: ValueText } | PassageStatement | DemandsStatement | CitationStatement);

/** A location in a template, and the tags that include its partial, innermost first. */
export interface SourceLocation {
  readonly span: Span;
  readonly includedFrom: readonly RelatedLocation[];
}

/** The source location of the rendered text from an offset on. */
export interface Origin extends SourceLocation {
  /** Offset in the rendered text, in UTF-16 code units. */
  readonly at: number;
}

/** A template after its conditions, loops and partials are evaluated: Markdown with a mark for each insert. */
export interface Rendered {
  readonly text: string;
  /** The inserts; the index of each is the number in its mark. */
  readonly inserts: readonly Insert[];
  /** In ascending order of offsets. */
  readonly origins: readonly Origin[];
  readonly file: string;
}

/** Whether two renderings have the same text and the same origins; spans are compared by identity. */
export function isSameRendering(a: Rendered, b: Rendered): boolean {
  const originKeys = (rendered: Rendered): readonly unknown[] =>
    rendered.origins.flatMap(({ at, span, includedFrom: chain }) => [
      at,
      span,
      ...chain.map((inclusion) => inclusion.span),
    ]);
  const [keysOfA, keysOfB] = [originKeys(a), originKeys(b)];
  return (
    a.text === b.text && keysOfA.length === keysOfB.length && keysOfA.every((key, index) => key === keysOfB[index])
  );
}

/** Returns the source location of an offset in the rendered text, by binary search. */
export function locate(rendered: Rendered, offset: number): SourceLocation {
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
  const isMark = rendered.text[origin.at] === '\uE000';
  const span = { file, line, column: isMark ? column : column + offset - origin.at };
  return { span, includedFrom: origin.includedFrom };
}

/** Returns the insert with an index; throws if there is none, which is a bug. */
export function insertAt(inserts: readonly Insert[], number: number): Insert {
  const insert = inserts[number];
  if (insert === undefined) throw new Error(`the text has no insert ${number}`);
  return insert;
}
