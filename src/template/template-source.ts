import type { Span } from '../model/span.ts';

/** Text that is to be parsed as a template, and where its lines stand for the user. */
export interface TemplateSource {
  readonly file: string;
  /** Lines end in a line feed. */
  readonly text: string;
  /** The place of a line and column of the text, both from 1. */
  readonly place: (line: number, column: number) => Span;
}

/** A template that is a file of its own. */
export function sourceOfFile(file: string, text: string): TemplateSource {
  return { file, text: text.replaceAll(/\r\n?/g, '\n'), place: (line, column) => ({ file, line, column }) };
}

/**
 * A template that is one value of a data file. How the value is quoted or folded there is not known here, so all of it
 * has the place where the value begins.
 */
export function sourceOfValue(span: Span, text: string): TemplateSource {
  return { file: span.file, text: text.replaceAll(/\r\n?/g, '\n').trimEnd(), place: () => span };
}

/** The place of an offset in the text. */
export function locationOfOffset(source: TemplateSource, offset: number): Span {
  const before = source.text.slice(0, offset);
  const line = before.split('\n').length;
  return source.place(line, offset - before.lastIndexOf('\n'));
}
