import { describe, expect, test } from 'vitest';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import { createDateStartTest } from '../../../src/template/date-start.ts';

function isDate(language: string, list: string, items = 1): boolean {
  return createDateStartTest(language, NO_LOCALES)(list, items);
}

describe('a list is a date', () => {
  test.each([
    ['et', '1. septembriks 2026 ootame'],
    ['et', '1. mail algab'],
    ['et', '1. jaanuarini'],
    ['lv', '1. septembrī sāksim'],
    ['lv', '1. janvārim'],
    ['de', '1. Septembers'],
    ['de', '1. Mais'],
    ['fi', '1. tammikuussa'],
    ['cs', '1. květen 2026'],
    ['sl', '1. septembru'],
    ['hr', '1. siječanj'],
    ['da', '1. januars'],
  ])('in %s in any case of its month: %s', (language, list) => {
    expect(isDate(language, list)).toBe(true);
  });

  test('in any language in the form that dates have', () => {
    expect(isDate('en', '1. Mai 1945 war')).toBe(true);
    expect(isDate('en', '1. Mai\n2. Mai', 2)).toBe(true);
    expect(isDate('en', '1. septembriks')).toBe(false);
  });

  test.each([
    ['et', '1. maikellukesed'],
    ['de', '1. Maifeiertag'],
    ['de', '1. Januarsitzungen'],
    ['fr', '1. maison'],
    ['cs', '1. cesta'],
  ])('but not in %s: %s', (language, list) => {
    expect(isDate(language, list)).toBe(false);
  });

  test('but not if a second item follows a word that is only like a month', () => {
    expect(isDate('et', '1. septembrikuu\n2. words', 2)).toBe(false);
    expect(isDate('et', '1. septembrikuu')).toBe(true);
  });
});
