/**
 * `npm run translations`: how far each language is.
 *
 *   translations [--locale th] [--json]                                    the table; stale files with what changed in their source
 *   translations accept --locale th [files …]                              the files were made from the present source
 *   translations review --locale th --by "Name" files …                    a native reader has read them
 *   translations export --locale th --format xliff|csv [--out f] [files …] everything for a translator
 *   translations import --locale th file                                   and back
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { allLocales, sourceLocale } from '../../core/locale/locales.ts';
import { acceptedStamp, summary } from '../../core/translation/status.ts';
import { englishLeftOver } from '../check/rules/english-left.ts';
import { glossaryTerm } from '../check/rules/glossary-term.ts';
import { parity } from '../check/rules/parity.ts';
import { contentOf, readFiles } from '../content/load-content.ts';
import { didYouMean } from '../content/nearest.ts';
import { exportCsv, exportXliff, importRows, readExchange } from '../translation/exchange.ts';
import { changedSince } from '../translation/history.ts';
import { unreadableWords } from '../translation/import-words.ts';
import { withStamp } from '../translation/stamp-file.ts';
import { statusReport, type LanguageStatus } from '../translation/status-report.ts';
import { translatedFiles, translationStatus, type TranslatedFile } from '../translation/translated-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string' }, json: { type: 'boolean' }, content: { type: 'string' },
    by: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' },
  },
});
const [command, ...files] = positionals;
const root = resolve(values.content ?? join(import.meta.dirname, '../../../content'));
if (!existsSync(root)) stop(`There is no folder ${root}. Give the content folder with --content.`);

const onDisk = readFiles(root);
const content = contentOf(onDisk);
const languages = allLocales.filter((locale) => locale.tag !== sourceLocale);
const language = languages.find((locale) => locale.tag === values.locale);
if (values.locale && !language) stop(`No language to translate into is called "${values.locale}". Write ${didYouMean(values.locale, languages.map((locale) => locale.tag))}.`);

switch (command) {
  case undefined:
    showStatus();
    break;
  case 'accept':
    accept(pairs());
    break;
  case 'review':
    review(pairs());
    break;
  case 'export':
    exportFor(pairs());
    break;
  case 'import':
    importFrom();
    break;
  default:
    stop(`There is no command "${command}". Write ${didYouMean(command, ['accept', 'review', 'export', 'import'])}.`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function tag(): string {
  return language?.tag ?? stop(`Say which language: --locale ${languages.map((locale) => locale.tag).join('|')}.`);
}

/** The files that were named, or all; a folder stands for the files in it, a source file for its translation. */
function pairs(): TranslatedFile[] {
  const all = translatedFiles(content, tag());
  const named = files.map((file) => file.replace(/\/+$/, '').replace(/^(?:.*\/)?content\//, ''));
  const fits = ({ file, source }: TranslatedFile, name: string): boolean => file === name || source.file === name || file.startsWith(`${name}/`);
  const unknown = named.find((name) => !all.some((pair) => fits(pair, name)));
  if (unknown) stop(`No file of content/ that is translated into ${tag()} is called "${unknown}". Nothing was written. Write ${didYouMean(unknown, all.map((pair) => pair.file))}.`);
  return named.length === 0 ? all : all.filter((pair) => named.some((name) => fits(pair, name)));
}

function showStatus(): void {
  const chosen = language ? [language] : languages;
  const reports = chosen.map(({ tag: locale, name, published }): LanguageStatus => {
    const stamps = new Map(translatedFiles(content, locale).map((pair) => [pair.file, pair]));
    const status = translationStatus(content, locale).map((file) => {
      const { source, target } = stamps.get(file.file)!;
      return file.freshness === 'stale' ? { ...file, changed: changedSince(root, source, target?.stamp.source) } : file;
    });
    const context = { today: new Date().toISOString().slice(0, 10), translations: [locale] };
    const problems = [parity, englishLeftOver, glossaryTerm].flatMap((rule) => [...rule.check(content, context)].map((finding) => ({ rule: rule.name, ...finding })));
    return { locale, name, published, files: status, problems };
  });
  if (values.json) console.log(JSON.stringify(reports.map((report) => ({ ...report, totals: summary(report.files) })), null, 2));
  else console.log(statusReport(reports, language !== undefined));
}

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function accept(chosen: readonly TranslatedFile[]): void {
  let changed = 0;
  const existing = chosen.filter((pair) => pair.target);
  for (const { source, file, target } of existing) {
    const before = onDisk.get(file)!;
    const text = withStamp(source.kind, before, acceptedStamp(source.hash, target!.stamp));
    if (text === before) continue;
    write(file, text);
    changed += 1;
  }
  console.log(`${changed} of ${existing.length} files of ${tag()} are now stamped as made from the present source.`);
}

function review(chosen: readonly TranslatedFile[]): void {
  const by = values.by?.trim();
  if (!by) stop('Say who has read the files: --by "Name". Nothing was written.');
  if (files.length === 0) stop('Name the files that were read. Nothing was written.');
  const unread = chosen.filter(({ source, target }) => target?.stamp.source !== source.hash);
  if (unread.length > 0) stop(`Not made from the present source, so they cannot count as reviewed: ${unread.map((pair) => pair.file).join(', ')}. Nothing was written. Correct them, accept them, then review.`);
  for (const { source, file } of chosen) write(file, withStamp(source.kind, onDisk.get(file)!, { source: source.hash, state: 'reviewed', reviewedBy: by }));
  console.log(`${chosen.length} files of ${tag()} are reviewed by ${by}.`);
}

function exportFor(chosen: readonly TranslatedFile[]): void {
  const { format, out } = values;
  if (format !== 'xliff' && format !== 'csv') stop('Say in which format: --format xliff|csv.');
  const text = format === 'csv' ? exportCsv(chosen, tag()) : exportXliff(chosen, tag(), new Set(chosen.flatMap(changedUnits)));
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  writeFileSync(out, text);
  console.log(`${chosen.reduce((sum, pair) => sum + pair.units.length, 0)} texts of ${chosen.length} files are in ${out}.`);
}

function changedUnits({ source, target }: TranslatedFile): string[] {
  if (!target?.stamp.source || target.stamp.source === source.hash) return [];
  const changed = changedSince(root, source, target.stamp.source);
  return changed.ok ? changed.units.map((unit) => `${source.file}#${unit.id}`) : [];
}

function importFrom(): void {
  const [file] = files;
  if (!file || files.length > 1) stop('Name one file to import. Nothing was written.');
  if (!existsSync(file)) stop(`There is no file ${file}. Nothing was written.`);
  const read = readExchange(readFileSync(file, 'utf8'));
  if (!read.ok) stop(`${unreadableWords(read)} Nothing was written.`);
  if (read.locale !== undefined && read.locale !== tag()) stop(`${file} is for ${read.locale}, not for ${tag()}. Nothing was written.`);
  const imported = importRows(translatedFiles(content, tag()), read.rows, onDisk);
  if (!imported.ok) {
    for (const { id, what } of imported.problems) console.error(`${id}  ${what}`);
    stop(`\n${imported.problems.length} ${imported.problems.length === 1 ? 'problem' : 'problems'}. Nothing was written.`);
  }
  const broken = newProblems(imported.writes);
  if (broken.length > 0) {
    for (const problem of broken) console.error(problem);
    stop('\nThe files would not be readable. Nothing was written.');
  }
  for (const { file: path, text } of imported.writes) write(path, text);
  for (const { file: path, isNew } of imported.writes) console.log(`${isNew ? 'new     ' : 'changed '} ${relative(process.cwd(), join(root, path))}`);
  console.log(`${imported.writes.length} files written, ${imported.untouched.length} as they were. Next: npm run check, and a look at the diff.`);
}

/** What the loader could not read of the files as they would become. */
function newProblems(writes: readonly { file: string; text: string }[]): string[] {
  const after = contentOf(new Map([...onDisk, ...writes.map(({ file, text }) => [file, text] as const)]));
  return after.problems.filter((problem) => writes.some(({ file }) => file === problem.file)).map(({ file, line, what, write: wanted }) => `${file}:${line}  ${what} → ${wanted}`);
}
