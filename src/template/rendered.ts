import type { RelatedLocation } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { ValueText } from './shapes.ts';
import type { CitationStatement, DemandsStatement, PassageStatement } from './template.ts';

/** Stands for the n-th insert in a rendered text: private-use characters, which Markdown takes for letters. */
export function markOf(insert: number): string {
  return `\uE000${insert}\uE001`;
}

/** Finds the marks in a text; the first group is the insert's number. */
export const MARKS: RegExp = /\uE000(\d+)\uE001/g;

/** What belongs where a mark stands, and where it was put in. */
export type Insert = SourceLocation &
  ({ readonly kind: 'value'; readonly value: ValueText } | PassageStatement | DemandsStatement | CitationStatement);

/** A place in a template, and the tags through which it was included, innermost first. */
export interface SourceLocation {
  readonly span: Span;
  readonly chain: readonly RelatedLocation[];
}

/** From here on, the rendered text comes from that place. */
export interface Origin extends SourceLocation {
  /** Offset in the rendered text. */
  readonly at: number;
}

/** A template with its conditions decided: Markdown of its own, in which marks stand for everything that is put in. */
export interface Rendered {
  readonly text: string;
  readonly inserts: readonly Insert[];
  /** In the order of the text. */
  readonly origins: readonly Origin[];
  readonly file: string;
}

/** Whether two renderings are of the same words with the same inserts: each stretch comes from the same statement. */
export function isSameRendering(a: Rendered, b: Rendered): boolean {
  const stretches = (one: Rendered): readonly unknown[] =>
    one.origins.flatMap(({ at, span, chain }) => [at, span, ...chain.map((link) => link.span)]);
  const [ofA, ofB] = [stretches(a), stretches(b)];
  return a.text === b.text && ofA.length === ofB.length && ofA.every((part, index) => part === ofB[index]);
}

/** Where the character at an offset of the rendered text stands in the templates. */
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
  if (origin === undefined) return { span: { file: rendered.file, line: 1, column: 1 }, chain: [] };
  const { file, line, column } = origin.span;
  const isMark = rendered.text[origin.at] === '\uE000';
  const span = { file, line, column: isMark ? column : column + offset - origin.at };
  return { span, chain: origin.chain };
}

/** The insert of that number; a number without one is a bug of ours. */
export function insertAt(inserts: readonly Insert[], number: number): Insert {
  const insert = inserts[number];
  if (insert === undefined) throw new Error(`the text has no insert ${number}`);
  return insert;
}
