import { inLanguageOrOwn, type Language, type Localised } from '../model/language.ts';
import type { Text } from '../model/tree.ts';

/** A text in the language of the letter, or marked as being in its own where it has none; `after` is the letter's. */
export function ownWords(texts: Localised, language: Language, after: string): readonly Text[] {
  const found = inLanguageOrOwn(texts, language);
  if (found.language === language) return [{ type: 'text', value: `${found.words}${after}` }];
  const foreign: Text = { type: 'text', value: found.words, language: found.language };
  return after === '' ? [foreign] : [foreign, { type: 'text', value: after }];
}
