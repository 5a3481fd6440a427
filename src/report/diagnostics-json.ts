import { type Diagnostic, inReadingOrder } from '../model/diagnostic.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { type DiagnosticStyle, messageText } from './diagnostics.ts';

/** A diagnostic for programs. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string | null;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** Diagnostics for `--json`, in reading order, under the same rules about what is shown as for people. */
export function diagnosticRecords(
  diagnostics: readonly Diagnostic[],
  style: Pick<DiagnosticStyle, 'pathOf' | 'showValues'>,
): readonly DiagnosticRecord[] {
  const text = (message: Message): string => messageText(message, style);
  const place = ({ file, line, column }: Span) => ({ file: style.pathOf(file), line, column });
  return inReadingOrder(diagnostics).map(({ code, severity, span, message, hint, related }) => ({
    code,
    severity,
    ...place(span),
    message: text(message),
    hint: hint === undefined ? null : text(hint),
    related: related.map((other) => ({ ...place(other.span), message: text(other.message) })),
  }));
}
