import { expect, test } from 'vitest';
import {
  ALL_LANGUAGES,
  coversLanguage,
  inAllLanguages,
  inLanguage,
  inLanguageOrFirst,
  overLanguages,
} from '../../../src/model/language.ts';
import { isLanguageTag, usualTag } from '../../../src/model/language-tag.ts';

test.each(['en', 'en-US', 'pt-BR', 'sr-Latn', 'zh-Hant-TW', 'es-419', 'gsw', 'gsw-CH'])('%s is a tag', (tag) => {
  expect(isLanguageTag(tag)).toBe(true);
});

test.each([
  ['pt-br', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  ['PT', 'pt'],
  ['sr-latn', 'sr-Latn'],
  ['eng', 'en'],
  ['en-UK', 'en-GB'],
  ['english', undefined],
  ['en-', undefined],
  ['de-1996', undefined],
  ['en-US-x-mine', undefined],
  ['', undefined],
])('%s is none; the usual form is %s', (text, usual) => {
  expect(isLanguageTag(text)).toBe(false);
  expect(usualTag(text)).toBe(usual);
});

test('what is keyed by a language is found by the tag, and then by the language', () => {
  const words = { pt: 'ficha', 'pt-BR': 'formulário', en: 'form' };
  expect(['pt-BR', 'pt-AO', 'pt', 'es'].map((tag) => inLanguage(words, tag))).toEqual([
    'formulário',
    'ficha',
    'ficha',
    undefined,
  ]);
  // A text of the language is no text in a foreign language.
  expect(inLanguageOrFirst(words, 'pt-AO')).toEqual({ value: 'ficha', language: 'pt-AO' });
  expect(inLanguageOrFirst(words, 'es')).toEqual({ value: 'ficha', language: 'pt' });
});

test('what is stated for all languages is found in each of them, and is in its language', () => {
  const words = inAllLanguages('form');
  expect(['en', 'pt-BR', 'qx'].map((tag) => inLanguage(words, tag))).toEqual(['form', 'form', 'form']);
  expect(inLanguageOrFirst(words, 'pt-BR')).toEqual({ value: 'form', language: 'pt-BR' });
  expect(isLanguageTag(ALL_LANGUAGES)).toBe(false);
});

test('what is in a language holds for its variants, and not the other way round', () => {
  expect([coversLanguage('pt', 'pt-BR'), coversLanguage('pt', 'pt'), coversLanguage('pt', 'pts')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(coversLanguage('pt-BR', 'pt')).toBe(false);
});

test('a variant is laid over its script and its language', () => {
  const lists = { zh: ['a'], 'zh-Hant': ['b'], 'zh-Hant-TW': ['c'], en: ['d'] };
  expect(overLanguages<readonly string[]>(lists, (base, variant) => [...base, ...variant])).toEqual({
    zh: ['a'],
    'zh-Hant': ['a', 'b'],
    'zh-Hant-TW': ['a', 'b', 'c'],
    en: ['d'],
  });
});
