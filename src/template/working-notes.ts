import { conventionsOf, LANGUAGES } from '../languages/languages.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type ContentLine, type Template } from './template.ts';

/** The conventions for working notes of each language. */
const BY_LANGUAGE = LANGUAGES.map((language) => conventionsOf(language).draftMarks);
/** The words that ask for a check, of all languages, as alternatives of a pattern. */
const CHECKS = BY_LANGUAGE.flatMap(({ requests: checks }) => checks).join('|');

/**
 * Patterns of the working notes of all languages. They are searched only in the literal text of templates, because
 * values can look like them: a street may be called "Rue X / X-straat".
 */
const NOTES: readonly RegExp[] = [
  ...BY_LANGUAGE.flatMap(({ openChoices: alternatives }) => alternatives ?? []),
  / \/ /g,
  new RegExp(String.raw`\((?:${CHECKS})(?!\p{L})`, 'giu'),
  /\b(?:TODO|FIXME|XXX|TBC|TBD)\b/g,
];

/** Braces in literal text: the remains of a mistyped tag, because valid tags are parsed as statements of their own. */
const BRACES = /\{+|\}+/g;

/** The delimiter row of a table (GitHub Flavored Markdown, section 4.10). */
const TABLE_DELIMITER_ROW = /^(?=[^|\n]*\|)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/gm;

/**
 * Reports working notes, mistyped tags and tables in the literal text of a template. HTML comments are skipped, because
 * they are not printed.
 */
export function workingNotes(template: Template): readonly Diagnostic[] {
  const lines = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'content' ? statement.lines : [],
  );
  return withoutComments(lines).flatMap((line) => [
    ...NOTES.flatMap((pattern) =>
      faultsAt(line, pattern, 'text/working-note', (note) => ({
        message: say`${note} is a working note`,
        hint: say`Decide on the words; words that depend on the recipient need a wording of their own.`,
      })),
    ),
    ...faultsAt(line, BRACES, 'text/working-note', (brace) => ({
      message: say`${brace} is what is left of a tag`,
      hint: say`A tag has two braces at each end, as in ${'{{passage "name"}}'}; a letter has no braces.`,
    })),
    ...faultsAt(line, TABLE_DELIMITER_ROW, 'text/unsupported-markdown', () => ({
      message: say`letters hold no tables`,
      hint: say`Write a list, or sentences.`,
    })),
  ]);
}

/**
 * Returns the offsets of double spaces between words, in UTF-16 code units. Spaces at the start of a line are
 * indentation and do not count.
 */
export function doubledSpaces(text: string): readonly number[] {
  const lines = text.replaceAll(/\n[ \t>]*/g, (indentation) => '\n'.repeat(indentation.length));
  return [...lines.matchAll(/(?<![\s])[ \t\u00A0]{2,}(?!\s)/g)].map(({ index }) => index);
}

/** Replaces the characters of HTML comments by spaces, so that the rest keeps its lines and columns. */
function withoutComments(lines: readonly ContentLine[]): readonly ContentLine[] {
  const text = lines.map((line) => line.text).join('');
  const blanked = replaceComments(text, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  let offset = 0;
  return lines.map(({ text: line, span }) => {
    offset += line.length;
    return { text: blanked.slice(offset - line.length, offset), span };
  });
}

function faultsAt(
  { text, span }: ContentLine,
  pattern: RegExp,
  code: DiagnosticCode,
  describe: (found: string) => { readonly message: Message; readonly hint: Message },
): readonly Diagnostic[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const { message, hint } = describe(found);
    return fault(code, shifted(span, index), message, { hint });
  });
}

function shifted(span: Span, columns: number): Span {
  return { ...span, column: span.column + columns };
}
