import { type Diagnostic, type DiagnosticCode, fault, warning } from './diagnostic.ts';
import type { LeftoverKind } from './leftover-patterns.ts';
import type { Leftover } from './leftovers.ts';
import { meantLine } from './meant.ts';
import { type Echo, say } from './message.ts';
import type { Span } from './span.ts';

/** For each kind of leftover: what it is, as the end of a sentence, and what to do. */
const DESCRIPTIONS: Readonly<Record<LeftoverKind, readonly [description: string, advice: string]>> = {
  'error-value': ['is what a spreadsheet shows in place of a value', 'write the value, or leave it out'],
  'no-value': ['is what a program writes if there is no value', 'write the value, or leave it out'],
  field: ['is a field that was not filled in', 'write the words themselves'],
  filler: ['is filler text', 'write the words themselves'],
  html: ['is HTML, and would be printed as it is typed', 'write the characters themselves'],
  encoding: ['looks like text that was read in another encoding than it was written in', 'write it again in UTF-8'],
  escape: ['is how a program writes a character, and would be printed as it is typed', 'write the character itself'],
  spacing: ['has a space before a comma or full stop', 'take the space out'],
  note: ['is a working note', 'decide on the words'],
};

/**
 * Returns the diagnostic for a leftover in a text: a fault, or a warning if a real name can look so. The hint has the
 * line that declares the words to be meant. `echoOf` wraps text of the user for the message.
 */
export function leftoverDiagnostic(
  code: DiagnosticCode,
  span: Span,
  text: string,
  { kind, words, index, isDoubtful }: Leftover,
  echoOf: (text: string) => string | Echo,
): Diagnostic {
  const [description, advice] = DESCRIPTIONS[kind];
  const message = [...say`${echoOf(words)} `, description];
  const line = echoOf(meantLine(text, index, words.length));
  const hint = [advice, ...say`; if it is meant, write in letter.yaml: ${line}`];
  return (isDoubtful ? warning : fault)(code, span, message, { hint });
}
