/** A calendar date as `YYYY-MM-DD` (ISO 8601). The order of dates as strings is their order in time. */
export type Day = string;

/** Whether a text has the form `YYYY-MM-DD` and the date exists in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // `Date` turns 31 February into 3 March, so the result is converted back and compared.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${text}T`);
}

/** A range of days that includes its first and last day. If one of them is left out, the range is unbounded there. */
export interface Period {
  readonly since?: Day;
  readonly until?: Day;
}

/** The relation of a day to a period: `not-yet` before it, `current` in it, `over` after it. */
export type PeriodStatus = 'not-yet' | 'current' | 'over';

/** Returns whether a day is before, in or after a period. */
export function periodStatus(period: Period, day: Day): PeriodStatus {
  if (period.since !== undefined && day < period.since) return 'not-yet';
  if (period.until !== undefined && day > period.until) return 'over';
  return 'current';
}

/** Returns the number of days from `start` to `end`; negative if `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000);
}
