import type { Language } from '../../src/model/language.ts';

/** The locale of CLDR for a language, where the language alone selects another: CLDR's Portuguese is that of Brazil. */
const LOCALES: Readonly<Record<Language, string>> = { pt: 'pt-PT' };

/** Returns the tag with which `Intl` has the conventions of a language of the product. */
export function cldrLocaleOf(language: Language): string {
  return LOCALES[language] ?? language;
}
