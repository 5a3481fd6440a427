import type { Language } from '../../../model/language.ts';
import { usualTag } from '../../../model/language-tag.ts';
import { foldName } from './fold-name.ts';
import { PRODUCT_LISTS } from './product-lists.ts';

const LANGUAGES_BY_NAME: ReadonlyMap<string, Language> = new Map(
  PRODUCT_LISTS.flatMap(({ language, names }) => names.split(',').map((name) => [foldName(name), language] as const)),
);

/** Returns the language of a code or name, as "fr", "fr_CA" or "Französisch"; undefined if it is not known. */
export function languageOfName(name: string): Language | undefined {
  const tag = usualTag(name);
  const ofTag = tag === undefined ? undefined : LANGUAGES_BY_NAME.get(foldName(tag.split('-')[0] ?? ''));
  return LANGUAGES_BY_NAME.get(foldName(name)) ?? (ofTag === undefined ? undefined : tag);
}
