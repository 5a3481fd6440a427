import { conventionsOf, LANGUAGES } from '../languages/languages.ts';
import { fault, type Diagnostic, type DiagnosticCode } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type ContentLine, type Template } from './template.ts';

/** The patterns of working notes (what a writer leaves in a text for later) of all languages. */
const NOTES_OF_LANGUAGES = LANGUAGES.map((language) => conventionsOf(language).draftMarks);
/** Words that request a check ("check", "verify") in all languages, as alternatives of a regular expression. */
const REQUEST_WORDS = NOTES_OF_LANGUAGES.flatMap(({ requests }) => requests).join('|');

/**
 * Patterns of working notes in all languages. Only the literal text of templates is searched for them, because values
 * can match them: a street may be called "Rue X / X-straat".
 */
const NOTE_PATTERNS: readonly RegExp[] = [
  ...NOTES_OF_LANGUAGES.flatMap(({ openChoices }) => openChoices ?? []),
  / \/ /g,
  new RegExp(String.raw`\((?:${REQUEST_WORDS})(?!\p{L})`, 'giu'),
  /\b(?:TODO|FIXME|XXX|TBC|TBD)\b/g,
];

/** Matches braces in literal text. They are the remains of a mistyped tag, because valid tags are not literal text. */
const BRACES = /\{+|\}+/g;

/** Matches the delimiter row of a table (GitHub Flavored Markdown, section 4.10). */
const TABLE_DELIMITER_ROW = /^(?=[^|\n]*\|)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/gm;

/**
 * Returns the faults of a template's literal text: working notes, mistyped tags and tables. HTML comments are skipped,
 * because they are not printed.
 */
export function literalTextFaults(template: Template): readonly Diagnostic[] {
  const lines = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'content' ? statement.lines : [],
  );
  return blankComments(lines).flatMap((line) => [
    ...NOTE_PATTERNS.flatMap((pattern) =>
      faultsOfPattern(line, pattern, 'text/working-note', (note) => ({
        message: say`${note} is a working note`,
        hint: say`Decide on the words; words that depend on the recipient need a wording of their own.`,
      })),
    ),
    ...faultsOfPattern(line, BRACES, 'text/working-note', (brace) => ({
      message: say`${brace} is what is left of a tag`,
      hint: say`A tag has two braces at each end, as in ${'{{passage "name"}}'}; a letter has no braces.`,
    })),
    ...faultsOfPattern(line, TABLE_DELIMITER_ROW, 'text/unsupported-markdown', () => ({
      message: say`letters hold no tables`,
      hint: say`Write a list, or sentences.`,
    })),
  ]);
}

/**
 * Returns the offsets, in UTF-16 code units, at which there are two or more spaces between words. Spaces at the start
 * of a line are indentation and are ignored.
 */
export function findDoubledSpaces(text: string): readonly number[] {
  // Indentation becomes line feeds of the same number, so that offsets do not change.
  const unindented = text.replaceAll(/\n[ \t>]*/g, (lineStart) => '\n'.repeat(lineStart.length));
  return [...unindented.matchAll(/(?<![\s])[ \t\u00A0]{2,}(?!\s)/g)].map(({ index }) => index);
}

/** Replaces the characters of HTML comments by spaces, so that the other text keeps its lines and columns. */
function blankComments(lines: readonly ContentLine[]): readonly ContentLine[] {
  const text = lines.map((line) => line.text).join('');
  const blankedText = replaceComments(text, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  let offset = 0;
  return lines.map(({ text: line, span }) => {
    offset += line.length;
    return { text: blankedText.slice(offset - line.length, offset), span };
  });
}

/** Returns a fault for each match of a pattern in a line; `describe` returns the words for it. */
function faultsOfPattern(
  { text, span }: ContentLine,
  pattern: RegExp,
  code: DiagnosticCode,
  describe: (match: string) => { readonly message: Message; readonly hint: Message },
): readonly Diagnostic[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => {
    const { message, hint } = describe(match);
    return fault(code, shiftSpan(span, index), message, { hint });
  });
}

function shiftSpan(span: Span, columns: number): Span {
  return { ...span, column: span.column + columns };
}
