import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { statementsWithin, type ContentLine, type Template } from './template.ts';

/** What a draft holds and a letter must not. Values may: a street may be called "Rue X / X-straat". */
const NOTES: readonly RegExp[] = [
  /\{\{|\}\}/g,
  /\b(?:his\/her|her\/his|he\/she|she\/he|him\/her|her\/him|sir\/madam|madam\/sir|mr\/ms|ms\/mr)\b/gi,
  / \/ /g,
  /\(check\b/gi,
  /\b(?:TODO|FIXME|XXX|TBC|TBD)\b/g,
];

/** The notes to oneself that are left in a template's own words; HTML comments, which are not printed, may hold any. */
export function workingNotes(template: Template): readonly Diagnostic[] {
  const lines = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'content' ? statement.lines : [],
  );
  return withoutComments(lines).flatMap(({ text, span }) =>
    NOTES.flatMap((pattern) => [...text.matchAll(pattern)]).map(({ index, 0: note }) => {
      const hint = say`Decide on the words; what depends on the recipient is a wording of its own.`;
      return fault('text/working-note', shifted(span, index), say`${note} is a note for whoever writes the letter`, {
        hint,
      });
    }),
  );
}

/** The lines with comments blanked out, so that what is left keeps its place. */
function withoutComments(lines: readonly ContentLine[]): readonly ContentLine[] {
  const text = lines.map((line) => line.text).join('');
  const blanked = text.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  let at = 0;
  return lines.map(({ text: line, span }) => {
    at += line.length;
    return { text: blanked.slice(at - line.length, at), span };
  });
}

function shifted(span: Span, columns: number): Span {
  return { ...span, column: span.column + columns };
}
