import type { WordShaper } from '../fonts/fonts.ts';
import type { PageSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import type { Values } from '../model/values.ts';
import type { Typesetter } from './typeset.ts';

/** Returns the typesetter of a language. */
export type TypesetterFor = (language: Language) => Promise<Typesetter>;

/** The typesetters of a run: one for each language, opened when its first letter is set. */
export function lazyTypesetters(page: PageSettings, fonts: () => Promise<WordShaper>, values: Values): TypesetterFor {
  const typesetters = new Map<Language, Promise<Typesetter>>();

  async function open(language: Language): Promise<Typesetter> {
    const { openTypesetter } = await import('./typeset.ts');
    return openTypesetter(page, language, await fonts(), values);
  }

  return (language) => {
    const typesetter = typesetters.get(language) ?? open(language);
    typesetters.set(language, typesetter);
    return typesetter;
  };
}
