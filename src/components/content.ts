/** What pages read from content/: keys and words of one locale joined, in the order learners meet them. */
import { getCollection, getEntry, render } from 'astro:content';
import { locales, sourceLocale } from '../core/locale/locales.ts';
import type { CourseKey, CourseWords } from '../core/course/course.schema.ts';
import type { Glossary } from '../core/course/glossary.schema.ts';
import type { ModuleKey, ModuleWords } from '../core/course/module.schema.ts';
import type { CountryKey, CountryWords } from '../core/country/country.schema.ts';

export interface Course { key: CourseKey; words: CourseWords; modules: Module[] }
export interface Module { key: ModuleKey; words: ModuleWords; version: number }
export interface Country { key: CountryKey; words: CountryWords }

const need = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing. Run "npm run check": it names the file to write.`);
  return value;
};

export async function getModule(id: string, locale: string): Promise<Module> {
  const key = need(await getEntry('moduleKeys', `${id}/module`), `content/modules/${id}/module.yaml`).data;
  const words = need((await getEntry('moduleWords', `${id}/${locale}`)) ?? (await getEntry('moduleWords', `${id}/${sourceLocale}`)), `content/modules/${id}/${locale}.yaml`).data;
  return { key, words, version: Math.max(...key.versions.map((entry) => entry.version)) };
}

export async function getModuleText(id: string, locale: string) {
  const entry = (await getEntry('moduleTexts', `${id}/${locale}`)) ?? (await getEntry('moduleTexts', `${id}/${sourceLocale}`));
  return (await render(need(entry, `content/modules/${id}/${locale}.mdx`))).Content;
}

export async function getCourses(locale: string): Promise<Course[]> {
  const keys = (await getCollection('courseKeys')).map((entry) => entry.data).sort((a, b) => a.position - b.position);
  return Promise.all(
    keys.map(async (key) => {
      const words = (await getEntry('courseWords', `${key.id}/${locale}`)) ?? (await getEntry('courseWords', `${key.id}/${sourceLocale}`));
      return { key, words: need(words, `content/courses/${key.id}/${locale}.yaml`).data, modules: await Promise.all(key.modules.map((id) => getModule(id, locale))) };
    }),
  );
}

export async function getCountries(locale: string): Promise<Country[]> {
  const keys = (await getCollection('countryKeys')).map((entry) => entry.data);
  const countries = await Promise.all(
    keys.map(async (key) => {
      const words = (await getEntry('countryWords', `${key.id}/${locale}`)) ?? (await getEntry('countryWords', `${key.id}/${sourceLocale}`));
      return { key, words: need(words, `content/countries/${key.id}/${locale}.yaml`).data };
    }),
  );
  const { compare } = new Intl.Collator(locale);
  return countries.sort((a, b) => compare(a.words.name, b.words.name));
}

export async function getGlossary(locale: string): Promise<Glossary['terms']> {
  const entry = (await getEntry('glossaries', locale)) ?? (await getEntry('glossaries', sourceLocale));
  const { compare } = new Intl.Collator(locale);
  return [...need(entry, `content/glossary/${locale}.yaml`).data.terms].sort((a, b) => compare(a.term, b.term));
}

/** Route parameters for pages that exist once a language. */
export const localePaths = () => locales.map((locale) => ({ params: { locale: locale.tag } }));

/** Route parameters for pages that exist once a language and course. */
export async function coursePaths() {
  const paths = await Promise.all(
    locales.map(async ({ tag }) => (await getCourses(tag)).map((course) => ({ params: { locale: tag, course: course.key.id }, props: { course } }))),
  );
  return paths.flat();
}
