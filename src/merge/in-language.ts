import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { inLanguageOrFirst, type Language, type Localised } from '../model/language.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/tree.ts';
import { valueNode } from './isolates.ts';

/**
 * Returns the words in a language. If there are none, returns an empty string and adds a fault at `span` to `faults`,
 * with `subject` as the subject of its message: "the name of … has no words in fr".
 */
export function requireTranslation(
  words: Localised,
  language: Language,
  span: Span,
  subject: Message,
  faults: Diagnostic[],
): string {
  const found = words[language];
  if (found !== undefined) return found;
  const message = [...subject, ...say` has no words in ${language}`];
  faults.push(fault('data/missing-key', span, message, { hint: say`Add ${language}.` }));
  return '';
}

/**
 * Returns a text in the language of the letter. If there is no translation, falls back to the original, in a text node
 * marked with its language. `after` is appended in the language of the letter.
 */
export function localisedText(texts: Localised, language: Language, after: string): readonly Text[] {
  const found = inLanguageOrFirst(texts, language);
  if (found.language === language) return [{ type: 'text', value: `${found.words}${after}` }];
  const foreign: Text = { ...valueNode(found.words, language, after), language: found.language };
  return after === '' ? [foreign] : [foreign, { type: 'text', value: after }];
}
