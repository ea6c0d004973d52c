/** What the exporter knows of the site in one language; see core/package/catalog.ts. */
import { getCollection } from 'astro:content';
import { sourceLocale } from '../core/locale/locales.ts';
import type { Catalog } from '../core/package/catalog.ts';
import { readmeTexts } from '../core/package/readme.ts';
import { getCountries, getCourses } from './content.ts';
import { messagesFor } from './messages.ts';

const script = (name: string): string => __FAROL_SCRIPTS__[name]?.file ?? '';

export async function packageCatalog(locale: string): Promise<Catalog> {
  const courses = await getCourses(locale);
  const countries = await getCountries(locale);
  const presets = (await getCollection('lmsPresets')).map(({ data }) => data);
  const own = (texts: Record<string, string[]>): string[] => texts[locale] ?? texts[sourceLocale] ?? [];
  return {
    locale,
    courses: courses.map(({ key, words, modules }) => ({
      id: key.id,
      version: key.version,
      passMark: key.passMark,
      title: words.title,
      summary: words.summary,
      modules: modules.map((module) => ({ id: module.key.id, title: module.words.title, minutes: module.key.minutes })),
    })),
    countries: countries.map(({ key, words }) => ({ code: key.id, name: words.name })),
    presets: presets.map(({ id, name, formats, steps, mind }) => ({ id, name, formats, steps: own(steps), mind: own(mind) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    scripts: [script('package')],
    unfold: script('unfold'),
    folder: { keep: script('keep-folder'), worker: script('folder-worker') },
    texts: messagesFor(locale).pick(readmeTexts),
  };
}
