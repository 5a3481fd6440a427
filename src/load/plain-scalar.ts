import type { Span } from '../model/span.ts';

/** What YAML means by these is "no value"; printed, they would be words. */
export const NO_VALUE: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL']);

const COMMENT = /[ \t]+#/y;

/** YAML takes a space and # for the beginning of a comment, wherever it is: `Plaza #400` is `Plaza`. */
export function commentBehind(end: number, text: string, placeAt: (offset: number) => Span): Span | undefined {
  COMMENT.lastIndex = end;
  return COMMENT.test(text) ? placeAt(COMMENT.lastIndex - 1) : undefined;
}
