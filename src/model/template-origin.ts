import type { Span } from './span.ts';

/** Where a block of a letter is written: which of the campaign's texts prints it, and the place of its words. */
export interface TemplateOrigin {
  /** The key of the text that a rule chose: `demands/observers/submit`. */
  readonly text: string;
  /** The start of the block: in the file of the text, or in that of a partial which the text includes. */
  readonly span: Span;
}

/** Returns a text that equal origins alone have; an empty one if there is no origin. */
export function templateOriginKey(origin: TemplateOrigin | undefined): string {
  if (origin === undefined) return '';
  const { text, span } = origin;
  return `${text} ${span.file}:${span.line}:${span.column}`;
}
