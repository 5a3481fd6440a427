import { type Diagnostic, type DiagnosticCode, type Severity, sortByLocation } from '../model/diagnostic.ts';
import { messagePattern, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { WITHHELD, neutralise, neutraliseParts, neutraliseShortened, quote } from './neutralise.ts';
import { graphemesOf } from '../model/terminal-width.ts';

/** A location with its message, and an excerpt of the file if it may be shown. All text is safe to print. */
export interface LocationRecord {
  /** A path that the user can open. */
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;
  /** The column, counted from 1 in UTF-16 code units. */
  readonly column: number;
  /** The cell as a spreadsheet names it, `C12`, if the file is a table. */
  readonly cell?: string;
  /** What the table calls the column of the cell, if a columns file describes the table. */
  readonly header?: string;
  /** The column after the end of the marked text, which is in one line. */
  readonly endColumn: number;
  readonly message: string;
  /** Null if the file may not be shown or does not have the line. */
  readonly excerpt: Excerpt | null;
}

/**
 * A diagnostic as text, which all reporters and `--json` print. Text from the user's files is neutralised (see
 * `neutralise`). Values from profiles that may not be shown are replaced by `WITHHELD`.
 */
export interface DiagnosticRecord extends LocationRecord {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The message with an ellipsis for everything that was put in, so that programs can group what is alike. */
  readonly pattern: string;
  readonly hint: string | null;
  readonly related: readonly LocationRecord[];
}

/** The line of a location and the line before it, safe to print. */
export interface Excerpt {
  /** The line of the location; before it the previous line, unless that is blank or too long. */
  readonly lines: readonly string[];
  /** The start of the marked part of the last line, as an index in UTF-16 code units. */
  readonly from: number;
  /** The end of the marked part (exclusive). */
  readonly to: number;
}

/** Texts of files by their names, for excerpts. Files that may not be shown are absent. */
export type FileTexts = ReadonlyMap<string, string>;

/** Options for converting diagnostics to records. */
export interface RecordOptions {
  /** The texts of the files with the locations of the diagnostics, except files that may not be shown. */
  readonly texts: FileTexts;
  /** Converts the name of a file in the campaign to a path that the user can open. */
  readonly pathOf: (file: string) => string;
  /** Whether values from profiles may be shown; false where logs may be public (CI). */
  readonly showValues: boolean;
}

/** Converts diagnostics to records: faults, then warnings, both sorted by file, line and column. */
export function diagnosticRecords(
  diagnostics: readonly Diagnostic[],
  options: RecordOptions,
): readonly DiagnosticRecord[] {
  const linesOf = createLineReader(options.texts);
  const locationRecord = ({ file, line, column, cell, header }: Span, message: Message): LocationRecord => {
    const lines = linesOf(file);
    const length = markedLength(lines[line - 1] ?? '', column, message);
    return {
      file: neutralise(options.pathOf(file)),
      line,
      column,
      // It may have the name of a sheet, which the user chose.
      ...(cell === undefined ? {} : { cell: neutralise(cell) }),
      ...(header === undefined ? {} : { header: neutraliseShortened(header) }),
      endColumn: column + length,
      message: messageText(message, options),
      excerpt: excerptAt(lines, line, column, length),
    };
  };
  const bySeverity = (selected: Severity): readonly Diagnostic[] =>
    sortByLocation(diagnostics.filter(({ severity }) => severity === selected));
  return [...bySeverity('error'), ...bySeverity('warning')].map(({ code, severity, span, message, hint, related }) => ({
    code,
    severity,
    ...locationRecord(span, message),
    pattern: messagePattern(message),
    hint: hint === undefined ? null : messageText(hint, options),
    related: related.map((location) => locationRecord(location.span, location.message)),
  }));
}

/**
 * Formats `file:line:column`, which editors and terminals recognise as a link; in a table also the cell and the name of
 * its column: `(C12, Ward)`.
 */
export function locationText({ file, line, column, ...place }: LocationRecord): string {
  const cell = namedCellText(place);
  return `${file}:${line}:${column}${cell === '' ? '' : ` (${cell})`}`;
}

/** Formats the cell of a location and the name of its column: `C12, Ward`; empty outside tables. */
export function namedCellText({ cell, header }: Pick<LocationRecord, 'cell' | 'header'>): string {
  return [cell, header].filter((part) => part !== undefined).join(', ');
}

/** Formats a message. Quotes text from the user's files, and withholds values from profiles unless `showValues`. */
function messageText(message: Message, { showValues }: Pick<RecordOptions, 'showValues'>): string {
  return message
    .map((part) => {
      if (typeof part !== 'object') return String(part);
      if (!part.secret || showValues) return part.asLine === true ? neutralise(part.echo) : quote(part.echo);
      return part.inPublic === undefined ? WITHHELD : quote(part.inPublic);
    })
    .join('');
}

/** Returns a function that splits a file into lines, and caches the lines of each file. */
function createLineReader(texts: FileTexts): (file: string) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  return (file) => {
    const cached = cache.get(file);
    if (cached !== undefined) return cached;
    const lines = (texts.get(file) ?? '').replace(/^\uFEFF/u, '').split(/\r?\n/u);
    const result = texts.has(file) ? lines : [];
    cache.set(file, result);
    return result;
  };
}

/** The number of columns from one tab stop to the next. */
const TAB_WIDTH = 4;

/**
 * The maximum number of graphemes before, in, and after the marked part (each) if a line is too long to be shown whole.
 */
const MAX_CONTEXT = 60;

/** The maximum length of a line that is shown whole, in UTF-16 code units. */
const MAX_WHOLE_LINE = 2 * MAX_CONTEXT;

/**
 * Returns the excerpt for a location; null if the file may not be shown or has no such line. `column` counts from 1,
 * and `length` is in UTF-16 code units. The marked part has other indices in the excerpt than in the file, because tabs
 * are expanded and invisible characters are escaped. Text is cut to 4 code units for each grapheme before it is
 * segmented, so that a very long line costs little.
 */
function excerptAt(lines: readonly string[], line: number, column: number, length: number): Excerpt | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  const start = Math.min(column - 1, text.length);
  const maxGraphemes = text.length <= MAX_WHOLE_LINE ? MAX_WHOLE_LINE : MAX_CONTEXT;
  const graphemesBefore = graphemesOf(text.slice(Math.max(0, start - 4 * MAX_CONTEXT), start)).slice(-maxGraphemes);
  const markedGraphemes = graphemesOf(text.slice(start, start + Math.min(length, 4 * MAX_CONTEXT))).slice(
    0,
    maxGraphemes,
  );
  const textAfterMark = text.slice(start + markedGraphemes.join('').length);
  const graphemesAfter = graphemesOf(textAfterMark.slice(0, 4 * MAX_CONTEXT)).slice(0, maxGraphemes);
  const leadingEllipsis = graphemesBefore.join('').length < start ? '…' : '';
  const trailingEllipsis = graphemesAfter.join('').length < textAfterMark.length ? '…' : '';
  const [head = '', middle = '', tail = ''] = toPrintable(
    leadingEllipsis + graphemesBefore.join(''),
    markedGraphemes.join(''),
    graphemesAfter.join('') + trailingEllipsis,
  );
  const previousLine = lines[line - 2];
  const isPreviousShown =
    previousLine !== undefined && previousLine.trim() !== '' && previousLine.length <= MAX_WHOLE_LINE;
  return {
    lines: [...(isPreviousShown ? toPrintable(previousLine) : []), head + middle + tail],
    from: head.length,
    to: head.length + Math.max(middle.length, 1),
  };
}

/** Expands the tabs and escapes the invisible characters of a line that is divided into parts. */
function toPrintable(...parts: readonly string[]): readonly string[] {
  const dividedParts = parts.map((part) => part.split(/(\t)/u));
  const safeTexts = neutraliseParts(dividedParts.flat()).values();
  let width = 0;
  return dividedParts.map((texts) =>
    texts
      .map((text) => {
        const safeText = safeTexts.next().value ?? '';
        const printable = text === '\t' ? ' '.repeat(TAB_WIDTH - (width % TAB_WIDTH)) : safeText;
        width += printable.length;
        return printable;
      })
      .join(''),
  );
}

/** Matches a token at the beginning of a text: a template tag, a quoted text or a word. */
const TOKEN = /^(?:\{\{.*?\}\}+|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}\p{M}\p{N}_.+-]+)/u;

/**
 * Returns the length of the text to mark from a column on, in UTF-16 code units. It is the length of the longest text
 * that the message quotes and that is in the line at this column; otherwise that of a token; otherwise that of a
 * grapheme.
 */
function markedLength(line: string, column: number, message: Message): number {
  const rest = line.slice(column - 1);
  const quotedTexts = message
    .flatMap((part) => (typeof part === 'object' ? [part.echo] : []))
    .filter((echo) => echo !== '' && rest.startsWith(echo));
  const longestQuoted = Math.max(0, ...quotedTexts.map((echo) => echo.length));
  if (longestQuoted > 0) return longestQuoted;
  return TOKEN.exec(rest)?.[0].length ?? graphemesOf(rest.slice(0, 40))[0]?.length ?? 1;
}
