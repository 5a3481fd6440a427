import { conventionsOf, LANGUAGES } from '../languages/languages.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type ContentLine, type Template } from './template.ts';

const BY_LANGUAGE = LANGUAGES.map((language) => conventionsOf(language).workingNotes);
const CHECKS = BY_LANGUAGE.flatMap(({ checks }) => checks).join('|');

/**
 * What a draft holds and a letter must not, whatever language either is in. Values may hold it: a street may be called
 * "Rue X / X-straat".
 */
const NOTES: readonly RegExp[] = [
  ...BY_LANGUAGE.flatMap(({ alternatives }) => alternatives ?? []),
  / \/ /g,
  new RegExp(String.raw`\((?:${CHECKS})(?!\p{L})`, 'giu'),
  /\b(?:TODO|FIXME|XXX|TBC|TBD)\b/g,
];

/** What is left of a tag that was mistyped: every tag that could be read is gone from the words. */
const BRACES = /\{+|\}+/g;

/** The line below the heads of a table: nothing but dashes, and bars between them. */
const TABLE = /^(?=[^|\n]*\|)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/gm;

/**
 * The notes to oneself, broken tags and tables that are left in a template's own words; HTML comments, which are not
 * printed, may hold any.
 */
export function workingNotes(template: Template): readonly Diagnostic[] {
  const lines = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'content' ? statement.lines : [],
  );
  return withoutComments(lines).flatMap((line) => [
    ...NOTES.flatMap((pattern) =>
      faultsAt(line, pattern, 'text/working-note', (note) => ({
        message: say`${note} is a note for whoever writes the letter`,
        hint: say`Decide on the words; what depends on the recipient is a wording of its own.`,
      })),
    ),
    ...faultsAt(line, BRACES, 'text/working-note', (brace) => ({
      message: say`${brace} is what is left of a tag`,
      hint: say`A tag has two braces at each end, as in ${'{{passage "name"}}'}; a letter has no braces.`,
    })),
    ...faultsAt(line, TABLE, 'text/unsupported-markdown', () => ({
      message: say`letters hold no tables`,
      hint: say`Write a list, or sentences.`,
    })),
  ]);
}

/**
 * Where words are more than one space apart. The start of a line is no such place: there, spaces belong to the
 * indentation.
 */
export function doubledSpaces(text: string): readonly number[] {
  const lines = text.replaceAll(/\n[ \t>]*/g, (indentation) => '\n'.repeat(indentation.length));
  return [...lines.matchAll(/(?<![\s])[ \t\u00A0]{2,}(?!\s)/g)].map(({ index }) => index);
}

/** The lines with comments blanked out, so that what is left keeps its place. */
function withoutComments(lines: readonly ContentLine[]): readonly ContentLine[] {
  const text = lines.map((line) => line.text).join('');
  const blanked = replaceComments(text, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  let at = 0;
  return lines.map(({ text: line, span }) => {
    at += line.length;
    return { text: blanked.slice(at - line.length, at), span };
  });
}

function faultsAt(
  { text, span }: ContentLine,
  pattern: RegExp,
  code: DiagnosticCode,
  tell: (found: string) => { readonly message: Message; readonly hint: Message },
): readonly Diagnostic[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const { message, hint } = tell(found);
    return fault(code, shifted(span, index), message, { hint });
  });
}

function shifted(span: Span, columns: number): Span {
  return { ...span, column: span.column + columns };
}
