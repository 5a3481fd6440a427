import { describe, expect, test } from 'vitest';
import { nameOfLanguage } from '../../../src/languages/language-names.ts';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import { conventionsOf } from '../../support/product-languages.ts';

describe('the name of a language', () => {
  test.each(LANGUAGES)('in %s is that of CLDR for every language of the product', (inOther) => {
    const names = new Intl.DisplayNames([inOther === 'pt' ? 'pt-PT' : inOther], { type: 'language' });
    expect(LANGUAGES.map((language) => nameOfLanguage(language, inOther))).toEqual(
      LANGUAGES.map((language) => names.of(language)),
    );
  });

  test('is its own name for itself where it is not known in the other, and a tag if the product lacks it', () => {
    expect(nameOfLanguage('pt-BR', 'en-US')).toBe('Portuguese');
    expect(nameOfLanguage('en', 'eu')).toBe('English');
    expect(nameOfLanguage('eu', 'en')).toBe('eu');
  });
});

test.each([
  ['en', 'in French'],
  ['fr', 'en français'],
  ['de', 'auf Französisch'],
  ['ar', 'بالفرنسية'],
  ['pl', 'język: francuski'],
  ['tr', 'Fransızca'],
  ['hu', 'nyelve: francia'],
])('in %s, an enclosure in French is said to be so', (language, expected) => {
  expect(conventionsOf(language).writtenIn(nameOfLanguage('fr', language))).toBe(expected);
});
