import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Direction } from '../model/direction.ts';
import { inLanguageOrFirst, type Language, type Localised, inLanguage } from '../model/language.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Text } from '../model/tree.ts';
import { createValueNode } from './isolates.ts';

/**
 * Returns the translation into a language. If there is none, returns an empty string and adds a fault at `span` to
 * `faults`; `subject` is the subject of its message: "the name of … has no words in fr".
 */
export function requireTranslation(
  translations: Localised,
  language: Language,
  span: Span,
  subject: Message,
  faults: Diagnostic[],
): string {
  const translation = inLanguage(translations, language);
  if (translation !== undefined) return translation;
  const message = [...subject, ...say` has no words in ${language}`];
  faults.push(fault('data/missing-key', span, message, { hint: say`Add ${language}.` }));
  return '';
}

/**
 * Returns a text in the language of the letter. If there is no translation, returns the first language of the text
 * instead, in a text node marked with that language. `suffix` is appended in the language of the letter, of which
 * `writingDirection` is the direction.
 */
export function localisedText(
  texts: Localised,
  language: Language,
  { writingDirection }: { readonly writingDirection: Direction },
  suffix: string,
): readonly Text[] {
  const chosen = inLanguageOrFirst(texts, language);
  if (chosen.language === language) return [{ type: 'text', value: `${chosen.value}${suffix}` }];
  const foreignText: Text = { ...createValueNode(chosen.value, writingDirection, suffix), language: chosen.language };
  return suffix === '' ? [foreignText] : [foreignText, { type: 'text', value: suffix }];
}
