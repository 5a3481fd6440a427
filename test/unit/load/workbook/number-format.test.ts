import { describe, expect, test } from 'vitest';
import { numberFormatOf, parseNumberFormat } from '../../../../src/load/workbook/number-format.ts';
import { numberText } from '../../../../src/load/workbook/number-text.ts';

/** The text of a number in a format, or `?` and the reason why it is not known. */
function shown(value: number, code: string, countsFrom1904 = false): string {
  const text = numberText(value, parseNumberFormat(code), countsFrom1904);
  return text.ok ? text.text : `?${text.reason}`;
}

describe('a number', () => {
  test.each([
    // General: as typed, if Excel shows all of it
    [412, 'General', '412'],
    [-0.5, 'General', '-0.5'],
    [0, 'General', '0'],
    [-0, 'General', '0'],
    [0.1 + 0.2, 'General', '0.3'],
    [99999999999, 'General', '99999999999'],
    [100000000000, 'General', '?rounded'],
    [0.123456789, 'General', '0.123456789'],
    [0.1234567891, 'General', '?rounded'],
    [0.0001, 'General', '0.0001'],
    [0.00009, 'General', '?exponent'],
    [1e21, 'General', '?rounded'],
    [412, '[Red]General', '412'],
    [412, 'General" kg"', '?other'],
    [412, '@', '412'],
    // digits
    [123, '00000', '00123'],
    [123456, '00000', '123456'],
    [0, '00000', '00000'],
    [1.5, '0', '?rounded'],
    [2.5, '0.00', '2.50'],
    [2.555, '0.00', '?rounded'],
    [1.005, '0.00', '?rounded'],
    [2.5, '0.0#', '2.5'],
    [2.55, '0.0#', '2.55'],
    [2, '0.##', '2'],
    [999999999999999, '0', '999999999999999'],
    [1e15, '0', '?rounded'],
    [1e300, '0', '?rounded'],
    [0.1, '0.00000000000000000000', '0.10000000000000000000'],
    [1499.9999999999998, '0.00', '1500.00'],
    [1234567.5, '#,##0.00', '1234567.50'],
    [-1234, '#,##0', '-1234'],
    [5, '#', '5'],
    [0, '#', '?other'],
    [0.5, '#.0', '?other'],
    [12, '0,000', '?other'],
    [12, '0.0.0', '?other'],
    [12, '??0', '?other'],
    [12000, '0,', '?other'],
    [12, '', '?other'],
    // literals
    [12, '0\\ ', '12'],
    [12, '0" kg"', '?other'],
    [12, '"no. "0', '?other'],
    [12, '0-00', '?other'],
    [12, '000\\-000', '?other'],
    [49301234, '00000 000000', '?other'],
    // sections
    [5, '0;(0)', '5'],
    [-5, '0;(0)', '?other'],
    [-5, '0;-0', '-5'],
    [-5, '0;[Red]\\-0', '-5'],
    [-5, '0;0', '?other'],
    [0, '0;-0;"none"', '?other'],
    [5, '0;-0;"none"', '5'],
    [5, ';;;', '?other'],
    [5, '[>100]0;0', '?other'],
    [5, '0;0;0;0;0', '?other'],
    [5, '0;@', '5'],
    // other numbers
    [0.07, '0%', '?percent'],
    [7, '0.00E+00', '?exponent'],
    [7, '##0.0e-0', '?exponent'],
    [0.5, '# ?/?', '?other'],
    [7, '$0', '?currency'],
    [7, '0 €', '?currency'],
    [7, '0" CHF"', '?other'],
    [7, '[$CHF] 0', '?currency'],
    [7, '[$€-407] 0', '?currency'],
    [7, '[$-409]0', '7'],
    [7, '[$-1010000]0', '?other'],
  ])('%d in the format %j: %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });
});

describe('a date', () => {
  test.each([
    [46083, 'yyyy-mm-dd', '2026-03-02'],
    [46083, 'D.M.YYYY', '2026-03-02'],
    [46083, 'd/m/yy;@', '2026-03-02'],
    [46083, 'dddd" "d" "mmmm" "yyyy', '2026-03-02'],
    [46083, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2026-03-02'],
    [46083, '[$-en-GB]d mmmm yyyy', '2026-03-02'],
    [46083, '[$-D07041E]d mmmm yyyy', '?other'],
    [46083, 'd-mmm', '?part-of-date'],
    [46083, 'mmm-yy', '?part-of-date'],
    [46083, 'dddd, mmmm yyyy', '?part-of-date'],
    [46083, 'yyyy', '?part-of-date'],
    [46083, 'ggge"年"m"月"d"日"', '?other'],
    [46083, 'yyyy-mm-dd hh:mm', '?time'],
    [0.5, 'h:mm AM/PM', '?time'],
    [1.5, '[h]:mm', '?time'],
    [46083.5, 'yyyy-mm-dd', '?part-of-day'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [60, 'yyyy-mm-dd', '?early'],
    [0, 'yyyy-mm-dd', '?early'],
    [-1, 'yyyy-mm-dd', '?no-day'],
    [2958465, 'yyyy-mm-dd', '9999-12-31'],
    [2958466, 'yyyy-mm-dd', '?no-day'],
    [1e300, 'yyyy-mm-dd', '?no-day'],
  ])('%d in the format %j: %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  test.each([
    [0, '1904-01-01'],
    [44621, '2026-03-02'],
    [2957003, '9999-12-31'],
    [2957004, '?no-day'],
  ])('counts from 1904 where the workbook does: %d is %s', (value, text) => {
    expect(shown(value, 'yyyy-mm-dd', true)).toBe(text);
  });
});

test.each([
  ['General', true],
  ['@', true],
  ['0;-0;0;@', true],
  ['_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', true],
  ['0.00', true],
  ['0;-0;0', true],
  ['yyyy;@', true],
  ['"Mr "@', false],
  ['@" kg"', false],
  ['0;0;0;', false],
  [';;;', false],
  ['0;-0;0;"text"', false],
])('the format %j shows texts as they are: %s', (code, showsText) => {
  expect(parseNumberFormat(code).showsText).toBe(showsText);
});

test.each([
  [0, '412'],
  [1, '412'],
  [2, '412.00'],
  [9, '?percent'],
  [14, '?part-of-day'],
  [44, '?other'],
  [58, '?other'],
  [164, '?other'],
])('without a code in the file, format %d shows 412 or 412.5 so: %s', (id, text) => {
  const result = numberText(id === 14 ? 412.5 : 412, numberFormatOf(id), false);
  expect(result.ok ? result.text : `?${result.reason}`).toBe(text);
});
