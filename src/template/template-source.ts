import type { Span } from '../model/span.ts';

/** The unparsed text of a template, and its location in the campaign's files. */
export interface TemplateSource {
  readonly file: string;
  /** The text of the template, with line ends normalised to line feeds. */
  readonly text: string;
  /** Returns the span in the file of a line and column of the text; both count from 1. */
  readonly spanAt: (line: number, column: number) => Span;
}

/** Returns the source of a template that is a whole file. */
export function sourceOfFile(file: string, text: string): TemplateSource {
  return { file, text: text.replaceAll(/\r\n?/g, '\n'), spanAt: (line, column) => ({ file, line, column }) };
}

/**
 * Returns the source of a template that is a value in a data file. Every line and column of the text has the span of
 * the start of the value: the quoting and folding of the YAML file, which change lines and columns, are not known here.
 */
export function sourceOfValue(span: Span, text: string): TemplateSource {
  return { file: span.file, text: text.replaceAll(/\r\n?/g, '\n').trimEnd(), spanAt: () => span };
}

/** Returns the source of a template whose lines are values in a data file, each with the span of its value. */
export function sourceOfLines(span: Span, spans: readonly Span[], text: string): TemplateSource {
  return { ...sourceOfValue(span, text), spanAt: (line) => spans[line - 1] ?? span };
}

/** Returns the span of an offset in the text, in UTF-16 code units. */
export function spanOfOffset(source: TemplateSource, offset: number): Span {
  const textBefore = source.text.slice(0, offset);
  const line = textBefore.split('\n').length;
  return source.spanAt(line, offset - textBefore.lastIndexOf('\n'));
}
