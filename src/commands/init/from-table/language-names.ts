import type { Language } from '../../../model/language.ts';
import { foldName } from './fold-name.ts';
import { PRODUCT_LISTS } from './product-lists.ts';

const LANGUAGES_BY_NAME: ReadonlyMap<string, Language> = new Map(
  PRODUCT_LISTS.flatMap(({ language, names }) => names.split(',').map((name) => [foldName(name), language] as const)),
);

/** Returns the language of a code or name, as "fr", "fr-CA" or "Französisch"; undefined if it is not known. */
export function languageOfName(name: string): Language | undefined {
  return LANGUAGES_BY_NAME.get(foldName(name)) ?? LANGUAGES_BY_NAME.get(foldName(name.replace(/[-_]\p{L}+$/u, '')));
}
