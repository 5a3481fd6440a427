import { describe, expect, test } from 'vitest';
import { chooseFile } from '../../../src/model/enclosure.ts';

describe('the file of an enclosure', () => {
  test.each<[string, Record<string, string>, string, string[], string, string | undefined]>([
    ['in the language of the letter', { fr: 'f', en: 'e' }, 'en', ['fr'], 'e', undefined],
    ['in that of its variant', { fr: 'f', pt: 'p' }, 'pt-BR', [], 'p', undefined],
    ['in another variant of it', { fr: 'f', 'en-US': 'u' }, 'en', [], 'u', undefined],
    ['for all languages', { '*': 'a' }, 'ar', [], 'a', undefined],
    [
      'in the first language that the recipient reads',
      { en: 'e', fr: 'f', es: 's' },
      'de',
      ['de', 'es', 'fr'],
      's',
      'es',
    ],
    ['that is the first, if the recipient reads none', { fr: 'f', en: 'e' }, 'de', ['de'], 'f', 'fr'],
  ])('is the one %s', (_, file, language, read, path, otherLanguage) => {
    expect(chooseFile({ file }, language, read)).toEqual({ path, otherLanguage });
  });
});
