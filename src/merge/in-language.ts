import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { inLanguageOrOwn, type Language, type Localised } from '../model/language.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/tree.ts';

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

/** A text in the language of the letter, or marked as being in its own where it has none; `after` is the letter's. */
export function ownWords(texts: Localised, language: Language, after: string): readonly Text[] {
  const found = inLanguageOrOwn(texts, language);
  if (found.language === language) return [{ type: 'text', value: `${found.words}${after}` }];
  const foreign: Text = { type: 'text', value: found.words, language: found.language };
  return after === '' ? [foreign] : [foreign, { type: 'text', value: after }];
}
