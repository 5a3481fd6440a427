import { expect, test } from 'vitest';
import { brazilianPortuguese } from '../../../src/languages/brazilian-portuguese.ts';
import { createConventions } from '../../../src/languages/conventions.ts';
import { formatLongDate } from '../../../src/languages/languages.ts';
import { formatAmount, formatNumber } from '../../../src/languages/numbers.ts';
import { pluralCategory } from '../../../src/languages/plurals.ts';

const conventions = createConventions(brazilianPortuguese);

test('Brazilian Portuguese has dates as Brazil writes them, with an ordinal number for the first day alone', () => {
  expect(formatLongDate('2025-12-01', conventions)).toBe('1º de dezembro de 2025');
  const format = new Intl.DateTimeFormat('pt-BR', { dateStyle: 'long', timeZone: 'UTC' });
  expect(formatLongDate('2025-12-09', conventions)).toBe(format.format(new Date('2025-12-09')));
});

test.each(['0', '1234', '12345.60', '-1234567.5'])('has the number %s as in CLDR, but for the minus sign', (number) => {
  const decimals = number.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: decimals });
  expect(formatNumber(number, conventions)).toBe(
    format.format(number as Intl.StringNumericLiteral).replace('-', '\u2212'),
  );
});

test.each(['0', '1500.00', '-12.30'])('has %s EUR as in CLDR, but for the minus sign', (value) => {
  const format = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'EUR', currencyDisplay: 'code' });
  expect(formatAmount({ value, currency: 'EUR' }, conventions)).toBe(
    format.format(value as Intl.StringNumericLiteral).replace('-', '\u2212'),
  );
});

test('has the singular for 0 and for fractions below 2, as in CLDR', () => {
  const rules = new Intl.PluralRules('pt-BR', { minimumFractionDigits: 1 });
  for (const number of ['0.0', '0.5', '1.5', '2.0'])
    expect(pluralCategory(number, conventions)).toBe(rules.select(Number(number)));
});

test('greets in words of its own, with the courtesy title by name', () => {
  const { office, person } = brazilianPortuguese.plainForms ?? {};
  expect(office?.salutation).toBe('Prezada Senhora, prezado Senhor,');
  expect([person?.f.familySalutation, person?.m.familySalutation]).toEqual([
    'Prezada Sra. {family},',
    'Prezado Sr. {family},',
  ]);
});
