/** The state of the translations, as `npm run translations` prints it. */
import { percent, summary, type FileStatus } from '../../core/translation/status.ts';
import type { Problem } from '../content/problem.ts';
import type { Changed } from './history.ts';

export interface LanguageStatus {
  locale: string;
  name: string;
  published: boolean;
  files: (FileStatus & { changed?: Changed })[];
  /** What the rules about translations find. */
  problems: Problem[];
}

/** @param isWhole lists every file and problem; otherwise the first few */
export function statusReport(languages: readonly LanguageStatus[], isWhole: boolean): string {
  return languages.map((language) => languageReport(language, isWhole ? Infinity : 5)).join('\n\n');
}

function languageReport({ locale, name, published, files, problems }: LanguageStatus, most: number): string {
  const head = ['group', 'files', 'fresh', 'stale', 'missing', 'reviewed'];
  const rows = summary(files).map((row) => [row.group, row.files, `${row.fresh} (${percent(row.fresh, row.files)} %)`, row.stale, row.missing, row.reviewed].map(String));
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')}`;
  const stale = files.filter((file) => file.freshness === 'stale').map((file) => `  stale    ${file.file}: ${changeWords(file.changed)}`);
  const missing = files.filter((file) => file.freshness === 'missing').map((file) => `  missing  ${file.file}`);
  const found = problems.map(({ file, line: number, rule, what }) => `  problem  ${file}:${number}  ${rule}  ${what}`);
  return [
    `${locale}  ${name}${published ? '' : ', not published'}`,
    line(head),
    ...rows.map(line),
    ...[stale, missing, found].flatMap((list) => first(list, most, locale)),
  ].join('\n');
}

function first(list: readonly string[], most: number, locale: string): string[] {
  if (list.length <= most) return [...list];
  return [...list.slice(0, most), `           … and ${list.length - most} more: npm run translations -- --locale ${locale}`];
}

function changeWords(changed: Changed | undefined): string {
  if (!changed) return 'the source changed';
  if (changed.ok) {
    if (changed.units.length === 0) return 'no text of the source changed, but its elements did';
    const { units } = changed;
    return `the source changed in ${units.slice(0, 6).map(({ id, before, now }) => `${id}${before === undefined ? ' (new)' : now === undefined ? ' (gone)' : ''}`).join(', ')}${units.length > 6 ? ` and ${units.length - 6} more` : ''}`;
  }
  switch (changed.reason) {
    case 'no-stamp':
      return 'says not what it was made from; compare it with its source, then accept it';
    case 'no-history':
      return 'the source changed; there is no git history here to say what';
    case 'not-found':
      return 'the source changed; no version in the git history has the hash that it was made from';
  }
}
