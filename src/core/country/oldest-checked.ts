import type { CountryKey } from './country.schema.ts';

/** The date of the oldest source that a pack still stands on, as exact as the source gives it; a bare year is older than any day in it. */
export function oldestChecked({ lines, laws }: Pick<CountryKey, 'lines' | 'laws'>): string {
  return [...lines, ...laws].map((fact) => fact.checked).sort()[0] ?? '';
}
