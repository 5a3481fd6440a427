import { type Diagnostic, inReadingOrder } from '../model/diagnostic.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { echoed, neutralise } from './neutralise.ts';
import type { Paint } from './paint.ts';

/** How diagnostics are printed. */
export interface DiagnosticStyle {
  readonly paint: Paint;
  /** From a file's name as the campaign has it to the name that the user can open. */
  readonly pathOf: (file: string) => string;
  /** May what profiles hold be shown? Not where logs are public. */
  readonly showValues: boolean;
}

/** Faults first by file and place, each with its hint and the places that belong to it. Ends with a line break, or is empty. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], style: DiagnosticStyle): string {
  return inReadingOrder(diagnostics)
    .map((diagnostic) => diagnosticText(diagnostic, style))
    .join('');
}

function diagnosticText({ code, severity, message, span, hint, related }: Diagnostic, style: DiagnosticStyle): string {
  const { paint } = style;
  const lines = [
    `${place(span, style)}: ${paint(severity, severity)}[${code}]: ${paint('strong', messageText(message, style))}`,
    ...related.map((other) => `  ${place(other.span, style)}: ${messageText(other.message, style)}`),
    ...(hint === undefined ? [] : [`  ${paint('hint', 'hint')}: ${messageText(hint, style)}`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A message in one line: our words as they are, the user's made safe, a profile's withheld if need be. */
export function messageText(message: Message, { showValues }: Pick<DiagnosticStyle, 'showValues'>): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.secret && !showValues ? '(not shown)' : `“${echoed(part.echo)}”`;
    })
    .join('');
}

/** `file:line:column`, as editors and terminals can follow it. */
function place({ file, line, column }: Span, { pathOf }: DiagnosticStyle): string {
  return `${neutralise(pathOf(file))}:${line}:${column}`;
}
