import type { Content } from '../content/content.ts';

/** The digits of every line of every country pack. */
export function dials(content: Content): Set<string> {
  return new Set(content.countries.flatMap((country) => country.key?.value?.lines ?? []).flatMap((line) => (line.dial ? [line.dial] : [])));
}
