import type { Span } from '../model/span.ts';

/** The text of a template, and its location in the campaign's files. */
export interface TemplateSource {
  readonly file: string;
  /** With line ends normalised to line feeds. */
  readonly text: string;
  /** Returns the span in the file for a line and column of the text, both from 1. */
  readonly spanAt: (line: number, column: number) => Span;
}

/** Returns the source of a template that is a whole file. */
export function sourceOfFile(file: string, text: string): TemplateSource {
  return { file, text: text.replaceAll(/\r\n?/g, '\n'), spanAt: (line, column) => ({ file, line, column }) };
}

/**
 * Returns the source of a template that is a value in a data file. Every position in it has the span of the value's
 * start, because quoting and folding in the file are not known here.
 */
export function sourceOfValue(span: Span, text: string): TemplateSource {
  return { file: span.file, text: text.replaceAll(/\r\n?/g, '\n').trimEnd(), spanAt: () => span };
}

/** Returns the span of an offset in the text, in UTF-16 code units. */
export function spanOfOffset(source: TemplateSource, offset: number): Span {
  const before = source.text.slice(0, offset);
  const line = before.split('\n').length;
  return source.spanAt(line, offset - before.lastIndexOf('\n'));
}
