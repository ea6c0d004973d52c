/** Every file that is translated, with its source beside it: what status, rules, export and import go through. */
import type { z } from 'astro/zod';
import { courseWords } from '../../core/course/course.schema.ts';
import { glossary } from '../../core/course/glossary.schema.ts';
import { moduleWords } from '../../core/course/module.schema.ts';
import { countryWords } from '../../core/country/country.schema.ts';
import { rolloutWords } from '../../core/rollout/rollout.schema.ts';
import { sourceLocale } from '../../core/locale/locales.ts';
import { outline } from '../../core/translation/outline.ts';
import { sourceHash } from '../../core/translation/source-hash.ts';
import { fileStatus, type FileStatus, type Group, type Stamp } from '../../core/translation/status.ts';
import { hashedText, oneLine, uiUnits, wordUnits, type TextKind, type Unit } from '../../core/translation/units.ts';
import { parse } from 'yaml';
import type { ByLocale, Content, Notes } from '../content/content.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { Lesson } from '../content/lesson.ts';
import { describe } from '../content/shape-problems.ts';
import type { YamlFile } from '../content/yaml-file.ts';

export interface SourceFile {
  group: Group;
  kind: TextKind;
  /** Path inside content/. */
  file: string;
  text: string;
  /** As a translator into this language needs them: notes, and the plural forms of the language. */
  unitsFor(locale: string): Unit[];
  hash: string;
}

export interface TranslatedFile {
  source: SourceFile;
  units: Unit[];
  /** Path of the translation, whether it exists or not. */
  file: string;
  target: Target | undefined;
}

export interface Target {
  text: string;
  /** Empty for a file that cannot be read. */
  units: Unit[];
  stamp: Stamp;
  lineOf(unit: string): number;
}

type AnyFile = YamlFile<unknown> | Lesson | Notes;

/** `languages`: the only ones that a file is translated into; all where it is left out. */
interface Source { source: SourceFile; files: ByLocale<AnyFile>; languages?: readonly string[] }

const sources = new WeakMap<Content, Source[]>();

/** One entry per file of the source language that is translated into this one, in the order of groups and folders. */
export function translatedFiles(content: Content, locale: string): TranslatedFile[] {
  let known = sources.get(content);
  if (!known) sources.set(content, (known = sourceFiles(content)));
  const wanted = known.filter(({ languages }) => !languages || languages.includes(locale));
  return wanted.map(({ source, files }) => {
    const found = files.get(locale);
    return { source, units: source.unitsFor(locale), file: translationPath(source.file, locale), target: found && targetOf(source.kind, found) };
  });
}

export function translationStatus(content: Content, locale: string): FileStatus[] {
  return translatedFiles(content, locale).map(({ source, file, target }) => fileStatus(file, source.group, source.hash, target?.stamp));
}

/** `modules/report/en.notes.md` → `modules/report/th.notes.md` */
export function translationPath(source: string, locale: string): string {
  return source.replace(new RegExp(`(^|/)${sourceLocale}\\.(?=[^/]+$)`), `$1${locale}.`);
}

/** Units of a file as it is on the disk; throws for YAML or JSON that cannot be read. */
export function unitsOfText(kind: TextKind, text: string): Unit[] {
  switch (kind) {
    case 'lesson':
    case 'notes':
      return outline(splitFrontMatter(text.replace(/\r\n/g, '\n')).inPlace, kind).units;
    case 'ui':
      return uiUnits(parse(text));
    default:
      return wordUnits(parse(text), kind);
  }
}

/** The hash that a translation of this source carries. Of lessons and notes everything counts, since a moved question is a change too. */
export function hashOfSource(kind: TextKind, text: string): string {
  if (kind === 'lesson' || kind === 'notes') return sourceHash(text.replace(/\r\n/g, '\n').split('\n').map(oneLine).join('\n').trim());
  return sourceHash(hashedText(unitsOfText(kind, text)));
}

function sourceFiles(content: Content): Source[] {
  const of = (group: Group, kind: TextKind, files: ByLocale<AnyFile>, schema?: z.ZodType): Source[] => {
    const found = files.get(sourceLocale);
    if (!found || ('data' in found && found.data === undefined)) return [];
    const plain = unitsOf(kind, found).map((unit) => ({ ...unit, ...(schema && 'data' in found && { note: noteFor(schema, found.data, unit.id) }) }));
    const unitsFor = (locale: string): Unit[] => (kind === 'ui' && 'data' in found ? uiUnits(found.data, pluralCategories(locale)) : plain);
    return [{ source: { group, kind, file: found.file, text: found.text, unitsFor, hash: hashOfSource(kind, found.text) }, files }];
  };
  return [
    ...content.modules.flatMap(({ words, lessons, notes }) => [...of('modules', 'words', words, moduleWords), ...of('modules', 'lesson', lessons), ...of('modules', 'notes', notes)]),
    ...content.courses.flatMap(({ words }) => of('courses', 'words', words, courseWords)),
    ...content.countries.flatMap(({ words }) => of('countries', 'words', words, countryWords)),
    ...content.rollouts.flatMap(({ key, words }) => of('rollouts', 'words', words, rolloutWords).map((source) => ({ ...source, languages: key?.value?.languages ?? [] }))),
    ...of('glossary', 'glossary', content.glossaries, glossary),
    ...of('ui', 'ui', content.ui),
  ];
}

export const pluralCategories = (locale: string): string[] => {
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

function unitsOf(kind: TextKind, file: AnyFile): Unit[] {
  if ('data' in file) return kind === 'ui' ? uiUnits(file.data) : wordUnits(file.data, kind === 'glossary' ? 'glossary' : 'words');
  return outline(file.text, kind === 'notes' ? 'notes' : 'lesson').units;
}

function targetOf(kind: TextKind, file: AnyFile): Target {
  if (!('data' in file)) {
    const { units } = outline(file.text, kind === 'notes' ? 'notes' : 'lesson');
    return { text: file.text, units, stamp: file.stamp ?? {}, lineOf: (id) => units.find((unit) => unit.id === id || unit.id.startsWith(`${id}.`))?.line ?? 1 };
  }
  return { text: file.text, units: unitsOf(kind, file), stamp: file.stamp ?? ownStamp(file.data), lineOf: (id) => file.lineOf(kind === 'ui' ? [id] : dataPath(file.data, id)) };
}

function ownStamp(data: unknown): Stamp {
  const { source, state, reviewedBy } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    ...(typeof source === 'string' && { source }),
    ...((state === 'draft' || state === 'reviewed') && { state }),
    ...(typeof reviewedBy === 'string' && { reviewedBy }),
  };
}

/** `terms.child.definition` → `['terms', 3, 'definition']`, as far as the data goes. */
export function dataPath(data: unknown, id: string): (string | number)[] {
  let value = data;
  return id.split('.').map((name) => {
    const key = Array.isArray(value) ? placeIn(value, name) : name;
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
    return key;
  });
}

function placeIn(list: readonly unknown[], name: string): number {
  const named = list.findIndex((item) => typeof item === 'object' && item !== null && (item as { id?: unknown }).id === name);
  return named === -1 ? Number(name) : named;
}

const noteFor = (schema: z.ZodType, data: unknown, id: string): string => describe(schema, data, dataPath(data, id));
