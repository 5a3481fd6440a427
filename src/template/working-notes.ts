import type { Conventions } from '../languages/conventions.ts';
import { allLocaleData } from '../languages/languages.ts';
import { fault, warning, type Diagnostic } from '../model/diagnostic.ts';
import { leftoverDiagnostic } from '../model/leftover-diagnostic.ts';
import type { TextOrigin } from '../model/leftover-patterns.ts';
import { findLeftoversInWords } from '../model/leftovers.ts';
import type { Locales } from '../model/locale-data.ts';
import { anyOf } from '../model/literal-pattern.ts';
import { type IsMeant, meantLine } from '../model/meant.ts';
import { type Message, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type Template } from './template.ts';

/**
 * Patterns of working notes (what a writer leaves in a text for later). Only the literal text of templates is searched
 * for them, because values can match them.
 */
export type NotePatterns = readonly RegExp[];

/** Creates the patterns of the working notes in all languages, those of the campaign included. */
export function createNotePatterns(locales: Locales): NotePatterns {
  const notes = allLocaleData(locales).map(({ workingNotes }) => workingNotes);
  // A choice may be left open in either order: "his/her", "her/his".
  const openChoices = notes.flatMap(({ openChoices: choices }) =>
    choices.flatMap((choice) => [choice, choice.split('/').toReversed().join('/')]),
  );
  const requests = notes.flatMap((each) => each.requests);
  return [
    new RegExp(String.raw`(?<!\p{L})(?:${anyOf([...new Set(openChoices)])})(?!\p{L})`, 'giu'),
    new RegExp(String.raw`\((?:${anyOf([...new Set(requests)])})(?!\p{L})`, 'giu'),
    /\b(?:TODO|FIXME|XXX|TBC|TBD)\b/g,
  ];
}

/** Matches braces in literal text. They are the remains of a mistyped tag, because valid tags are not literal text. */
const BRACES = /\{+|\}+/g;

/** Matches a slash between words: two wordings of which one is to be chosen, or two names of one place. */
const OPEN_CHOICE = / \/ /g;

/** What decides which words of a template are reported. */
export interface WordsContext {
  /** The conventions of the language; undefined if letters cannot be set in it, which is a fault of its own. */
  readonly conventions: Conventions | undefined;
  readonly notePatterns: NotePatterns;
  /** Whether the template is a form of address, which is not Markdown. */
  readonly origin: Exclude<TextOrigin, 'value'>;
  /** Whether words are declared to be meant, so that they are not reported. */
  readonly isMeant: IsMeant;
}

/**
 * Returns the faults and warnings of a template's literal text: working notes, leftovers of other programs and
 * mistyped tags. HTML comments are skipped, because they are not printed.
 */
export function literalTextFaults(template: Template, context: WordsContext): readonly Diagnostic[] {
  const lines = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'content' ? statement.lines : [],
  );
  const pluralWords = [...statementsWithin(template.statements)].flatMap((statement) =>
    statement.kind === 'plural' ? statement.forms : [],
  );
  const text = replaceComments(lines.map((line) => line.text).join(''), (comment) =>
    // Spaces keep the lines and columns of the text after the comment.
    comment.replaceAll(/[^\n]/g, ' '),
  );
  let offset = 0;
  const lineFaults = lines.flatMap(({ text: { length }, span }) => {
    const line: LiteralLine = { words: text.slice(offset, offset + length), span, text, offset };
    offset += length;
    return [...noteFaults(line, context), ...leftoversInLine(line, context)];
  });
  const pluralFaults = pluralWords.flatMap(({ words, span }) => {
    const line: LiteralLine = { words, span, text: words, offset: 0 };
    return [...noteFaults(line, context), ...leftoversInLine(line, context)].map((found) => ({ ...found, span }));
  });
  return [...lineFaults, ...pluralFaults];
}

/** A line of literal text, or the part of a line beside a tag, with its offset in all literal text of the template. */
interface LiteralLine {
  readonly words: string;
  readonly span: Span;
  readonly text: string;
  readonly offset: number;
}

/**
 * Returns the working notes and mistyped tags in a line. A slash between words is often meant, so it is a warning. Each
 * hint has the line of `letter.yaml` that declares the words to be meant.
 */
function noteFaults(line: LiteralLine, { notePatterns, isMeant }: WordsContext): readonly Diagnostic[] {
  const matchesOf = (pattern: RegExp): readonly RegExpExecArray[] =>
    [...line.words.matchAll(pattern)].filter(
      ({ index, 0: match }) => !isMeant(line.text, line.offset + index, match.length),
    );
  // A working note can also be words of the letter: a Roman numeral (XXX), a word in capitals (TODO in Spanish).
  const meantAt = (index: number, length: number): Message =>
    say`write in letter.yaml: ${meantLine(line.text, line.offset + index, length)}`;
  return [
    ...notePatterns.flatMap(matchesOf).map(({ index, 0: note }) => {
      const advice = say`Decide on the words; words that depend on the recipient need a wording of their own.`;
      const hint: Message = [...advice, ' If these are meant, ', ...meantAt(index, note.length)];
      return fault('text/working-note', shiftSpan(line.span, index), say`${note} is a working note`, { hint });
    }),
    ...matchesOf(OPEN_CHOICE).map(({ index, 0: slash }) => {
      const hint: Message = ['Choose one of the two. If both are meant, ', ...meantAt(index, slash.length)];
      return warning('text/working-note', shiftSpan(line.span, index), say`${slash} may be a choice left open`, {
        hint,
      });
    }),
    ...matchesOf(BRACES).map(({ index, 0: brace }) => {
      const advice = say`A tag has two braces at each end, as in ${'{{passage "name"}}'}.`;
      const hint: Message = [...advice, ' If a brace is meant, ', ...meantAt(index, brace.length)];
      return fault('text/working-note', shiftSpan(line.span, index), say`${brace} is what is left of a tag`, { hint });
    }),
  ];
}

/** Returns the leftovers of other programs in a line: `«Name»`, `#REF!`, wrongly decoded letters. */
function leftoversInLine(line: LiteralLine, { conventions, origin, isMeant }: WordsContext): readonly Diagnostic[] {
  const quotesInGuillemets = conventions !== undefined && hasPlainGuillemets(conventions);
  return findLeftoversInWords(line.words, origin, quotesInGuillemets)
    .filter(({ index, words }) => !isMeant(line.text, line.offset + index, words.length))
    .map((leftover) => {
      const code = leftover.kind === 'spacing' ? 'text/working-note' : 'text/leftover';
      return leftoverDiagnostic(code, shiftSpan(line.span, leftover.index), line.words, leftover, String);
    });
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

function shiftSpan(span: Span, columns: number): Span {
  return { ...span, column: span.column + columns };
}

/** Whether a quotation is in guillemets without spaces, so that a single word in them is an ordinary quotation. */
function hasPlainGuillemets({ quotationMarks, thinSpaces, noBreakSpaces }: Conventions): boolean {
  const hasSpaceAfter = [thinSpaces, noBreakSpaces].some((spaces) => spaces?.after.includes('«') === true);
  return quotationMarks.open === '«' && !hasSpaceAfter;
}
