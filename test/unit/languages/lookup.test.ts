import { expect, test } from 'vitest';
import { conventionsOf, findConventions, supportsLanguage } from '../../../src/languages/languages.ts';
import { lookupTags } from '../../../src/model/language.ts';
import { type Locales, NO_LOCALES } from '../../../src/model/locale-data.ts';
import { INVENTED } from '../../support/invented-language.ts';

const LOCALES: Locales = new Map([['qx', INVENTED]]);

/** The folio of a language, by which the tests tell them apart. */
function folio(language: string, locales: Locales): string | undefined {
  return findConventions(language, locales)?.pageOf(1, 2);
}

test('a tag is looked up as it is, and then always without its last subtag', () => {
  expect(lookupTags('zh-Hant-TW')).toEqual(['zh-Hant-TW', 'zh-Hant', 'zh']);
  expect(lookupTags('pt')).toEqual(['pt']);
});

test('a language of the campaign is known to it alone', () => {
  expect(folio('qx', LOCALES)).toBe('Folu 1 ex 2');
  expect([supportsLanguage('qx', LOCALES), supportsLanguage('qx', NO_LOCALES)]).toEqual([true, false]);
  expect(folio('qx', NO_LOCALES)).toBeUndefined();
  expect(() => conventionsOf('qx', NO_LOCALES)).toThrow('no locale data for the language qx');
});

test('a language of the campaign wins over that of the product, and leaves the others as they are', () => {
  const locales = new Map([['fr', INVENTED]]);
  expect(folio('fr', locales)).toBe('Folu 1 ex 2');
  expect(folio('fr', NO_LOCALES)).toBe('Page 1 sur 2');
  expect(folio('en', locales)).toBe(folio('en', NO_LOCALES));
});

test('a regional variant has what is known of its tag, or else of its language', () => {
  expect(folio('fr-CA', NO_LOCALES)).toBe('Page 1 sur 2');
  expect(folio('qx-Latn-AQ', LOCALES)).toBe('Folu 1 ex 2');
  const quebec: Locales = new Map([['fr-CA', INVENTED]]);
  expect([folio('fr-CA', quebec), folio('fr', quebec)]).toEqual(['Folu 1 ex 2', 'Page 1 sur 2']);
});

test('conventions are created once, as data that are cached by them are', () => {
  expect(conventionsOf('qx', LOCALES)).toBe(conventionsOf('qx', new Map(LOCALES)));
  expect(conventionsOf('en', LOCALES)).toBe(conventionsOf('en', NO_LOCALES));
});
