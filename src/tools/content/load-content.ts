import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import { courseKey, courseWords } from '../../core/course/course.schema.ts';
import { glossary } from '../../core/course/glossary.schema.ts';
import { moduleKey, moduleWords } from '../../core/course/module.schema.ts';
import { countryKey, countryWords } from '../../core/country/country.schema.ts';
import { findLocale, sourceLocale } from '../../core/locale/locales.ts';
import type { Content, Drawing } from './content.ts';
import type { Problem } from './problem.ts';
import { scanLesson } from './scan-lesson.ts';
import { uiWords } from './ui.schema.ts';
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

/** Content from files in memory, so that a test can lay a broken file over a sound tree. */
export function contentOf(files: Files): Content {
  const content: Content = {
    courses: [], modules: [], countries: [], problems: [],
    glossaries: new Map(), ui: new Map(), illustrations: new Map(), scenes: new Map(),
  };
  for (const [file, text] of files) {
    const expected = place(content, file, text);
    if (expected) report(content, { rule: 'unknown-file', file, line: 1, what: 'nothing reads this file', write: expected });
  }
  for (const problem of missingFiles(content)) report(content, problem);
  return content;
}

const report = (content: Content, problem: Problem): void => void content.problems.push(problem);

/** Puts a file where it belongs; for a file that belongs nowhere, says what would. */
function place(content: Content, file: string, text: string): string | undefined {
  const [top = '', name = '', leaf = '', ...deeper] = file.split('/');
  if (deeper.length > 0 && top !== 'rollouts') return `a file in ${top}/<id>/`;
  switch (top) {
    case 'courses': {
      const course = entry(content.courses, name, () => ({ id: name, folder: `courses/${name}`, key: undefined, words: new Map() }));
      return keyOrWords(content, { file, text, leaf, keyName: 'course.yaml', of: course, keySchema: courseKey, wordsSchema: courseWords });
    }
    case 'countries': {
      const country = entry(content.countries, name, () => ({ id: name, folder: `countries/${name}`, key: undefined, words: new Map() }));
      return keyOrWords(content, { file, text, leaf, keyName: 'pack.yaml', of: country, keySchema: countryKey, wordsSchema: countryWords });
    }
    case 'modules': {
      const module = entry(content.modules, name, () => ({ id: name, folder: `modules/${name}`, key: undefined, words: new Map(), lessons: new Map(), notes: new Map() }));
      const [, tag, ending] = /^(.+?)\.(mdx|notes\.md)$/.exec(leaf) ?? [];
      if (!tag) return keyOrWords(content, { file, text, leaf, keyName: 'module.yaml', of: module, keySchema: moduleKey, wordsSchema: moduleWords });
      if (unknownLocale(tag)) return unknownLocale(tag);
      if (ending === 'mdx') module.lessons.set(tag, scanLesson(file, text, (problem) => report(content, problem)));
      else module.notes.set(tag, { file, text });
      return undefined;
    }
    case 'glossary':
    case 'ui': {
      const [, tag, ending] = /^(.+)\.(yaml|json)$/.exec(name) ?? [];
      const wanted = top === 'ui' ? 'json' : 'yaml';
      if (leaf || !tag || ending !== wanted) return `${top}/<locale>.${wanted}`;
      if (unknownLocale(tag)) return unknownLocale(tag);
      if (top === 'ui') content.ui.set(tag, read(content, file, text, uiWords));
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
    // Guides are read by people, rollouts by the tool that builds a partner's site.
    case 'guides':
    case 'rollouts':
      return undefined;
    default:
      return 'a file in courses/, modules/, countries/, glossary/, ui/, scenes/ or illustrations/';
  }
}

function keyOrWords<K, W>(
  content: Content,
  { file, text, leaf, keyName, of, keySchema, wordsSchema }: {
    file: string; text: string; leaf: string; keyName: string;
    of: { key: YamlFile<K> | undefined; words: Map<string, YamlFile<W>> };
    keySchema: z.ZodType<K>; wordsSchema: z.ZodType<W>;
  },
): string | undefined {
  if (leaf === keyName) {
    of.key = read(content, file, text, keySchema);
    return undefined;
  }
  const tag = /^(.+)\.yaml$/.exec(leaf)?.[1];
  if (!tag) return `${keyName} or <locale>.yaml`;
  if (!unknownLocale(tag)) of.words.set(tag, read(content, file, text, wordsSchema));
  return unknownLocale(tag);
}

const read = <T>(content: Content, file: string, text: string, schema: z.ZodType<T>): YamlFile<T> => readYaml(file, text, schema, (problem) => report(content, problem));

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

const unknownLocale = (tag: string): string | undefined =>
  findLocale(tag) ? undefined : 'a language of src/core/locale/locales.ts';

function* missingFiles(content: Content): Generator<Problem> {
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
  if (!content.ui.has(sourceLocale)) yield need('ui', `${sourceLocale}.json`, 'the interface strings');
  if (!content.glossaries.has(sourceLocale)) yield need('glossary', `${sourceLocale}.yaml`, 'the words of the field');
}
