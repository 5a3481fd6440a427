import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language, Localised } from '../model/language.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';

/** The words in that language; blank, and a fault, where there are none. */
export function inLanguage(
  words: Localised,
  language: Language,
  span: Span,
  what: Message,
  faults: Diagnostic[],
): string {
  const found = words[language];
  if (found !== undefined) return found;
  const message = [...what, ...say` has no words in ${language}`];
  faults.push(fault('data/missing-key', span, message, { hint: say`Add ${language}.` }));
  return '';
}
