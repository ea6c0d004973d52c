/** A date as exact as its source gives it (`2024`, `2024-08`, `2024-08-31`), in the words of a language. */
export function sourceDate(locale: string, value: string): string {
  const [year = 0, month, day] = value.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }), timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, options).format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
}
