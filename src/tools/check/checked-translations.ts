import { locales, sourceLocale } from '../../core/locale/locales.ts';
import type { Content } from '../content/content.ts';
import { translatedFiles, type Target, type TranslatedFile } from '../translation/translated-files.ts';
import type { Context } from './rule.ts';

/** The translations that exist, in the languages that are checked against their source. */
export function checkedTranslations(content: Content, { translations }: Context): (TranslatedFile & { locale: string; target: Target })[] {
  const tags = translations ?? locales.map((locale) => locale.tag);
  return tags
    .filter((tag) => tag !== sourceLocale)
    .flatMap((locale) => translatedFiles(content, locale).flatMap((pair) => (pair.target ? [{ ...pair, locale, target: pair.target }] : [])));
}
