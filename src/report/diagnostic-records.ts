import { type Diagnostic, type DiagnosticCode, type Severity, inReadingOrder } from '../model/diagnostic.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { neutralise, quoted } from './neutralise.ts';
import { graphemesOf } from './seen-width.ts';

/** A place, what is to be said of it, and the lines that stand there if they may be shown. All text is safe to print. */
export interface LocationRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In a table, the cell as a spreadsheet names it. */
  readonly cell?: string;
  /** The column after what is meant; it does not leave the line. */
  readonly endColumn: number;
  readonly message: string;
  readonly excerpt: Excerpt | null;
}

/**
 * A diagnostic put into words, once for all who print it: every reporter, and `--json`, works from this. What it says
 * of the user's input is harmless, and holds nothing of a profile where values may not be shown.
 */
export interface DiagnosticRecord extends LocationRecord {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly hint: string | null;
  readonly related: readonly LocationRecord[];
}

/** The line that a fault is about, safe to print, after the line before it if that has words. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** The part of the last line that is meant: where it begins, and where it has ended, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

/** Texts of files by their names, so that the lines that a fault is about can be shown. What may not be shown is absent. */
export type FileTexts = ReadonlyMap<string, string>;

/** What diagnostics are put into words with. */
export interface Wording {
  /** The texts of the files they are about, as far as they may be shown. */
  readonly texts: FileTexts;
  /** From a file's name as the campaign has it to the name that the user can open. */
  readonly pathOf: (file: string) => string;
  /** May what profiles hold be shown? Not where logs are public. */
  readonly showValues: boolean;
}

/** Diagnostics in words, faults before warnings, each in reading order. */
export function diagnosticRecords(diagnostics: readonly Diagnostic[], wording: Wording): readonly DiagnosticRecord[] {
  const linesOf = linesIn(wording.texts);
  const place = ({ file, line, column, cell }: Span, message: Message): LocationRecord => {
    const lines = linesOf(file);
    const length = lengthMeant(lines[line - 1] ?? '', column, message);
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
  const bySeverity = (wanted: Severity): readonly Diagnostic[] =>
    inReadingOrder(diagnostics.filter(({ severity }) => severity === wanted));
  return [...bySeverity('error'), ...bySeverity('warning')].map(({ code, severity, span, message, hint, related }) => ({
    code,
    severity,
    ...place(span, message),
    hint: hint === undefined ? null : messageText(hint, wording),
    related: related.map((other) => place(other.span, other.message)),
  }));
}

/** A message in one line: our words as they are, the user's made safe, a profile's withheld if need be. */
function messageText(message: Message, { showValues }: Pick<Wording, 'showValues'>): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.secret && !showValues ? WITHHELD : quoted(part.echo);
    })
    .join('');
}

/** Stands for what a profile holds where that may not be shown. */
export const WITHHELD = '(not shown)';

/** The lines of each file, divided once. */
function linesIn(texts: FileTexts): (file: string) => readonly string[] {
  const divided = new Map<string, readonly string[]>();
  return (file) => {
    const known = divided.get(file);
    if (known !== undefined) return known;
    const lines = (texts.get(file) ?? '').replace(/^\uFEFF/u, '').split(/\r?\n/u);
    const found = texts.has(file) ? lines : [];
    divided.set(file, found);
    return found;
  };
}

const TAB = 4;

/** Characters of a line that are shown to each side of the mark, if it is too long to be shown whole. */
const ROOM = 60;

/** A line of so many characters is shown whole. */
const WHOLE = 2 * ROOM;

/**
 * The lines around a place. Columns count from 1 in UTF-16 code units; tabs are widened, and what cannot be seen is
 * written out, so that what is marked in the excerpt is what is meant in the file.
 */
function excerptAt(lines: readonly string[], line: number, column: number, length: number): Excerpt | null {
  const text = lines[line - 1];
  if (text === undefined) return null;
  const start = Math.min(column - 1, text.length);
  const room = text.length <= WHOLE ? WHOLE : ROOM;
  const before = graphemesOf(text.slice(Math.max(0, start - 4 * ROOM), start)).slice(-room);
  const marked = graphemesOf(text.slice(start, start + Math.min(length, 4 * ROOM))).slice(0, room);
  const afterwards = text.slice(start + marked.join('').length);
  const after = graphemesOf(afterwards.slice(0, 4 * ROOM)).slice(0, room);
  const lead = before.join('').length < start ? '…' : '';
  const rest = after.join('').length < afterwards.length ? '…' : '';
  const head = lead + shown(before.join(''), 0);
  const middle = shown(marked.join(''), head.length);
  const tail = shown(after.join(''), head.length + middle.length);
  const previous = lines[line - 2];
  const isHelpful = previous !== undefined && previous.trim() !== '' && previous.length <= WHOLE;
  return {
    lines: [...(isHelpful ? [shown(previous, 0)] : []), head + middle + tail + rest],
    from: head.length,
    to: head.length + Math.max(middle.length, 1),
  };
}

function shown(text: string, column: number): string {
  let width = column;
  return text
    .split(/(\t)/u)
    .map((piece) => {
      const safe = piece === '\t' ? ' '.repeat(TAB - (width % TAB)) : neutralise(piece);
      width += safe.length;
      return safe;
    })
    .join('');
}

/** Whole words, tags and quoted texts, if one of them begins here; else one character. */
const PIECE = /^(?:\{\{.*?\}\}+|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}\p{M}\p{N}_.+-]+)/u;

/** How much of a line from a place on is meant: what the message quotes, if that stands there, else a word, else one character. */
function lengthMeant(line: string, column: number, message: Message): number {
  const rest = line.slice(column - 1);
  const quoted = message
    .flatMap((part) => (typeof part === 'string' ? [] : [part.echo]))
    .filter((echo) => echo !== '' && rest.startsWith(echo));
  const longest = Math.max(0, ...quoted.map((echo) => echo.length));
  if (longest > 0) return longest;
  return PIECE.exec(rest)?.[0].length ?? graphemesOf(rest.slice(0, 40))[0]?.length ?? 1;
}
