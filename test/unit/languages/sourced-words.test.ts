import { expect, test } from 'vitest';
import { LOCALE_DATA } from '../../../src/languages/locales.ts';
import { SOURCED_KEYS } from '../../../src/languages/sourced-words.ts';

/** The languages that the product has for a country or a script, each with the data of its language. */
const VARIANTS = [...LOCALE_DATA].flatMap(([tag, data]) => {
  const base = LOCALE_DATA.get(tag.split('-')[0] ?? '');
  return base === undefined || base === data ? [] : [{ tag, data, base }];
});

test('a variant does not claim the source of its language for words that are others', () => {
  expect(VARIANTS.map(({ tag }) => tag)).toContain('pt-BR');
  const others = VARIANTS.flatMap(({ tag, data, base }) =>
    SOURCED_KEYS.filter((key) => JSON.stringify(data[key]) !== JSON.stringify(base[key])).map((key) => ({
      word: `${tag} ${key}`,
      own: data.sources[key],
      base: base.sources[key],
    })),
  );
  expect(others.map(({ word }) => word)).toContain('pt-BR copies');
  expect(others.filter(({ own, base }) => own !== undefined && own === base)).toEqual([]);
});

test('English, the language of the program, has a source for every word that letters print', () => {
  expect(Object.keys(LOCALE_DATA.get('en')?.sources ?? {}).toSorted()).toEqual(SOURCED_KEYS.toSorted());
});
