import { warning, type Diagnostic } from '../model/diagnostic.ts';
import { wordsOf } from '../model/fragment-words.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Row, SetLine } from './galley.ts';

/** Finds justified lines whose white space had to grow too much: the letter can be read, but does not look well. */
export function findLooseLines(rows: readonly Row[], loosest: number, span: Span): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { lines } of rows) {
    for (const line of lines) if (line.stretch > loosest) found.push(looseLine(line, span));
  }
  return found;
}

function looseLine(line: SetLine, span: Span): Diagnostic {
  const message = say`the line ${fromProfile(wordsOf(line.fragments).trim())} has wide gaps, as the word after it does not fit`;
  const hint = say`change a word of the paragraph, or set page: { justify: false }`;
  return warning('page/loose-line', span, message, { hint });
}
