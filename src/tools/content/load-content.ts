import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { courseKey, courseWords } from '../../core/course/course.schema.ts';
import { glossary } from '../../core/course/glossary.schema.ts';
import { moduleKey, moduleWords } from '../../core/course/module.schema.ts';
import { countryKey, countryWords } from '../../core/country/country.schema.ts';
import { rolloutKey, rolloutWords } from '../../core/rollout/rollout.schema.ts';
import { partners } from '../../core/embed/partners.schema.ts';
import { lmsPreset } from '../../core/package/preset.schema.ts';
import { stamp } from '../../core/course/fields.schema.ts';
import { searchWords } from '../../core/search/search-words.schema.ts';
import { allLocales, sourceLocale, type Locale } from '../../core/locale/locales.ts';
import type { Stamp } from '../../core/translation/status.ts';
import { uiStampKey } from '../../core/translation/units.ts';
import type { Content, Drawing } from './content.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import { scanLesson } from './scan-lesson.ts';
import { uiWords, type UiWords } from './ui.schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** Text of every file of a content folder, by its path inside it. */
export type Files = ReadonlyMap<string, string>;

/** The whole content folder. Never throws for what an author wrote: `problems` says it. */
export function loadContent(root: string): Content {
  return contentOf(readFiles(root));
}

/** Reads a folder into memory, dot files left out. */
export function readFiles(root: string): Files {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]));
}

/**
 * Content from files in memory, so that a test can lay a broken file over a sound tree.
 * @param languages those that files may be named after
 */
export function contentOf(files: Files, languages: readonly Locale[] = allLocales): Content {
  const content: Content = {
    files, courses: [], modules: [], countries: [], rollouts: [], problems: [],
    glossaries: new Map(), searchWords: new Map(), ui: new Map(), illustrations: new Map(), scenes: new Map(),
  };
  for (const [file, text] of files) {
    const expected = place(content, file, text, languages);
    if (expected) report(content, { rule: 'unknown-file', file, line: 1, what: 'nothing reads this file', write: expected });
  }
  for (const problem of missingFiles(content, languages)) report(content, problem);
  return content;
}

const report = (content: Content, problem: Problem): void => void content.problems.push(problem);

/** Puts a file where it belongs; for a file that belongs nowhere, says what would. */
function place(content: Content, file: string, text: string, languages: readonly Locale[]): string | undefined {
  const unknownLocale = (tag: string): string | undefined => (languages.some((language) => language.tag === tag) ? undefined : 'a language of src/core/locale/locales.ts');
  const [top = '', name = '', leaf = '', ...deeper] = file.split('/');
  if (deeper.length > 0) return `a file in ${top}/<id>/`;
  switch (top) {
    case 'courses': {
      const course = entry(content.courses, name, () => ({ id: name, folder: `courses/${name}`, key: undefined, words: new Map() }));
      return keyOrWords(content, { file, text, leaf, keyName: 'course.yaml', of: course, keySchema: courseKey, wordsSchema: courseWords, unknownLocale });
    }
    case 'countries': {
      const country = entry(content.countries, name, () => ({ id: name, folder: `countries/${name}`, key: undefined, words: new Map() }));
      return keyOrWords(content, { file, text, leaf, keyName: 'pack.yaml', of: country, keySchema: countryKey, wordsSchema: countryWords, unknownLocale });
    }
    case 'rollouts': {
      const rollout = entry(content.rollouts, name, () => ({ id: name, folder: `rollouts/${name}`, key: undefined, words: new Map(), logo: undefined }));
      if (leaf !== 'logo.svg') return keyOrWords(content, { file, text, leaf, keyName: 'rollout.yaml', of: rollout, keySchema: rolloutKey, wordsSchema: rolloutWords, unknownLocale });
      rollout.logo = { file, text };
      return undefined;
    }
    case 'modules': {
      const module = entry(content.modules, name, () => ({ id: name, folder: `modules/${name}`, key: undefined, words: new Map(), lessons: new Map(), notes: new Map() }));
      const [, tag, ending] = /^(.+?)\.(mdx|notes\.md)$/.exec(leaf) ?? [];
      if (!tag) return keyOrWords(content, { file, text, leaf, keyName: 'module.yaml', of: module, keySchema: moduleKey, wordsSchema: moduleWords, unknownLocale });
      if (unknownLocale(tag)) return unknownLocale(tag);
      const made = tag === sourceLocale ? { text: text.replace(/\r\n/g, '\n') } : translated(content, file, text);
      if (ending === 'mdx') module.lessons.set(tag, { ...scanLesson(file, made.text, (problem) => report(content, problem)), ...made });
      else module.notes.set(tag, { file, ...made });
      return undefined;
    }
    case 'glossary':
    case 'search':
    case 'ui': {
      const [, tag, ending] = /^(.+)\.(yaml|json)$/.exec(name) ?? [];
      const wanted = top === 'ui' ? 'json' : 'yaml';
      if (leaf || !tag || ending !== wanted) return `${top}/<locale>.${wanted}`;
      if (unknownLocale(tag)) return unknownLocale(tag);
      if (top === 'ui') content.ui.set(tag, tag === sourceLocale ? read(content, file, text, uiWords) : readTranslatedUi(content, file, text));
      else if (top === 'search') content.searchWords.set(tag, read(content, file, text, searchWords));
      else content.glossaries.set(tag, read(content, file, text, glossary));
      return undefined;
    }
    case 'illustrations':
    case 'scenes': {
      if (leaf || !name.endsWith('.svg')) return `${top}/<id>.svg`;
      const drawing = drawingOf(file, name.slice(0, -'.svg'.length), text);
      content[top].set(drawing.id, drawing);
      return undefined;
    }
    case 'partners.yaml':
      content.partners = read(content, file, text, partners);
      return undefined;
    case 'lms-presets': {
      const id = /^([\w-]+)\.yaml$/.exec(name)?.[1];
      if (leaf || !id) return 'lms-presets/<preset>.yaml';
      const { value } = read(content, file, text, lmsPreset);
      return value && value.id !== id ? `a preset in lms-presets/${value.id}.yaml, as its id says` : undefined;
    }
    // Guides are read by people.
    case 'guides':
      return undefined;
    default:
      return 'a file in courses/, modules/, countries/, rollouts/, glossary/, search/, ui/, scenes/ or illustrations/';
  }
}

function keyOrWords<K, W>(
  content: Content,
  { file, text, leaf, keyName, of, keySchema, wordsSchema, unknownLocale }: {
    file: string; text: string; leaf: string; keyName: string;
    of: { key: YamlFile<K> | undefined; words: Map<string, YamlFile<W>> };
    keySchema: z.ZodType<K>; wordsSchema: z.ZodType<W>; unknownLocale: (tag: string) => string | undefined;
  },
): string | undefined {
  if (leaf === keyName) {
    of.key = read(content, file, text, keySchema);
    return undefined;
  }
  const tag = /^(.+)\.yaml$/.exec(leaf)?.[1];
  if (!tag) return `${keyName} or <locale>.yaml`;
  const unknown = unknownLocale(tag);
  if (!unknown) of.words.set(tag, read(content, file, text, wordsSchema));
  return unknown;
}

const read = <T>(content: Content, file: string, text: string, schema: z.ZodType<T>): YamlFile<T> => readYaml(file, text, schema, (problem) => report(content, problem));

/** A translated lesson or notes: its front matter read, and blanked out for everyone else. */
function translated(content: Content, file: string, text: string): { text: string; stamp: Stamp } {
  const { yaml, inPlace } = splitFrontMatter(text.replace(/\r\n/g, '\n'));
  // The empty line stands for the fence, so that a problem names its line.
  const value = yaml === undefined ? {} : read(content, file, `\n${yaml}`, stamp.nullable()).value;
  return { text: inPlace, stamp: value ?? {} };
}

/** A translated interface file: messages by key, and the entry about the translation beside them. */
function readTranslatedUi(content: Content, file: string, text: string): YamlFile<UiWords> {
  let made: Stamp = {};
  const messages = readYaml(file, text, uiWords, (problem) => report(content, problem), (data) => {
    if (typeof data !== 'object' || data === null || !(uiStampKey in data)) return data;
    const { [uiStampKey]: about, ...rest } = data as Record<string, unknown>;
    const parsed = stamp.safeParse(about);
    if (parsed.success) made = parsed.data;
    else report(content, { rule: 'shape', file, line: 1, what: `"${uiStampKey}" is no stamp of a translation`, write: '{ "source": "…", "state": "draft" }, as `npm run translations -- accept` writes it' });
    return rest;
  });
  return { ...messages, stamp: made };
}

function entry<T extends { id: string }>(list: T[], id: string, make: () => T): T {
  const known = list.find((item) => item.id === id);
  if (known) return known;
  const made = make();
  list.push(made);
  return made;
}

function drawingOf(file: string, id: string, text: string): Drawing {
  return { id, file, text, spots: [...text.matchAll(/\bdata-spot\s*=\s*["']([^"']*)["']/g)].map((match) => match[1]!) };
}

function* missingFiles(content: Content, languages: readonly Locale[]): Generator<Problem> {
  const need = (folder: string, name: string, why: string): Problem => ({ rule: 'missing-file', file: `${folder}/${name}`, line: 1, what: 'this file is missing', write: why });
  for (const course of content.courses) {
    if (!course.key) yield need(course.folder, 'course.yaml', 'the order of modules and the pass mark');
    if (!course.words.has(sourceLocale)) yield need(course.folder, `${sourceLocale}.yaml`, 'title, summary and job aid');
  }
  for (const module of content.modules) {
    if (!module.key) yield need(module.folder, 'module.yaml', 'questions with their right answers, and sources');
    if (!module.words.has(sourceLocale)) yield need(module.folder, `${sourceLocale}.yaml`, 'title, and the words of every question');
    if (!module.lessons.has(sourceLocale)) yield need(module.folder, `${sourceLocale}.mdx`, 'the prose');
    if (!module.notes.has(sourceLocale)) yield need(module.folder, `${sourceLocale}.notes.md`, 'the notes for a room');
  }
  for (const country of content.countries) {
    if (!country.key) yield need(country.folder, 'pack.yaml', 'lines and laws');
    if (!country.words.has(sourceLocale)) yield need(country.folder, `${sourceLocale}.yaml`, 'name, and what each line and law is for');
  }
  for (const rollout of content.rollouts) {
    if (!rollout.key) yield need(rollout.folder, 'rollout.yaml', 'country, languages, courses and phases');
    if (!rollout.words.has(sourceLocale)) yield need(rollout.folder, `${sourceLocale}.yaml`, 'name of the partner, and the names of phases and places');
    if (!rollout.logo) yield need(rollout.folder, 'logo.svg', 'the logo of the partner');
  }
  if (!content.ui.has(sourceLocale)) yield need('ui', `${sourceLocale}.json`, 'the interface strings');
  if (!content.glossaries.has(sourceLocale)) yield need('glossary', `${sourceLocale}.yaml`, 'the words of the field');
  for (const { tag, published } of languages) {
    if (published && (tag === sourceLocale || content.ui.has(tag)) && !content.searchWords.has(tag)) yield need('search', `${tag}.yaml`, 'words that people type in this language and the lessons do not use');
  }
}
