import { expect, test } from 'vitest';
import { sortSignatories } from '../../../src/template/sort-signatories.ts';
import type { Signatory, SignatoryOrder } from '../../../src/model/campaign.ts';
import { aMerging } from '../../support/a-merging.ts';
import { condition } from '../../support/a-register.ts';

const EVERYONE = condition({ kind: 'everyone' });

function sorted(
  names: readonly (string | readonly [country: string, name: string])[],
  language = 'en',
  signatoryOrder: SignatoryOrder = 'name',
): readonly string[] {
  const signatories = names.map((each, index): Signatory => {
    const [country, name] = typeof each === 'string' ? [undefined, each] : each;
    return {
      id: String(index),
      name: { [language]: name },
      for: EVERYONE,
      ...(country === undefined ? {} : { country: { '*': country } }),
    };
  });
  const { campaign } = aMerging({ language, letter: { signatories, signatoryOrder } });
  return sortSignatories(campaign, language).map(({ id, name }) => `${id} ${name[language]}`);
}

test.each([
  ['en', ['Zoo', 'apple', 'Éclair', 'Eagle', 'Fox'], ['apple', 'Eagle', 'Éclair', 'Fox', 'Zoo']],
  ['en', ['Section 10', 'Section 2'], ['Section 2', 'Section 10']],
  ['sv', ['Öar', 'Zoo', 'Åar', 'Ära'], ['Zoo', 'Åar', 'Ära', 'Öar']],
  ['de', ['Öl', 'Zoo', 'Ofen'], ['Ofen', 'Öl', 'Zoo']],
  ['es', ['Ñandú', 'Nube', 'Oso'], ['Nube', 'Ñandú', 'Oso']],
  ['ru', ['Яблоко', 'Ель', 'Ёж', 'Жук'], ['Ёж', 'Ель', 'Жук', 'Яблоко']],
  ['el', ['Ωμέγα', 'Άλφα', 'Βήτα'], ['Άλφα', 'Βήτα', 'Ωμέγα']],
  // The article is passed over: "right" is sorted under h, and "union" under a.
  ['ar', ['مركز', 'الحق', 'بيت', 'الاتحاد'], ['الاتحاد', 'بيت', 'الحق', 'مركز']],
])('names are in the order of the language: %s %j', (language, names, expected) => {
  expect(sorted(names, language).map((line) => line.replace(/^\d+ /u, ''))).toEqual(expected);
});

test('equal names stay in the order of the file, as all of them do without an order', () => {
  expect(sorted(['B', 'A', 'B', 'A'])).toEqual(['1 A', '3 A', '0 B', '2 B']);
  expect(sorted(['B', 'A'], 'en', 'given')).toEqual(['0 B', '1 A']);
});

test('countries come first, and names within each; two that differ in the article alone are not mixed', () => {
  const pairs = [
    ['Oman', 'B'],
    ['Chad', 'Z'],
    ['Oman', 'A'],
  ] as const;
  expect(sorted(pairs, 'en', 'country')).toEqual(['1 Z', '2 A', '0 B']);
  const article = [
    ['اليمن', 'ب'],
    ['يمن', 'أ'],
    ['اليمن', 'ت'],
  ] as const;
  const countries = sorted(article, 'ar', 'country').map((line) => article[Number(line[0])]?.[0]);
  expect(new Set([countries.slice(0, 2).join(), countries.slice(1).join()])).toContain('اليمن,اليمن');
});

test('a language that the runtime lacks is sorted as English, and not as the language of the computer', () => {
  const names = ['Zoo', 'Åar', 'Äre'];
  expect(sorted(names, 'qaa').map((line) => line.slice(2))).toEqual(['Åar', 'Äre', 'Zoo']);
});
