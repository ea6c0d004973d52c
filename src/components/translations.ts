/** How far the translations are, for pages: counted by src/tools/build/integration.ts when the build begins. */
import { sourceLocale } from '../core/locale/locales.ts';
import type { GroupStatus } from '../core/translation/status.ts';

/** By group, the sum last; empty for the source language. */
export const translationTotals = (locale: string): readonly GroupStatus[] => __FAROL_TRANSLATIONS__[locale]?.totals ?? [];

/** @param shows folders and files of content/; everything if left out. The words of the interface are on every page. */
export function isReviewed(locale: string, shows?: readonly string[]): boolean {
  if (locale === sourceLocale) return true;
  const unreviewed = __FAROL_TRANSLATIONS__[locale]?.unreviewed ?? [];
  return !unreviewed.some((file) => !shows || [...shows, 'ui'].some((path) => file.startsWith(`${path}/`)));
}
