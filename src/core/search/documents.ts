/**
 * What can be found. The build packs `SearchContent` (plain words, each once); the search page unpacks it and makes documents of it. Right answers,
 * feedback and the notes for a room are not part of it, and no phone number stands in it without its country.
 */
import { linesInOrder } from '../country/lines.ts';
import type { Line } from '../country/country.schema.ts';
import { address } from '../course/addresses.ts';
import { fill } from '../locale/messages.ts';
import type { LanguageForms } from './pipeline.ts';

/** Raised when the shape of the file changes: a page never reads an index that was kept from another version. */
export const searchFormat = 2;

/** `lang` is there only where the words are not (yet) in the language of the page. */
export interface SearchContent extends LanguageForms {
  locale: string;
  /** What the page of a country says about itself; `{country}` stands for its name. */
  report: { title: string; text: string };
  /** In the order in which they are offered. */
  courses: CourseTexts[];
  modules: ModuleTexts[];
  terms: TermTexts[];
  /** Words that people type and the texts do not use → the words that the texts use for it. */
  alike: readonly (readonly [typed: string, ours: string])[];
  countries: CountryTexts[];
}
interface Texts { id: string; title: string; text: string; lang?: string }
export interface CourseTexts extends Texts { modules: string[]; jobAid: Omit<Texts, 'id' | 'lang'> }
export interface ModuleTexts extends Texts { sections: SectionTexts[] }
/** `also`: titles inside the passage and topics of questions about it. */
export interface SectionTexts { id: string; title: string; text: string; also: string[] }
/** `also`: words that people still use for it. */
export interface TermTexts extends Texts { also: string[] }
export interface CountryTexts extends Omit<Texts, 'text'> { lines: LineTexts[] }
/** `also`: the digits as they are dialled, and the apps it can be reached by. */
export interface LineTexts { title: string; text: string; also: string[] }

export type DocumentKind = 'course' | 'job-aid' | 'module' | 'section' | 'term' | 'country' | 'line';

export interface SearchDocument {
  kind: DocumentKind;
  title: string;
  text: string;
  /** Searched, and shown only where nothing else says why it was found. */
  also: string;
  /** Title of the course or module it is a part of, or name of the country; empty where it stands alone. */
  within: string;
  /** Ids of the courses it can be read in, in the order in which they are offered; empty where it belongs to none. */
  courses: readonly string[];
  /** ISO 3166-1 alpha-2, for what counts in one country only. */
  country: string;
  /** Address inside a course, or inside the language where `courses` is empty. */
  path: readonly string[];
  /** Id on the page, or empty. */
  anchor: string;
  /** Language of the words, where it is not that of the page. */
  lang: string;
}

/** Everything that can be found, in a fixed order. A module that no course has cannot be opened and is left out. */
export function documentsOf({ report, courses, modules, terms, countries }: SearchContent): SearchDocument[] {
  const document = (kind: DocumentKind, { title, text, lang = '', also = [] }: { title: string; text: string; lang?: string; also?: readonly string[] }, rest: Partial<SearchDocument>): SearchDocument =>
    ({ kind, title, text, also: also.join(' · '), within: '', courses: [], country: '', path: [], anchor: '', lang, ...rest });
  return [
    ...courses.flatMap((course) => [
      document('course', course, { courses: [course.id] }),
      document('job-aid', { ...course.jobAid, ...(course.lang && { lang: course.lang }) }, { courses: [course.id], path: ['job-aid'], within: course.title }),
    ]),
    ...modules.flatMap(({ sections, ...module }) => {
      const inside = { courses: courses.filter((course) => course.modules.includes(module.id)).map((course) => course.id), path: [module.id] };
      if (inside.courses.length === 0) return [];
      return [
        document('module', module, inside),
        ...sections.map((section) => document('section', { ...section, ...(module.lang && { lang: module.lang }) }, { ...inside, within: module.title, anchor: section.id })),
      ];
    }),
    ...terms.map((term) => document('term', term, { path: ['glossary'], anchor: term.id })),
    ...countries.flatMap(({ lines, ...country }) => {
      const there = { country: country.id, path: ['report', country.id], within: country.title };
      const named = { ...country, title: fill(report.title, { country: country.title }), text: fill(report.text, { country: country.title }) };
      return [document('country', named, there), ...lines.map((line) => document('line', { ...line, title: `${country.title} · ${line.title}`, ...(country.lang && { lang: country.lang }) }, there))];
    }),
  ];
}

/** The words of the lines that the page of a country shows, in its order. */
export function lineTexts(lines: readonly Line[], words: Readonly<Partial<Record<string, { what: string; who?: string | undefined }>>>): LineTexts[] {
  const { danger, others } = linesInOrder(lines);
  return [...danger, ...others].map((line) => {
    const { what = '', who = '' } = words[line.id] ?? {};
    const number = line.display ?? line.dial ?? '';
    const digits = line.dial && line.dial !== number ? [line.dial] : [];
    return { title: number && !line.name.includes(number) ? `${line.name} · ${number}` : line.name, text: `${what} ${who}`.trim(), also: [...digits, ...line.messages.map((message) => message.app)] };
  });
}

/** The course in which a learner reads a document: their own if it has it, else the first that does. Undefined where it belongs to no course. */
export function courseFor(document: SearchDocument, ownCourse: string | undefined): string | undefined {
  return document.courses.find((course) => course === ownCourse) ?? document.courses[0];
}

/** Where a document is read. `base` has slashes at both ends. */
export function documentAddress(document: SearchDocument, base: string, locale: string, ownCourse?: string): string {
  const course = courseFor(document, ownCourse);
  return `${address(base, locale, ...(course ? [course] : []), ...document.path)}${document.anchor && `#${document.anchor}`}`;
}
