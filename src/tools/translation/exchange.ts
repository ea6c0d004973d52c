/** Files for translators: everything out with ids, notes and what is there already; back in only what fits its source. */
import { readCsv, writeCsv } from '../../core/translation/csv.ts';
import { textDifferences } from '../../core/translation/compare.ts';
import { sourceLocale } from '../../core/locale/locales.ts';
import { acceptedStamp } from '../../core/translation/status.ts';
import { oneLine, type TextKind, type Unit } from '../../core/translation/units.ts';
import { fileId, readXliff, writeXliff, type XliffFailure } from '../../core/translation/xliff.ts';
import { withStamp } from './stamp-file.ts';
import { unitsOfText, type TranslatedFile } from './translated-files.ts';
import { writtenFile } from './write-units.ts';

/** One text in an exchange file. */
export interface Row {
  /** Source file and unit: `modules/report/en.yaml#questions.first.ask`. */
  id: string;
  note: string;
  source: string;
  /** Empty for none. */
  target: string;
}

/** Line breaks mean something in values of YAML and JSON, and nothing inside a paragraph. */
const exchanged = (kind: TextKind, text: string): string => (kind === 'lesson' || kind === 'notes' ? oneLine(text) : text);

/** @param changed units whose source changed since they were translated, by `file#id`; they go out as to be done again, with what they have */
export function exportXliff(files: readonly TranslatedFile[], locale: string, changed: ReadonlySet<string> = new Set()): string {
  return writeXliff({
    from: sourceLocale,
    to: locale,
    files: files.map(({ source, units, target }) => ({
      original: source.file,
      units: units.map((unit) => {
        const has = target?.units.find((other) => other.id === unit.id);
        const isDone = has && !changed.has(`${source.file}#${unit.id}`);
        const isReviewed = target?.stamp.state === 'reviewed' && target.stamp.source === source.hash;
        return { id: unit.id, note: unit.note ?? '', source: exchanged(source.kind, unit.text), target: has && exchanged(source.kind, has.text), state: !isDone ? 'initial' : isReviewed ? 'reviewed' : 'translated' };
      }),
    })),
  });
}

const columns = ['id', 'note', 'source', 'target'] as const;

export function exportCsv(files: readonly TranslatedFile[], locale: string): string {
  const rows = files.flatMap(({ source, units, target }) =>
    units.map((unit) => {
      const has = target?.units.find((other) => other.id === unit.id);
      return [`${source.file}#${unit.id}`, unit.note ?? '', exchanged(source.kind, unit.text), has ? exchanged(source.kind, has.text) : ''];
    }),
  );
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return writeCsv([columns, ...rows], decimal === ',' ? ';' : ',');
}

export type Rows = { ok: true; rows: Row[]; locale: string | undefined } | XliffFailure | { ok: false; reason: 'csv-quote-open'; line: number } | { ok: false; reason: 'columns-missing'; what: string };

/** Reads either format; XLIFF is known by its first character. */
export function readExchange(text: string): Rows {
  if (/^\ufeff?\s*</.test(text)) {
    const document = readXliff(text);
    if (!document.ok) return document;
    return { ok: true, locale: document.to, rows: document.files.flatMap(({ original, units }) => units.map(({ id, note, source, target }) => ({ id: `${original}#${id}`, note, source, target: target ?? '' }))) };
  }
  const table = readCsv(text);
  if (!table.ok) return table;
  const head = table.rows[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = (['id', 'source', 'target'] as const).filter((name) => !head.includes(name));
  if (missing.length > 0) return { ok: false, reason: 'columns-missing', what: missing.join(', ') };
  const field = (row: readonly string[], name: (typeof columns)[number]): string => row[head.indexOf(name)] ?? '';
  return { ok: true, locale: undefined, rows: table.rows.slice(1).map((row) => ({ id: field(row, 'id').trim(), note: field(row, 'note'), source: field(row, 'source'), target: field(row, 'target').trim() })) };
}

export interface ImportProblem { id: string; what: string }
export type Imported = { ok: true; writes: { file: string; text: string; isNew: boolean }[]; untouched: string[] } | { ok: false; problems: ImportProblem[] };

/**
 * What the content files become. A file of which no text is translated is left out; one that is translated in part is refused, since readers would see two
 * languages in one lesson.
 * @param onDisk the content folder, by path
 */
export function importRows(files: readonly TranslatedFile[], rows: readonly Row[], onDisk: ReadonlyMap<string, string>): Imported {
  const problems: ImportProblem[] = [];
  const writes: { file: string; text: string; isNew: boolean }[] = [];
  const untouched: string[] = [];
  const byFile = Map.groupBy(rows, (row) => row.id.slice(0, Math.max(0, row.id.indexOf('#'))));
  for (const [name, some] of byFile) {
    const pair = files.find(({ source }) => source.file === name || fileId(source.file) === name);
    if (!pair) {
      for (const { id } of some) problems.push({ id: id || '(no id)', what: 'no source file has this id' });
      continue;
    }
    const found = translatedUnits(pair, some);
    problems.push(...found.problems);
    if (found.problems.length > 0) continue;
    if (found.units.length === 0) continue;
    const before = onDisk.get(pair.file);
    const text = writtenFile(pair.source, found.units, before);
    const wrong = misread(pair.source.kind, found.units, text);
    if (wrong.length > 0) {
      problems.push(...wrong.map((id) => ({ id: `${name}#${id}`, what: 'would be read as something else: begin with a letter, and use no < { or "' })));
      continue;
    }
    // What comes back as it went out was perhaps never looked at: only "accept" makes it fresh.
    if (text === before) untouched.push(pair.file);
    else writes.push({ file: pair.file, text: withStamp(pair.source.kind, text, acceptedStamp(pair.source.hash, undefined)), isNew: before === undefined });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, writes, untouched };
}

function translatedUnits({ source, units }: TranslatedFile, rows: readonly Row[]): { units: Unit[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const full = (id: string): string => `${source.file}#${id}`;
  const byId = Map.groupBy(rows, (row) => row.id.slice(row.id.indexOf('#') + 1));
  for (const [id, same] of byId) {
    if (!units.some((unit) => unit.id === id)) problems.push({ id: full(id), what: 'the source has no such text' });
    else if (same.length > 1) problems.push({ id: full(id), what: `stands ${same.length} times in the file` });
  }
  const isEmpty = rows.every((row) => row.target.trim() === '');
  const translated: Unit[] = [];
  for (const unit of units) {
    const row = byId.get(unit.id)?.[0];
    if (!row) {
      problems.push({ id: full(unit.id), what: 'is missing in the file' });
      continue;
    }
    const wanted = exchanged(source.kind, unit.text);
    if (spaces(row.source) !== spaces(wanted)) problems.push({ id: full(unit.id), what: 'the source text changed since the export; export again' });
    else if (isEmpty) continue;
    else if (row.target.trim() === '') problems.push({ id: full(unit.id), what: 'has no translation, while other texts of this file have one' });
    else problems.push(...textDifferences(full(unit.id), wanted, row.target).map(({ id, what }) => ({ id, what })));
    translated.push({ ...unit, text: exchanged(source.kind, row.target.replace(/\r\n?/g, '\n').trim()) });
  }
  return { units: isEmpty ? [] : translated, problems };
}

const spaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Ids of texts that would not come out as they went in, such as a paragraph that begins like a list. */
function misread(kind: TextKind, units: readonly Unit[], text: string): string[] {
  const read = new Map(unitsOfText(kind, text).map((unit) => [unit.id, exchanged(kind, unit.text)]));
  const isCode = (unit: Unit): boolean => kind === 'lesson' && (/[{}]|<(?!\/?[A-Z])/.test(unit.text) || (unit.kind === 'title' && /["<>]/.test(unit.text)));
  return units.filter((unit) => read.get(unit.id)?.trim() !== unit.text || isCode(unit)).map((unit) => unit.id);
}
