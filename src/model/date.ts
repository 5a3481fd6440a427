/** A day, `YYYY-MM-DD` (ISO 8601). Such texts compare as days do. */
export type Day = string;

/** Is this a day that the calendar has, written as one? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // 31 February is read as 3 March; the way back shows it.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${text}T`);
}

/** From when until when something holds; both days included; an open end is left out. */
export interface Period {
  readonly since?: Day;
  readonly until?: Day;
}

/** Where a day stands to a period. */
export type PeriodStatus = 'not-yet' | 'current' | 'over';

/** Has the period begun, is it on, or is it over on that day? */
export function periodStatus(period: Period, day: Day): PeriodStatus {
  if (period.since !== undefined && day < period.since) return 'not-yet';
  if (period.until !== undefined && day > period.until) return 'over';
  return 'current';
}

/** How many days lie between two days; negative if the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
