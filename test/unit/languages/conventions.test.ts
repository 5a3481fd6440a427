import { describe, expect, test } from 'vitest';
import { createConventions } from '../../../src/languages/conventions.ts';
import { LANGUAGES, localeDataOf } from '../../../src/languages/languages.ts';
import type { LocaleData } from '../../../src/model/locale-data.ts';
import { INVENTED } from '../../support/invented-language.ts';

/** The data without the loader of hyphenation patterns, which is the only part that is no plain data. */
function withoutLoader({ hyphenation, ...data }: LocaleData): unknown {
  return { ...data, dividesCapitalised: hyphenation?.dividesCapitalised };
}

test.each(LANGUAGES)('the locale data of %s is plain data: a file could have it', (language) => {
  const data = withoutLoader(localeDataOf(language));
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
});

test.each(LANGUAGES)('the conventions of %s follow from plain data alone', (language) => {
  const data = localeDataOf(language);
  const copy: LocaleData = JSON.parse(JSON.stringify(data));
  const conventions = createConventions(data);
  const ofCopy = createConventions(copy);
  expect(ofCopy.date(1, 'x', 2025)).toBe(conventions.date(1, 'x', 2025));
  expect(ofCopy.dateConnectors).toEqual(conventions.dateConnectors);
  expect([1, 2, 3].map(ofCopy.enclosures)).toEqual([1, 2, 3].map(conventions.enclosures));
  expect(ofCopy.demandNumbers('x', [6, 2, 4])).toBe(conventions.demandNumbers('x', [6, 2, 4]));
  expect(ofCopy.plural.categories).toEqual(conventions.plural.categories);
});

describe('conventions', () => {
  const { date, dateConnectors, numbers, pageOf, enclosures, demandNumbers, noteAbove } = createConventions(INVENTED);

  test('have the first day of a month as an ordinal number, and only that', () => {
    expect(date(1, 'unoember', 2025)).toBe('1a va unoember, 2025');
    expect(date(21, 'unoember', 2025)).toBe('21 va unoember, 2025');
  });

  test('know from the dates what stands between a day and its month', () => {
    expect(dateConnectors).toMatchObject({ ordinalSuffix: 'a', wordBeforeMonth: 'va' });
    const withSuffix = createConventions({ ...INVENTED, date: '{day}. {month} {year}', firstDay: undefined });
    expect(withSuffix.dateConnectors).toMatchObject({ ordinalSuffix: undefined, wordBeforeMonth: undefined });
  });

  test.each([
    ['{day}. {month} {year}', false, undefined, undefined],
    ['{day} de {month} de {year}', false, undefined, undefined],
    ['{month} {day}, {year}', true, undefined, undefined],
    ['{year}. {month} {day}.', true, undefined, undefined],
    ['{year}\u00A0m. {month} {day}\u00A0d.', true, 'd.', 'm.'],
    ['{year}. gada {day}. {month}', false, undefined, 'gada'],
    ['{day} {month} {year}\u202Fг.', false, undefined, 'г.'],
  ])('know from the date %j what is beside its numbers', (pattern, isMonthBeforeDay, wordAfterDay, wordAfterYear) => {
    const connectors = createConventions({ ...INVENTED, date: pattern }).dateConnectors;
    expect(connectors).toMatchObject({ isMonthBeforeDay, wordAfterDay, wordAfterYear });
  });

  test('have the parts of an amount and of a page number in the order of the language', () => {
    expect(numbers.amount('\u2212', '1’500;00', 'EUR')).toBe('EUR\u00A0\u22121’500;00');
    expect(pageOf(2, 13)).toBe('Folu 2 ex 13');
    expect(noteAbove(4)).toBe('vidu not 4');
  });

  test('have a noun for one, for two and for more', () => {
    expect([1, 2, 3, 21].map(enclosures)).toEqual(['Adjunt', 'Adjuntu', 'Adjunti', 'Adjunti']);
  });

  test('have the plural for two if there is no dual', () => {
    const { enclosures: headings, demandNumbers: numbersOf } = createConventions({
      ...INVENTED,
      enclosures: { ...INVENTED.enclosures, dual: undefined },
      demandNumbers: { ...INVENTED.demandNumbers, dual: undefined },
    });
    expect([1, 2, 3].map(headings)).toEqual(['Adjunt', 'Adjunti', 'Adjunti']);
    expect(numbersOf('X', [6, 2])).toBe('6. un 2. petin in X');
  });

  test('have the numbers of demands as a list', () => {
    expect([[5], [6, 2], [6, 2, 4]].map((group) => demandNumbers('X', group))).toEqual([
      '5. peti in X',
      '6. un 2. petu in X',
      '6. · 2. un 4. petin in X',
    ]);
  });

  test.each([
    ['date', '{day}.{month}.', 'lacks the place {year}'],
    ['pageOf', 'Folu {page}', 'lacks the place {pages}'],
    ['noteAbove', 'vidu', 'lacks the place {note}'],
    ['linkDescription', 'Ligu al {link}', 'has a place {link} without a value'],
    ['markDescription', 'Retro', 'lacks the place {note}'],
    ['list', '{items} un', 'lacks the place {last}'],
  ])('are refused if the pattern of %s is %j', (key, pattern, problem) => {
    expect(() => createConventions({ ...INVENTED, [key]: pattern })).toThrow(problem);
  });
});
