import { type Diagnostic, type DiagnosticCode, type Severity, sortedByLocation } from '../model/diagnostic.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { neutralise, quoted } from './neutralise.ts';
import { graphemesOf } from './terminal-width.ts';

/** A location with its message, and the lines of the file if they may be shown. All text is safe to print. */
export interface LocationRecord {
  /** A path that the user can open. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** In a table, the cell as a spreadsheet names it: `C12`. */
  readonly cell?: string;
  /** The column after the marked text, in the same line. */
  readonly endColumn: number;
  readonly message: string;
  readonly excerpt: Excerpt | null;
}

/**
 * A diagnostic as text, from which all reporters and `--json` work. Text from the user's files is neutralised, and
 * values from profiles are replaced by `WITHHELD` where they may not be shown.
 */
export interface DiagnosticRecord extends LocationRecord {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly hint: string | null;
  readonly related: readonly LocationRecord[];
}

/** The line of a location, safe to print. */
export interface Excerpt {
  /** The line, preceded by the line before it unless that is blank or too long. */
  readonly lines: readonly string[];
  /** The marked part of the last line, as indices in UTF-16 code units; `to` is after it. */
  readonly from: number;
  readonly to: number;
}

/** Texts of files by their names, for excerpts. Files that may not be shown are absent. */
export type FileTexts = ReadonlyMap<string, string>;

/** Options for converting diagnostics to records. */
export interface RecordOptions {
  /** The texts of the files that the diagnostics are in, as far as they may be shown. */
  readonly texts: FileTexts;
  /** Converts the name of a file in the campaign to a path that the user can open. */
  readonly pathOf: (file: string) => string;
  /** Whether values from profiles may be shown; false where logs may be public (CI). */
  readonly showValues: boolean;
}

/** Converts diagnostics to records: faults, then warnings, each by file, line and column. */
export function diagnosticRecords(
  diagnostics: readonly Diagnostic[],
  wording: RecordOptions,
): readonly DiagnosticRecord[] {
  const linesOf = linesIn(wording.texts);
  const locationRecord = ({ file, line, column, cell }: Span, message: Message): LocationRecord => {
    const lines = linesOf(file);
    const length = markedLength(lines[line - 1] ?? '', column, message);
    return {
      file: neutralise(wording.pathOf(file)),
      line,
      column,
      ...(cell === undefined ? {} : { cell }),
      endColumn: column + length,
      message: messageText(message, wording),
      excerpt: excerptAt(lines, line, column, length),
    };
  };
  const bySeverity = (selected: Severity): readonly Diagnostic[] =>
    sortedByLocation(diagnostics.filter(({ severity }) => severity === selected));
  return [...bySeverity('error'), ...bySeverity('warning')].map(({ code, severity, span, message, hint, related }) => ({
    code,
    severity,
    ...locationRecord(span, message),
    hint: hint === undefined ? null : messageText(hint, wording),
    related: related.map((other) => locationRecord(other.span, other.message)),
  }));
}

/** Formats a message: fixed text as it is, text from the user's files quoted, values from profiles perhaps withheld. */
function messageText(message: Message, { showValues }: Pick<RecordOptions, 'showValues'>): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.secret && !showValues ? WITHHELD : quoted(part.echo);
    })
    .join('');
}

/** Replaces a value from a profile where such values may not be shown. */
export const WITHHELD = '(not shown)';

/** Returns a function that splits a file into lines, once for each file (a memo). */
function linesIn(texts: FileTexts): (file: string) => readonly string[] {
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

/** Columns from one tab stop to the next. */
const TAB_WIDTH = 4;

/** The number of graphemes shown before, in and after the mark, each, if a line is too long to be shown whole. */
const CONTEXT = 60;

/** The maximum length of a line that is shown whole, in UTF-16 code units. */
const MAX_WHOLE_LINE = 2 * CONTEXT;

/**
 * Returns the excerpt for a location; null if the file may not be shown or has no such line. `column` is from 1, and
 * `length` is in UTF-16 code units. Because tabs are expanded and invisible characters are escaped, the marked part has
 * other indices in the excerpt than in the file.
 */
function excerptAt(lines: readonly string[], line: number, column: number, length: number): Excerpt | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  const start = Math.min(column - 1, text.length);
  const room = text.length <= MAX_WHOLE_LINE ? MAX_WHOLE_LINE : CONTEXT;
  const before = graphemesOf(text.slice(Math.max(0, start - 4 * CONTEXT), start)).slice(-room);
  const marked = graphemesOf(text.slice(start, start + Math.min(length, 4 * CONTEXT))).slice(0, room);
  const afterwards = text.slice(start + marked.join('').length);
  const after = graphemesOf(afterwards.slice(0, 4 * CONTEXT)).slice(0, room);
  const leadingEllipsis = before.join('').length < start ? '…' : '';
  const trailingEllipsis = after.join('').length < afterwards.length ? '…' : '';
  const head = leadingEllipsis + printable(before.join(''), 0);
  const middle = printable(marked.join(''), head.length);
  const tail = printable(after.join(''), head.length + middle.length);
  const previous = lines[line - 2];
  const showsPrevious = previous !== undefined && previous.trim() !== '' && previous.length <= MAX_WHOLE_LINE;
  return {
    lines: [...(showsPrevious ? [printable(previous, 0)] : []), head + middle + tail + trailingEllipsis],
    from: head.length,
    to: head.length + Math.max(middle.length, 1),
  };
}

/** Expands tabs and escapes invisible characters. `column`: the length of the text before, for tab stops. */
function printable(text: string, column: number): string {
  let width = column;
  return text
    .split(/(\t)/u)
    .map((part) => {
      const safe = part === '\t' ? ' '.repeat(TAB_WIDTH - (width % TAB_WIDTH)) : neutralise(part);
      width += safe.length;
      return safe;
    })
    .join('');
}

/** A token at the beginning of the text: a template tag, a quoted text or a word. */
const TOKEN = /^(?:\{\{.*?\}\}+|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}\p{M}\p{N}_.+-]+)/u;

/**
 * Returns the length of the text to mark from a column on, in UTF-16 code units: of the text that the message quotes,
 * if the line has it there, else of a token, else of one grapheme.
 */
function markedLength(line: string, column: number, message: Message): number {
  const rest = line.slice(column - 1);
  const quotedTexts = message
    .flatMap((part) => (typeof part === 'string' ? [] : [part.echo]))
    .filter((echo) => echo !== '' && rest.startsWith(echo));
  const longest = Math.max(0, ...quotedTexts.map((echo) => echo.length));
  if (longest > 0) return longest;
  return TOKEN.exec(rest)?.[0].length ?? graphemesOf(rest.slice(0, 40))[0]?.length ?? 1;
}
