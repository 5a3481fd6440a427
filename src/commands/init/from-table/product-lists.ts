import { LOCALE_DATA } from '../../../languages/locales.ts';
import type { Language } from '../../../model/language.ts';
import type { ListWords } from '../../../model/list-words.ts';

/** The words of tables in a language. */
interface ProductList extends ListWords {
  readonly language: Language;
}

/** The words of tables in each language of the product. A variant of a language, as `en-US`, has the same. */
export const PRODUCT_LISTS: readonly ProductList[] = [...LOCALE_DATA]
  .filter(([tag]) => !tag.includes('-'))
  .map(([language, { lists }]) => ({ language, ...lists }));
