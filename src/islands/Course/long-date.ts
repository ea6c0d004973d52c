import type { CalendarDate } from '../../core/certificate/calendar-date.ts';
import { dateFormat } from '../../core/locale/date-format.ts';
import { locale } from '../page.ts';

const format = dateFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A calendar date as the page's language writes it, with the month as a word. */
export const longDate = (date: CalendarDate): string => format.format(new Date(`${date}T00:00:00Z`));
