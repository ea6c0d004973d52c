/** What pages read from content/: keys and words of one locale joined, in the order learners meet them. */
import { getCollection, getEntry, render } from 'astro:content';
import { locales, sourceLocale } from '../core/locale/locales.ts';
import type { CourseKey, CourseWords } from '../core/course/course.schema.ts';
import type { Glossary } from '../core/course/glossary.schema.ts';
import type { ModuleKey, ModuleWords } from '../core/course/module.schema.ts';
import type { CountryKey, CountryWords } from '../core/country/country.schema.ts';

/** Everything that is translated: the words, and the language that they are in. It is the source language where a translation is missing. */
interface Translated<W> { words: W; lang: string }
export interface Course extends Translated<CourseWords> { key: CourseKey; modules: Module[] }
export interface Module extends Translated<ModuleWords> { key: ModuleKey; version: number }
export interface Country extends Translated<CountryWords> { key: CountryKey }

const need = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing. Run "npm run check": it names the file to write.`);
  return value;
};

/** What is written in a language; else in the source language. */
async function inLocale<T>(locale: string, what: string, read: (tag: string) => Promise<T | undefined>): Promise<{ entry: T; lang: string }> {
  const own = await read(locale);
  if (own !== undefined) return { entry: own, lang: locale };
  return { entry: need(await read(sourceLocale), what), lang: sourceLocale };
}

export async function getModule(id: string, locale: string): Promise<Module> {
  const key = need(await getEntry('moduleKeys', `${id}/module`), `content/modules/${id}/module.yaml`).data;
  // A lesson and its questions are read together: half of them in another language would help nobody.
  const { entry, lang } = await inLocale<ModuleWords>(locale, `content/modules/${id}/${locale}.yaml or ${locale}.mdx`, async (tag) => {
    const [words, text] = [await getEntry('moduleWords', `${id}/${tag}`), await getEntry('moduleTexts', `${id}/${tag}`)];
    return text && words?.data;
  });
  return { key, words: entry, lang, version: Math.max(...key.versions.map((version) => version.version)) };
}

export async function getModuleText({ key: { id }, lang }: Module) {
  return (await render(need(await getEntry('moduleTexts', `${id}/${lang}`), `content/modules/${id}/${lang}.mdx`))).Content;
}

export async function getCourses(locale: string): Promise<Course[]> {
  const keys = (await getCollection('courseKeys')).map((entry) => entry.data).sort((a, b) => a.position - b.position);
  return Promise.all(
    keys.map(async (key) => {
      const { entry, lang } = await inLocale<CourseWords>(locale, `content/courses/${key.id}/${locale}.yaml`, async (tag) => (await getEntry('courseWords', `${key.id}/${tag}`))?.data);
      return { key, words: entry, lang, modules: await Promise.all(key.modules.map((id) => getModule(id, locale))) };
    }),
  );
}

export async function getCountries(locale: string): Promise<Country[]> {
  const keys = (await getCollection('countryKeys')).map((entry) => entry.data);
  const countries = await Promise.all(
    keys.map(async (key) => {
      const { entry, lang } = await inLocale<CountryWords>(locale, `content/countries/${key.id}/${locale}.yaml`, async (tag) => (await getEntry('countryWords', `${key.id}/${tag}`))?.data);
      return { key, words: entry, lang };
    }),
  );
  const { compare } = new Intl.Collator(locale);
  return countries.sort((a, b) => compare(a.words.name, b.words.name));
}

export async function getGlossary(locale: string): Promise<Translated<Glossary['terms']>> {
  const { entry, lang } = await inLocale<Glossary>(locale, `content/glossary/${locale}.yaml`, async (tag) => (await getEntry('glossaries', tag))?.data);
  const { compare } = new Intl.Collator(locale);
  return { words: [...entry.terms].sort((a, b) => compare(a.term, b.term)), lang };
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
