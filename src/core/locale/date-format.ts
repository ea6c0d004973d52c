/**
 * Dates in the words of a language. Where its own calendar counts other years than the world's, the era is always named, so that a year cannot be
 * taken for one of the other calendar: 2026 is พ.ศ. 2569 in Thai.
 */

/** A format of `Intl` with the language's own calendar. `dateStyle` may not be among the options: Intl refuses it beside an era. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', ...options, ...(hasOwnYears(locale) && { era: 'short' }) });
}

/** A year of the world's calendar as it stands in a source (`1990/2009`, `≤ 2022`), its era named where readers would look for another: `ค.ศ. 1990/2009`. */
export function worldYear(locale: string, year: string): string {
  if (!hasOwnYears(locale)) return year;
  const parts = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { era: 'short', timeZone: 'UTC' }).formatToParts(0);
  return `${parts.find(({ type }) => type === 'era')?.value} ${year}`;
}

const hasOwnYears = (locale: string): boolean => new Intl.DateTimeFormat(locale).resolvedOptions().calendar !== 'gregory';
