import { expect, test } from 'vitest';
import { noticeOf } from '../../../src/merge/merge-letter.ts';
import { aMerging } from '../../support/a-merging.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const { letter } = aMerging({}).campaign;
const english = conventionsOf('en');
const french = conventionsOf('fr');

test.each([
  ['a specimen', 'specimen', { en: 'original' }, 'en', english.notice.specimen],
  ['a draft', 'draft', { en: 'original' }, 'en', english.notice.draft],
  ['the final original', 'final', { en: 'original' }, 'en', undefined],
  ['one of two originals', 'final', { en: 'original', fr: 'original' }, 'fr', undefined],
  ['a final translation', 'final', { en: 'original', fr: 'revised' }, 'fr', french.translation.ofEnglish],
  ['a translation into English', 'final', { fr: 'original', en: 'revised' }, 'en', english.translation.ofAnother],
  [
    'a translated specimen',
    'specimen',
    { en: 'original', fr: 'unchecked' },
    'fr',
    `${french.notice.specimen} ${french.translation.ofEnglish}`,
  ],
] as const)('%s says so, and nothing else', (_, status, languages, language, expected) => {
  expect(noticeOf({ ...letter, status, languages }, language, conventionsOf(language))).toBe(expected);
});

test('a translation made for another purpose says so in the words of the campaign', () => {
  const languages = { en: 'original', fr: 'revised' } as const;
  const edition = { fr: 'Édition pour la presse.' };
  expect(noticeOf({ ...letter, status: 'final', languages, edition }, 'fr', french)).toBe('Édition pour la presse.');
  expect(noticeOf({ ...letter, status: 'final', languages, edition: { es: 'x' } }, 'fr', french)).toBe(
    french.translation.ofEnglish,
  );
});
