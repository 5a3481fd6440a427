import type { WordShaper } from '../fonts/fonts.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Values } from '../model/values.ts';
import type { Typesetter } from './typeset.ts';

/** Returns the typesetter of a language. */
export type TypesetterFor = (language: Language) => Promise<Typesetter>;

/**
 * Returns a function that creates the typesetter of a language when its first letter is set, and caches it for the run
 * (one execution of the command).
 */
export function createLazyTypesetters(
  { letter, locales }: Pick<Campaign, 'letter' | 'locales'>,
  fonts: () => Promise<WordShaper>,
  values: Values,
): TypesetterFor {
  const typesetters = new Map<Language, Promise<Typesetter>>();

  async function openFor(language: Language): Promise<Typesetter> {
    const { createTypesetter } = await import('./typeset.ts');
    return createTypesetter(letter, language, locales, await fonts(), values);
  }

  return (language) => {
    const typesetter = typesetters.get(language) ?? openFor(language);
    typesetters.set(language, typesetter);
    return typesetter;
  };
}
