/** Writes what the search page reads: one file per language. Right answers, feedback and the notes for a room are never looked at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, sourceLocale } from '../../core/locale/locales.ts';
import { lineTexts, type CountryTexts, type CourseTexts, type ModuleTexts, type SearchContent, type SectionTexts, type TermTexts } from '../../core/search/documents.ts';
import { endingsOf } from '../../core/search/endings.ts';
import { pack } from '../../core/search/packing.ts';
import { pipelineFor, type Pipeline } from '../../core/search/pipeline.ts';
import type { Content, Module } from '../content/content.ts';
import type { Lesson } from '../content/lesson.ts';

/** Writes `<outDir>/<locale>.json` for every language. What cannot be read is left out: the content check names it, and no page is built of it. */
export function buildSearchIndex(content: Content, outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  for (const { tag } of locales) writeFileSync(join(outDir, `${tag}.json`), JSON.stringify(pack(searchContent(content, tag), pipelineFor(tag))));
}

/** What can be found in one language; where a translation is missing, the words of the source language with their `lang`. */
export function searchContent(content: Content, locale: string): SearchContent {
  const pipeline = pipelineFor(locale);
  const ui = (key: string): string => (content.ui.get(locale)?.value?.[key] ?? content.ui.get(sourceLocale)?.value?.[key])?.text ?? '';
  const courses = content.courses.flatMap(({ key, words }): (CourseTexts & { position: number })[] => {
    const translated = inLocale(words, locale, (file) => file.value);
    if (!key?.value || !translated) return [];
    const { id, modules, position } = key.value;
    const { value: { title, role, who, summary, outcomes, jobAid }, lang } = translated;
    const sheet = [jobAid.intro, ...[jobAid.signs, jobAid.steps, jobAid.never].flatMap((part) => [sentence(part.title), ...part.items]), jobAid.signs.caution];
    return [{ id, position, title, text: [sentence(role), sentence(who), summary, ...outcomes.map(sentence)].join(' '), modules, jobAid: { title: jobAid.title, text: sheet.join(' ') }, ...lang }];
  });
  const glossary = inLocale(content.glossaries, locale, (file) => file.value);
  const { stopWords = '', alike = [] } = content.searchWords.get(locale)?.value ?? {};
  return {
    locale,
    stopWords,
    endings: endingsOf(locale),
    alike: alike.map(({ typed, ours }) => [typed, ours] as const),
    report: { title: ui('report.in'), text: ui('report.intro') },
    courses: courses.sort((a, b) => a.position - b.position).map(({ position, ...course }) => course),
    modules: content.modules.flatMap((module) => moduleTexts(module, locale, pipeline)),
    terms: (glossary?.value.terms ?? []).map(({ id, term, definition, avoid }): TermTexts => ({ id, title: term, text: definition, also: avoid, ...glossary?.lang })),
    countries: content.countries.flatMap(({ key, words }): CountryTexts[] => {
      const translated = inLocale(words, locale, (file) => file.value);
      if (!key?.value || !translated) return [];
      const { value: { name, lines }, lang } = translated;
      return [{ id: key.value.id, title: name, lines: lineTexts(key.value.lines, lines), ...lang }];
    }),
  };
}

function moduleTexts(module: Module, locale: string, pipeline: Pipeline): ModuleTexts[] {
  const words = inLocale(module.words, locale, (file) => file.value);
  const lesson = inLocale(module.lessons, locale, (text) => text);
  if (!words || !lesson) return [];
  const { title, summary, questions } = words.value;
  const outside = lesson.value.blocks.filter((block) => block.section === undefined).map((block) => oneLine(block.text));
  const topics = (section: string): string[] => (module.key?.value?.questions ?? []).filter((question) => question.passage === section).flatMap((question) => questions[question.id]?.topic ?? []);
  const sections = lesson.value.sections.map(({ id, title, text }): SectionTexts => {
    const own = new Set(pipeline.words(`${title} ${text}`));
    // A topic of no new word finds nothing that the passage does not.
    const also = [...postTitles(lesson.value, id), ...topics(id)].filter((words) => pipeline.words(words).some((word) => !own.has(word)));
    return { id, title, text: oneLine(text), also };
  });
  return [{ id: module.id, title, text: [summary, ...outside].join(' '), sections, ...lesson.lang }];
}

/** Titles of the posts that stand in a section. */
function postTitles({ elements }: Lesson, section: string): string[] {
  const from = elements.findIndex((element) => element.name === 'Section' && element.attributes['id'] === section);
  const length = elements.slice(from + 1).findIndex((element) => element.name === 'Section');
  const inside = length === -1 ? elements.slice(from + 1) : elements.slice(from + 1, from + 1 + length);
  return inside.filter((element) => element.name === 'Post').map((element) => element.attributes['title'] ?? '');
}

function inLocale<F, V>(files: ReadonlyMap<string, F>, locale: string, read: (file: F) => V | undefined): { value: V; lang?: { lang: string } } | undefined {
  for (const tag of new Set([locale, sourceLocale])) {
    const file = files.get(tag);
    const value = file === undefined ? undefined : read(file);
    if (value !== undefined) return { value, ...(tag !== locale && { lang: { lang: tag } }) };
  }
  return undefined;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Parts that were titles or list items are told apart in an excerpt. */
const sentence = (text: string): string => (/[.!?:…]$/.test(text) ? text : `${text}.`);
