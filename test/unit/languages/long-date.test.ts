import { expect, test } from 'vitest';
import { LANGUAGES, VARIANTS } from '../../../src/languages/languages.ts';
import { formatLongDate } from '../../support/product-languages.ts';

test.each([
  ['en', '2025-12-01', '1 December 2025'],
  ['fr', '2025-12-01', '1er décembre 2025'],
  ['fr', '2025-08-21', '21 août 2025'],
  ['es', '2025-12-01', '1 de diciembre de 2025'],
  ['ar', '2025-12-01', '1 كانون الأول 2025'],
  ['de', '2025-12-01', '1. Dezember 2025'],
  ['el', '2025-05-09', '9 Μαΐου 2025'],
  ['hu', '2025-12-01', '2025. december 1.'],
  ['pl', '2025-12-01', '1 grudnia 2025'],
  ['ru', '2025-12-01', '1 декабря 2025\u202Fг.'],
  ['en-US', '2026-03-02', 'March 2, 2026'],
  ['en-GB', '2026-03-02', '2 March 2026'],
  ['de-AT', '2026-01-09', '9. Jänner 2026'],
  ['fr-CH', '2025-12-01', '1er décembre 2025'],
  ['da', '2025-12-01', '1. december 2025'],
  ['et', '2025-12-01', '1. detsember 2025'],
  ['fi', '2025-12-01', '1. joulukuuta 2025'],
  ['ga', '2025-10-01', '1 Deireadh Fómhair 2025'],
  ['it', '2025-12-01', '1º dicembre 2025'],
  ['it', '2025-08-21', '21 agosto 2025'],
  ['lt', '2025-12-01', '2025\u00A0m. gruodžio 1\u00A0d.'],
  ['lv', '2025-12-01', '2025. gada 1. decembris'],
  ['mt', '2025-12-01', '1 ta’ Diċembru 2025'],
  ['nl', '2025-12-01', '1 december 2025'],
  ['pt', '2025-12-01', '1 de dezembro de 2025'],
  ['ro', '2025-12-01', '1 decembrie 2025'],
  ['sv', '2025-12-01', '1 december 2025'],
  ['tr', '2025-12-01', '1 Aralık 2025'],
  ['bg', '2025-12-01', '1 декември 2025\u202Fг.'],
  ['cs', '2025-12-01', '1. prosince 2025'],
  ['hr', '2025-12-01', '1. prosinca 2025.'],
  ['sk', '2025-12-01', '1. decembra 2025'],
  ['sl', '2025-12-01', '1. decembra 2025'],
  ['uk', '2025-12-01', '1 грудня 2025\u202Fр.'],
])('in %s %s is written %s', (language, day, expected) => {
  expect(formatLongDate(day, language)).toBe(expected);
});

/** The locales whose dates have the format of the letters, if the language alone does not select it. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-PS-u-nu-latn',
  'ar-EG': 'ar-EG-u-nu-latn',
};

/** The languages whose names of months are not those of CLDR, with the reason. */
const OWN_MONTHS: Readonly<Record<string, string>> = {
  sl: 'the nominative of CLDR is for a date that stands alone; texts, and dates after a place, have the genitive',
};

test.each([...LANGUAGES, ...VARIANTS])('in %s a date of every month agrees with Intl.DateTimeFormat', (language) => {
  const format = new Intl.DateTimeFormat(LOCALES[language] ?? language, { dateStyle: 'long', timeZone: 'UTC' });
  const days = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}-09`);
  expect(new Set(days.map((day) => formatLongDate(day, language))).size).toBe(12);
  // The kind of space before the Russian г. depends on the version of the run time.
  const normaliseSpaces = (date: string): string => date.replaceAll(/\s/gu, ' ');
  const ours = days.map((day) => normaliseSpaces(formatLongDate(day, language)));
  const inCldr = days.map((day) => normaliseSpaces(format.format(new Date(day))));
  const compared = (dates: readonly string[]): readonly string[] =>
    OWN_MONTHS[language] === undefined ? dates : dates.map((date) => date.replace(/\p{L}{3,}/u, 'month'));
  expect(compared(ours)).toEqual(compared(inCldr));
  expect(ours.join() === inCldr.join()).toBe(OWN_MONTHS[language] === undefined);
});

test('throws for a date that is not in the calendar', () => {
  expect(() => formatLongDate('2025-13-01', 'en')).toThrow();
});
