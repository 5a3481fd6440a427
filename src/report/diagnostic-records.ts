import { type Diagnostic, type DiagnosticCode, type Severity, inReadingOrder } from '../model/diagnostic.ts';
import type { FileTexts } from '../model/file-texts.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { type Excerpt, excerptAt, lengthMeant } from './excerpt.ts';
import { neutralise, quoted } from './neutralise.ts';

/** A place, what is to be said of it, and the lines that stand there if they may be shown. All text is safe to print. */
export interface PlaceRecord {
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
export interface DiagnosticRecord extends PlaceRecord {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly hint: string | null;
  readonly related: readonly PlaceRecord[];
}

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
  const place = (span: Span, message: Message): PlaceRecord => placed(span, message, linesOf(span.file), wording);
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

function placed(
  { file, line, column, cell }: Span,
  message: Message,
  lines: readonly string[],
  wording: Wording,
): PlaceRecord {
  const length = lengthMeant(lines[line - 1] ?? '', column, message);
  return {
    file: neutralise(wording.pathOf(file)),
    line,
    column,
    ...(cell === undefined ? {} : { cell }),
    endColumn: column + length,
    message: messageText(message, wording),
    excerpt: excerptAt(lines, line, column, length) ?? null,
  };
}

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
