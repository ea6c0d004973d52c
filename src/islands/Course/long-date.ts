import type { CalendarDate } from '../../core/certificate/calendar-date.ts';
import { locale } from '../page.ts';

/** A calendar date as the page's language writes it, with the month as a word. */
export function longDate(date: CalendarDate): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
