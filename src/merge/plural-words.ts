import { pluralCategory } from '../languages/plurals.ts';
import type { Conventions } from '../languages/conventions.ts';
import type { Insert } from '../template/rendered.ts';
import type { ViewTexts } from '../template/shapes.ts';

/**
 * Returns the words of a plural for the number that a letter has; undefined if the letter has no number, or the plural no
 * form for it.
 */
export function pluralWords(
  { number, forms }: Insert & { readonly kind: 'plural' },
  view: ViewTexts,
  conventions: Conventions,
): string | undefined {
  const value = 'path' in number ? view.numberAt(number.path) : undefined;
  if (value === undefined) return undefined;
  const category = pluralCategory(value, conventions);
  return forms.find((candidate) => candidate.category === category)?.words;
}
