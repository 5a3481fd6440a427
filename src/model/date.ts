/** A calendar date, `YYYY-MM-DD` (ISO 8601). Comparing two of them as strings gives their order in time. */
export type Day = string;

/** Whether the text is a date as `YYYY-MM-DD` that exists in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // `Date` turns 31 February into 3 March, so the result is converted back and compared.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${text}T`);
}

/** A range of days, both ends included. An end that is left out is open. */
export interface Period {
  readonly since?: Day;
  readonly until?: Day;
}

/** Whether a day is before (`not-yet`), in (`current`) or after (`over`) a period. */
export type PeriodStatus = 'not-yet' | 'current' | 'over';

/** Compares a day with a period. */
export function periodStatus(period: Period, day: Day): PeriodStatus {
  if (period.since !== undefined && day < period.since) return 'not-yet';
  if (period.until !== undefined && day > period.until) return 'over';
  return 'current';
}

/** The number of days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
