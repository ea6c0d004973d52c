import { allLocales, sourceLocale } from '../../core/locale/locales.ts';
import { summary, type GroupStatus } from '../../core/translation/status.ts';
import type { Content } from '../content/content.ts';
import { translationStatus } from './translated-files.ts';

/** What pages say about the translations, by language: counts, and the files that no named reader has checked. */
export function translationTotals(content: Content): Record<string, { totals: GroupStatus[]; unreviewed: string[] }> {
  const languages = allLocales.filter(({ tag }) => tag !== sourceLocale);
  return Object.fromEntries(
    languages.map(({ tag }) => {
      const files = translationStatus(content, tag);
      return [tag, { totals: summary(files), unreviewed: files.filter((file) => !file.reviewed).map(({ file }) => file) }];
    }),
  );
}
