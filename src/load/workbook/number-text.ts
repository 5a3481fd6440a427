import type { NumberFormat, UnreadablePattern } from './number-format.ts';

/**
 * Why the text of a number is not known. 'rounded': it has more digits than are shown. 'early': a day before 1 March
 * 1900, which programs count differently. 'part-of-day': a day with a time. 'no-day': no number of a day.
 */
export type UnreadableNumber = UnreadablePattern | 'rounded' | 'early' | 'part-of-day' | 'no-day';

/** The text of a number, or why it is not known. */
export type NumberText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: UnreadableNumber };

/** The maximum number of digits and decimal points of a number in the format General. Excel rounds a longer one. */
const MAX_GENERAL_LENGTH = 11;

/** Excel shows a smaller number in the format General with a power of ten, as 1E-05. */
const MIN_GENERAL = 0.0001;

/**
 * Returns the text of a number as its format shows it, if all of it is shown: digits with a decimal point, without
 * separators of thousands, and dates as in ISO 8601 (2026-03-02). A spreadsheet has 15 digits of a number; the file may
 * have more, which come from its binary form.
 */
export function numberText(value: number, format: NumberFormat, countsFrom1904: boolean): NumberText {
  const rounded = Number(value.toPrecision(15));
  const pattern = rounded > 0 ? format.positive : rounded < 0 ? format.negative : format.zero;
  if (pattern.kind === 'date') return dateText(rounded, countsFrom1904);
  if (pattern.kind !== 'general' && pattern.kind !== 'digits') return { ok: false, reason: pattern.kind };
  const digits = plainDigits(Math.abs(rounded));
  const [whole = '', decimals = ''] = digits.split('.');
  const sign = rounded < 0 ? '-' : '';
  if (pattern.kind === 'general') {
    if (rounded !== 0 && Math.abs(rounded) < MIN_GENERAL) return { ok: false, reason: 'exponent' };
    return digits.length > MAX_GENERAL_LENGTH
      ? { ok: false, reason: 'rounded' }
      : { ok: true, text: `${sign}${digits}` };
  }
  if (whole.length > 15 || decimals.length > pattern.maxDecimals) return { ok: false, reason: 'rounded' };
  // Without a zero in the format, the zero before the decimal point is not shown.
  if (pattern.minimum === 0 && whole === '0') return { ok: false, reason: 'other' };
  const shownDecimals = decimals.padEnd(pattern.decimals, '0');
  const point = shownDecimals === '' ? '' : '.';
  return { ok: true, text: `${sign}${whole.padStart(pattern.minimum, '0')}${point}${shownDecimals}` };
}

/** Returns the shortest digits that identify a number, without an exponent. The number is not negative. */
function plainDigits(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const [whole = '', decimals = ''] = digits.split('.');
  const shift = Number(exponent);
  if (shift < 0) return `0.${'0'.repeat(-shift - 1)}${whole}${decimals}`;
  return `${whole}${decimals.padEnd(shift, '0')}`;
}

const DAY_MILLISECONDS = 86_400_000;
/** The day before 1 January 1900, as numbers after the 29 February 1900 that Excel invented count from it. */
const DAY_0_OF_1900 = Date.UTC(1899, 11, 30);
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);
/** The number of 1 March 1900. Lotus 1-2-3 and Excel count 29 February 1900, a day that was not; others do not. */
const FIRST_SURE_DAY = 61;
const LAST_DAY = Date.UTC(9999, 11, 31);

function dateText(day: number, countsFrom1904: boolean): NumberText {
  if (day < 0) return { ok: false, reason: 'no-day' };
  if (!Number.isInteger(day)) return { ok: false, reason: 'part-of-day' };
  if (!countsFrom1904 && day < FIRST_SURE_DAY) return { ok: false, reason: 'early' };
  const time = (countsFrom1904 ? DAY_0_OF_1904 : DAY_0_OF_1900) + day * DAY_MILLISECONDS;
  if (!(time <= LAST_DAY)) return { ok: false, reason: 'no-day' };
  return { ok: true, text: new Date(time).toISOString().slice(0, 10) };
}
