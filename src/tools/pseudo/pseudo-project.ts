/** A copy of the project whose languages are the pseudo-locales, and languages of a fixture: what a build of it shows never gets into the real site. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allLocales, sourceLocale, type Locale } from '../../core/locale/locales.ts';
import { contentOf, readFiles, type Files } from '../content/load-content.ts';
import { translatedFiles } from '../translation/translated-files.ts';
import { writtenFile } from '../translation/write-units.ts';
import { longText, mirroredText, type PseudoText } from './pseudo-text.ts';

interface PseudoLocale extends Locale { make: PseudoText }

const pseudoLocales: readonly PseudoLocale[] = [
  { tag: 'en-XA', name: longText('English'), dir: 'ltr', script: 'Latn', published: true, make: longText },
  { tag: 'ar-XB', name: mirroredText('English'), dir: 'rtl', script: 'Arab', published: true, make: mirroredText },
];

/** What a pseudo project has of content/: enough for every kind of page and of question, few enough to build in seconds. */
export interface Share {
  courses: readonly string[];
  countries: readonly string[];
  /** Laid over content/, with courses, modules and languages of its own. */
  over: Files;
  /** Languages of the files of `over`. */
  languages: readonly Locale[];
}

/**
 * Content in English, in the pseudo-locales, and in the languages of the share as far as its files go.
 * @param files everything of content/
 */
export function pseudoContent(files: Files, share: Share): Files {
  const source = allLocales.find(({ tag }) => tag === sourceLocale)!;
  const modules = (course: string): string[] => contentOf(new Map([...files, ...share.over])).courses.find(({ id }) => id === course)?.key?.value?.modules ?? [];
  const ownCourses = [...share.over.keys()].flatMap((file) => /^courses\/([^/]+)\/course\.yaml$/.exec(file)?.[1] ?? []);
  const courses = [...share.courses, ...ownCourses];
  const wanted: Record<string, readonly string[]> = { courses, countries: share.countries, modules: courses.flatMap(modules) };
  const isSource = (file: string): boolean => !/^(?:[A-Za-z-]+)\.(?:mdx|notes\.md|yaml|json)$/.test(file) || /^(?:course|module|pack)\.yaml$/.test(file) || file.startsWith(`${source.tag}.`);
  const taken = [...files].filter(([file]) => {
    const [top = '', name = ''] = file.split('/');
    return (wanted[top]?.includes(name) ?? !['guides', 'rollouts'].includes(top)) && isSource(file.split('/').at(-1)!);
  });
  const inEnglish = new Map([...taken, ...share.over]);
  const content = contentOf(inEnglish, [source, ...pseudoLocales, ...share.languages.map((language) => ({ ...language, published: false }))]);
  if (content.problems.length) throw new Error(content.problems.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'));
  const made = pseudoLocales.flatMap(({ tag, make }) =>
    translatedFiles(content, tag).map(({ source, units, file }) => [file, writtenFile(source, units.map((unit) => ({ ...unit, text: make(unit.text) })), undefined)] as const),
  );
  return new Map([...inEnglish, ...made]);
}

/** Writes the project into an empty folder inside this one, where it finds the same packages. */
export function writePseudoProject(root: string, folder: string, share: Share): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs']) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const [file, text] of pseudoContent(readFiles(join(root, 'content')), share)) {
    mkdirSync(dirname(join(folder, 'content', file)), { recursive: true });
    writeFileSync(join(folder, 'content', file), text);
  }
  const list = join(folder, 'src/core/locale/locales.ts');
  writeFileSync(list, withLocales(readFileSync(list, 'utf8'), share.languages));
}

/** The list of languages with others in it; English stays, which other texts fall back to. */
function withLocales(list: string, languages: readonly Locale[]): string {
  const lines = [...pseudoLocales, ...languages, ...allLocales.filter(({ tag }) => tag === sourceLocale)].map(({ tag, name, dir, script, published }) => `  ${JSON.stringify({ tag, name, dir, script, published })},\n`);
  const changed = list.replace(/(export const allLocales = \[\n)[^\]]*(\] as const)/, (_, before: string, after: string) => before + lines.join('') + after);
  if (changed === list) throw new Error('src/core/locale/locales.ts has no list of languages that could be replaced.');
  return changed;
}
