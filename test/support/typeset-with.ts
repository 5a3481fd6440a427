import type { WordShaper } from '../../src/fonts/fonts.ts';
import { createLayoutContext } from '../../src/layout/layout-context.ts';
import { noHyphenation, type Hyphenate } from '../../src/layout/paragraph/hyphenation.ts';
import type { Stylesheet } from '../../src/layout/stylesheet.ts';
import { typeset } from '../../src/layout/typeset.ts';
import type { Letter } from '../../src/model/letter.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { PagedLetter } from '../../src/model/page.ts';
import { createValues } from '../../src/model/values.ts';
import { conventionsOf } from './product-languages.ts';

/** Typesets a letter with an empty cache; without `hyphenate`, no word is hyphenated. */
export function typesetWith(
  letter: Letter,
  stylesheet: Stylesheet,
  shaper: WordShaper,
  hyphenate: Hyphenate = noHyphenation,
): Outcome<PagedLetter> {
  const { language } = letter;
  const conventions = conventionsOf(language);
  return typeset(
    letter,
    createLayoutContext({ language, conventions, stylesheet, shaper, hyphenate, values: createValues() }),
  );
}
