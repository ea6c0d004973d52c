/** A calendar date, YYYY-MM-DD, without time or zone: the day on the wall where the learner is. */
export type CalendarDate = string;

const day = 86_400_000;

/** The date on the wall at an instant; `offset` is what `new Date(at).getTimezoneOffset()` gives: minutes that the place is behind UTC. */
export function dateAt(at: string, offset: number): CalendarDate {
  return new Date(Date.parse(at) - offset * 60_000).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDays(daysOfDate(date) + days);
}

/** The same day of a later month; the last of that month where it has no such day (31 January + 1 month is 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. */
export function daysOfDate(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}

export function dateOfDays(days: number): CalendarDate {
  return new Date(days * day).toISOString().slice(0, 10);
}
