import { dateFormat } from '../core/locale/date-format.ts';

/** A date as exact as its source gives it (`2024`, `2024-08`, `2024-08-31`), in the words of a language. */
export function sourceDate(locale: string, value: string): string {
  const [year = 0, month, day] = value.split('-').map(Number);
  return dateFormat(locale, { ...(month && { month: 'long' }), ...(day && { day: 'numeric' }), timeZone: 'UTC' }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}
