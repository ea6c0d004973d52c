/**
 * The shape in which an index travels: small in every script, however the host compresses. An index is prose in small pieces, so its texts stand
 * apart from what they belong to, frequent words are one character each, and characters of many bytes change places with rare ones of one byte.
 */
import { searchFormat, type CountryTexts, type CourseTexts, type LineTexts, type ModuleTexts, type SearchContent, type SectionTexts, type TermTexts } from './documents.ts';
import type { Pipeline } from './pipeline.ts';

/** Shape of search/<locale>.json. */
export interface PackedSearch {
  format: number;
  locale: string;
  /** Characters that have changed places: each of the first with the one at the same place of the second. */
  exchanged: [string, string];
  /** This character stands for the first of the words, the one after it for the second, and so on. */
  from: number;
  words: string;
  /** What belongs together, in the order of `texts`; the language only where it is not that of the page. */
  courses: [id: string, modules: string[], lang?: string][];
  modules: [id: string, sections: string[], lang?: string][];
  terms: [id: string, lang?: string][];
  countries: [id: string, lines: number, lang?: string][];
  /** Stop words, endings, and words that say the same: no prose. */
  language: string;
  /** One line for each thing that can be found: its title, its text and what else it is found by. */
  texts: string;
}

/** Further ones are too rare to save more than they cost. */
const mostWords = 450;
const leastUses = 4;
/** Characters of two bytes begin before here, and no language of the site is written in these. */
const firstCode = 0x400;
/** Keeps the letter after it as it is: one byte, and no text has it. */
const mark = '\x7f';
/** @param pipeline knows the words of the language */
export function pack(content: SearchContent, pipeline: Pipeline): PackedSearch {
  const lines: string[] = [];
  const add = ({ title, text }: { title: string; text: string }, also: readonly string[] = []): void => void lines.push([title, text, ...also].map(oneLine).join('\t'));
  const other = (lang: string | undefined): [lang?: string] => (lang ? [lang] : []);
  add(content.report);
  const courses = content.courses.map((course): PackedSearch['courses'][number] => {
    add(course);
    add(course.jobAid);
    return [course.id, course.modules, ...other(course.lang)];
  });
  const modules = content.modules.map((module): PackedSearch['modules'][number] => {
    add(module);
    for (const section of module.sections) add(section, section.also);
    return [module.id, module.sections.map((section) => section.id), ...other(module.lang)];
  });
  const terms = content.terms.map((term): PackedSearch['terms'][number] => {
    add(term, term.also);
    return [term.id, ...other(term.lang)];
  });
  const countries = content.countries.map((country): PackedSearch['countries'][number] => {
    add({ ...country, text: '' });
    for (const line of country.lines) add(line, line.also);
    return [country.id, country.lines.length, ...other(country.lang)];
  });
  const language = [content.stopWords, content.endings, ...content.alike.flat()].map(oneLine).join('\t');

  const prose = lines.join('\n');
  const lowered = smallStarts(prose);
  const from = unusedFrom(lowered + language);
  const words = frequentWords(lowered, pipeline);
  const codes = new Map(words.map((word, at) => [word, String.fromCharCode(from + at)]));
  const texts = shorten(lowered, codes, pipeline);
  const exchanged = costlyAndCheap(texts);
  return { format: searchFormat, locale: content.locale, exchanged, from, words: exchange(words.join(' '), exchanged), courses, modules, terms, countries, language: exchange(shorten(language, codes, pipeline), exchanged), texts: exchange(texts, exchanged) };
}

/** The same content again. Throws where a part is missing, as in a file that came in pieces. */
export function unpack({ locale, exchanged, from, words, courses, modules, terms, countries, language, texts }: PackedSearch): SearchContent {
  const known = exchange(words, exchanged).split(' ');
  const long = (text: string): string => exchange(text, exchanged).replace(/[\u0400-\uffff]/g, (character) => known[character.charCodeAt(0) - from] ?? character);
  const lines = greatStarts(long(texts)).split('\n');
  const next = (): { title: string; text: string; also: string[] } => {
    const [title = '', text = '', ...also] = lines.shift()!.split('\t');
    return { title, text, also };
  };
  const nextTexts = (): { title: string; text: string } => {
    const { title, text } = next();
    return { title, text };
  };
  const inLang = (lang: string | undefined): { lang?: string } => (lang ? { lang } : {});
  const [stopWords = '', endings = '', ...alike] = long(language).split('\t');
  return {
    locale,
    stopWords,
    endings,
    alike: alike.flatMap((typed, at) => (at % 2 === 0 ? [[typed, alike[at + 1] ?? ''] as const] : [])),
    report: nextTexts(),
    courses: courses.map(([id, own, lang]): CourseTexts => ({ id, ...nextTexts(), modules: own, jobAid: nextTexts(), ...inLang(lang) })),
    modules: modules.map(([id, sections, lang]): ModuleTexts => ({ id, ...nextTexts(), sections: sections.map((section): SectionTexts => ({ id: section, ...next() })), ...inLang(lang) })),
    terms: terms.map(([id, lang]): TermTexts => ({ id, ...next(), ...inLang(lang) })),
    countries: countries.map(([id, count, lang]): CountryTexts => ({ id, title: next().title, lines: Array.from({ length: count }, (): LineTexts => next()), ...inLang(lang) })),
  };
}

const oneLine = (text: string): string => text.replace(/[\s\x7f]+/g, ' ');

/** The first character that, like as many after it as there are words, no text has. */
function unusedFrom(text: string): number {
  const used = new Set(text);
  let from = firstCode;
  for (let code = from; code < from + mostWords; code++) if (used.has(String.fromCharCode(code))) from = code + 1;
  return from;
}

/** The beginning of a sentence, of a title or of a list item, up to its first letter. */
const start = /((?:^|[\n\t]|[.?!…:]["”’»)]* )["“‘(¿¡«]*)(\p{L})/gu;

/** Sentences begin with small letters: the same word is then the same everywhere. */
const smallStarts = (text: string): string =>
  text.replace(start, (_, before: string, letter: string) => {
    const small = letter.toLowerCase();
    if (letter !== small && small.toUpperCase() === letter) return before + small;
    return before + (letter.toUpperCase() === letter ? '' : mark) + letter;
  });

const greatStarts = (text: string): string => text.replace(start, (_, before: string, letter: string) => before + letter.toUpperCase()).replaceAll(mark, '');

function frequentWords(text: string, pipeline: Pipeline): string[] {
  const uses = new Map<string, number>();
  for (const { start, end } of pipeline.tokens(text)) {
    const word = text.slice(start, end);
    if (word.length > 1) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const saved = ([word, count]: [string, number]): number => count * (word.length - 1);
  return [...uses].filter(([, count]) => count >= leastUses).sort((a, b) => saved(b) - saved(a)).slice(0, mostWords).sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function shorten(text: string, codes: ReadonlyMap<string, string>, pipeline: Pipeline): string {
  let short = '';
  let at = 0;
  for (const { start, end } of pipeline.tokens(text)) {
    if (start < at) continue;
    short += text.slice(at, start) + (codes.get(text.slice(start, end)) ?? text.slice(start, end));
    at = end;
  }
  return short + text.slice(at);
}

/** The characters that cost more than one byte in JSON, and as many that cost one and are used less. */
function costlyAndCheap(text: string): [costly: string, cheap: string] {
  const uses = new Map(Array.from({ length: 0x7f - 0x20 }, (_, at) => [String.fromCharCode(0x20 + at), 0]));
  for (const character of text) uses.set(character, (uses.get(character) ?? 0) + 1);
  const isCheap = (character: string): boolean => /^[ !#-[\]-~]$/.test(character);
  const count = (character: string): number => uses.get(character) ?? 0;
  const costly = [...uses.keys()].filter((character) => !isCheap(character) && character.length === 1 && character !== mark).sort((a, b) => count(b) - count(a));
  const cheap = [...uses.keys()].filter(isCheap).sort((a, b) => count(a) - count(b));
  const worth = costly.findIndex((character, at) => count(character) <= count(cheap[at] ?? ' '));
  const part = (characters: string[]): string => characters.slice(0, worth === -1 ? cheap.length : worth).sort().join('');
  return [part(costly), part(cheap)];
}

/** Done twice, nothing has changed. */
function exchange(text: string, [costly, cheap]: [string, string]): string {
  const other = new Map([...costly].flatMap((character, at) => [[character, cheap[at] ?? character], [cheap[at] ?? character, character]] as const));
  return text.replace(/[\s\S]/g, (character) => other.get(character) ?? character);
}
