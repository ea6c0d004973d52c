/** Results of learners, from the tables of learning systems and from the files of Farol itself, as a gate needs them. */
import { readBackup } from '../progress/backup.ts';
import { courseReadiness } from '../progress/course-readiness.ts';
import type { Event } from '../progress/events.ts';
import { foldProfile } from '../progress/fold.ts';
import { readCsv } from '../translation/csv.ts';
import { columnNames, failWords, no, passWords, yes, type Column } from './result-columns.ts';

/** What the reading needs to know of a rollout. */
export interface Scope {
  rollout: string;
  phase: { id: string; from: string; until?: string | undefined };
  /** Percent. */
  passMark: number;
  courses: readonly { id: string; modules: readonly string[]; titles: readonly string[] }[];
}

export interface ResultFile { name: string; text: string }

/** How one learner did in one course. Null: the file does not say. */
export interface LearnerResult {
  /** What tells learners of one kind of file apart: a mail address, a number, a name, the id of a profile. */
  learner: string;
  course: string;
  completed: boolean;
  passed: boolean | null;
  /** Percent. */
  score: number | null;
  before: number | null;
  /** 1 to 5. */
  rating: number | null;
}

/**
 * | reason         | why a row or a learner was left out                  |
 * |----------------|-------------------------------------------------------|
 * | no-learner     | nothing says whose row it is                          |
 * | unknown-course | another course than those of the rollout              |
 * | other-rollout  | learnt elsewhere, or outside of any rollout           |
 * | other-phase    | learnt in another phase                               |
 * | outside-dates  | before the first or after the last day of the phase   |
 * | not-a-number   | a score or rating that is none, or out of its range   |
 * | unknown-word   | a state that is in none of the lists                  |
 */
export type LeftOutReason = 'no-learner' | 'unknown-course' | 'other-rollout' | 'other-phase' | 'outside-dates' | 'not-a-number' | 'unknown-word';

export interface LeftOut {
  file: string;
  /** Row of the table, the header being 1; for a Farol file the place of the learner in it, from 1. */
  row: number;
  reason: LeftOutReason;
  /** Whose it is, or what stands there. */
  what: string;
}

/**
 * | reason        | what is wrong with a file                                                |
 * |---------------|----------------------------------------------------------------------------|
 * | empty         | nothing in it                                                              |
 * | not-text      | a spreadsheet, a picture, or text in another encoding than UTF-8           |
 * | open-quote    | a quote is opened and never closed; nothing of it is counted               |
 * | no-learner-column, no-result-column | a table without a column that could say so           |
 * | newer-format  | of a newer Farol                                                           |
 * | cut-off       | a Farol file that was cut or changed on its way; what can be read counts   |
 * | by-name       | learners are told apart by their names only; two of one name become one    |
 */
export type FileReason = 'empty' | 'not-text' | 'open-quote' | 'no-learner-column' | 'no-result-column' | 'newer-format' | 'cut-off' | 'by-name';

export interface ReadResults {
  /** Each learner once a course. */
  results: LearnerResult[];
  /** Rows and learners that were merged into another of the same learner and course. */
  merged: number;
  leftOut: LeftOut[];
  files: { name: string; kind: 'table' | 'farol' | 'none'; read: number; reasons: FileReason[] }[];
}

/** Reads any number of files. The order of files and rows makes no difference to the results. Never throws. */
export function readResults(files: readonly ResultFile[], scope: Scope): ReadResults {
  const all: LearnerResult[] = [];
  const leftOut: LeftOut[] = [];
  const about = files.map((file): ReadResults['files'][number] => {
    const found = readFile(file, scope);
    all.push(...found.results);
    leftOut.push(...found.leftOut);
    return { name: file.name, kind: found.kind, read: found.results.length, reasons: found.reasons };
  });
  const byKey = new Map<string, LearnerResult[]>();
  for (const result of all) {
    const key = `${result.learner}\n${result.course}`;
    byKey.set(key, [...(byKey.get(key) ?? []), result]);
  }
  const results = [...byKey.values()].map(merge).sort((a, b) => compare(a.learner, b.learner) || compare(a.course, b.course));
  return { results, merged: all.length - results.length, leftOut, files: about };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The better result, and of the tests before the better too, so that a learner who is in two files never seems to have learnt more. */
function merge(same: readonly LearnerResult[]): LearnerResult {
  const numbers = (of: (result: LearnerResult) => number | null): number[] => same.map(of).filter((value) => value !== null);
  const best = (values: number[]): number | null => (values.length > 0 ? Math.max(...values) : null);
  const flags = same.map(({ passed }) => passed).filter((passed) => passed !== null);
  return {
    ...same[0]!,
    completed: same.some(({ completed }) => completed),
    passed: flags.length > 0 ? flags.includes(true) : null,
    score: best(numbers(({ score }) => score)),
    before: best(numbers(({ before }) => before)),
    rating: mean(numbers(({ rating }) => rating)),
  };
}

/** Null for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface FileRead { kind: 'table' | 'farol' | 'none'; results: LearnerResult[]; leftOut: LeftOut[]; reasons: FileReason[] }
const none = (reason: FileReason): FileRead => ({ kind: 'none', results: [], leftOut: [], reasons: [reason] });

function readFile({ name, text }: ResultFile, scope: Scope): FileRead {
  if (text.trim() === '') return none('empty');
  // Zip (and so every spreadsheet), PDF, UTF-16, bytes that are no UTF-8.
  if (/^(PK\u0003\u0004|%PDF)|\u0000|\ufffd/.test(text.slice(0, 5000))) return none('not-text');
  return /^\ufeff?\s*\{\s*"farol"/.test(text) ? readFarolFile(name, text, scope) : readTable(name, text, scope);
}

function readFarolFile(file: string, text: string, scope: Scope): FileRead {
  const read = readBackup(text);
  if (!read.ok && read.reason === 'newer-format') return none('newer-format');
  if (!read.ok && read.reason === 'empty') return none('empty');
  if (!read.ok && !('saved' in read)) return none('not-text');
  const { profiles, events } = read.ok ? read : read.saved;
  const leftOut: LeftOut[] = [];
  const learners = [...new Set([...profiles.map(({ id }) => id), ...events.map(({ profile }) => profile)])];
  const results = learners.flatMap((learner, place) => {
    const own = events.filter(({ profile }) => profile === learner);
    const leave = (reason: LeftOutReason): LearnerResult[] => {
      leftOut.push({ file, row: place + 1, reason, what: profiles.find(({ id }) => id === learner)?.name || learner.slice(0, 8) });
      return [];
    };
    const inRollout = own.filter(({ context }) => context.rollout === scope.rollout);
    const inPhase = inRollout.filter(({ context }) => context.phase === scope.phase.id);
    const counted = inPhase.filter(({ at }) => isWithin(at.slice(0, 10), scope.phase));
    // An empty guest is no learner: every first visit makes one.
    if (own.length === 0) return [];
    if (inRollout.length === 0) return leave('other-rollout');
    if (inPhase.length === 0) return leave('other-phase');
    return counted.length === 0 ? leave('outside-dates') : resultsOf(learner, counted, scope);
  });
  return { kind: 'farol', results, leftOut, reasons: read.ok ? [] : ['cut-off'] };
}

function resultsOf(learner: string, events: readonly Event[], { courses, passMark }: Scope): LearnerResult[] {
  const progress = foldProfile(events);
  return courses.flatMap(({ id, modules }) => {
    const course = progress.courses[id];
    if (!course) return [];
    const { best: score, before, certificates, rating } = course;
    const completed = certificates.length > 0 || courseReadiness({ id, modules: [...modules] }, progress).ready;
    return [{ learner, course: id, completed, passed: score === null ? null : score >= passMark, score, before, rating: rating?.useful ?? null }];
  });
}

/** A day that is not written as `2027-02-28` may be any day, and passes. */
function isWithin(day: string, { from, until }: Scope['phase']): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return true;
  return day >= from && (until === undefined || day <= until);
}

interface Header { places: Map<Column, number>; /** What a full score is, by place; 100 where the header does not say. */ full: Map<number, number> }

function readTable(file: string, text: string, scope: Scope): FileRead {
  const csv = readCsv(text);
  if (!csv.ok) return none('open-quote');
  const [head = [], ...rows] = csv.rows;
  const { places, full } = readHeader(head);
  const has = (...columns: Column[]): boolean => columns.some((column) => places.has(column));
  const byName = !has('email', 'number', 'learner');
  if (byName && !has('name', 'firstName', 'lastName')) return none('no-learner-column');
  if (!has('completed', 'passed', 'score', 'before', 'rating')) return none('no-result-column');

  const at = (row: readonly string[], column: Column): string => row[places.get(column) ?? -1]?.trim() ?? '';
  const whose = (row: readonly string[]): string => {
    const id = at(row, 'email') || at(row, 'number') || at(row, 'learner');
    return plainWord(id || at(row, 'name') || `${at(row, 'firstName')} ${at(row, 'lastName')}`);
  };
  const inShares = new Set((['score', 'before'] as const).filter((column) => isInShares(rows.map((row) => at(row, column))) && !full.has(places.get(column) ?? -1)));
  const leftOut: LeftOut[] = [];
  const results = rows.flatMap((row, index) => {
    const leave = (reason: LeftOutReason, what: string): LearnerResult[] => {
      leftOut.push({ file, row: index + 2, reason, what });
      return [];
    };
    const learner = whose(row);
    // The grader report of Moodle ends with a row of averages.
    if (learner === '' || learner === '-' || /^overall average/.test(learner)) return leave('no-learner', row.filter(Boolean).slice(0, 3).join(' '));
    const course = courseOf(at(row, 'course'), scope);
    if (course === null) return leave('unknown-course', `${learner}: ${at(row, 'course')}`);
    if (at(row, 'rollout') !== '' && at(row, 'rollout') !== scope.rollout) return leave('other-rollout', `${learner}: ${at(row, 'rollout')}`);
    if (at(row, 'phase') !== '' && at(row, 'phase') !== scope.phase.id) return leave('other-phase', `${learner}: ${at(row, 'phase')}`);
    if (!isWithin(at(row, 'date').slice(0, 10), scope.phase)) return leave('outside-dates', `${learner}: ${at(row, 'date')}`);

    const percents = (['score', 'before'] as const).map((column) => percentOf(at(row, column), inShares.has(column) ? 1 : full.get(places.get(column) ?? -1)));
    const rating = numberIn(at(row, 'rating'));
    const odd = percents.indexOf(undefined);
    if (odd >= 0) return leave('not-a-number', `${learner}: ${at(row, odd === 0 ? 'score' : 'before')}`);
    if (rating === undefined || (rating !== null && (rating < 1 || rating > 5))) return leave('not-a-number', `${learner}: ${at(row, 'rating')}`);
    const [score = null, before = null] = percents;
    const states = (['completed', 'passed'] as const).map((column) => ({ text: at(row, column), state: stateOf(at(row, column)) }));
    const unknown = states.find(({ state }) => state === undefined);
    if (unknown) return leave('unknown-word', `${learner}: ${unknown.text}`);
    const [done, success] = states.map(({ state }) => state!);
    const told = has('passed') ? success!.done && success!.passed !== false : done!.passed;
    const passed = score !== null ? score >= scope.passMark : told;
    // A table with a score and no word about completion comes from a report on finished attempts.
    const completed = has('completed') ? done!.done : has('passed') ? success!.done : score !== null;
    return [{ learner, course, completed, passed, score, before, rating }];
  });
  return { kind: 'table', results, leftOut, reasons: byName ? ['by-name'] : [] };
}

function readHeader(head: readonly string[]): Header {
  const places = new Map<Column, number>();
  const full = new Map<number, number>();
  const names = Object.entries(columnNames) as [Column, readonly string[]][];
  head.forEach((cell, place) => {
    const [, label = cell, of] = /^(.*?)\/\s*(\d+(?:[.,]\d+)?)\s*$/.exec(cell) ?? [];
    const bare = plainWord(label);
    // "SCORM package: Drivers (Real)", "Quiz: …": grader reports name a column after its activity.
    const graded = /^[^:]+: .+ \((real|percentage|porcentaje|porcentagem|persentase|nyata|จริง|ร้อยละ)\)$/.test(bare) ? 'score' : undefined;
    const known = (word: string): Column | undefined => names.find(([, list]) => list.some((name) => plainWord(name) === word))?.[0];
    const column = known(bare) ?? known(bare.replace(/\s*\([^)]*\)$/, '')) ?? graded;
    if (!column || places.has(column)) return;
    places.set(column, place);
    if (of) full.set(place, Number(of.replace(',', '.')));
  });
  return { places, full };
}

const plainWord = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The course of a cell; the only one of the rollout where the cell is empty, none in particular where there are several; null for a foreign one. */
function courseOf(cell: string, { courses }: Scope): string | null {
  if (cell === '') return courses.length === 1 ? courses[0]!.id : '';
  const wanted = plainWord(cell);
  return courses.find(({ id, titles }) => id === wanted || titles.some((title) => plainWord(title) === wanted))?.id ?? null;
}

/** Null for an empty cell, undefined for one that is no number. Decimal point or comma. */
function numberIn(cell: string): number | null | undefined {
  const bare = cell.replace(/\s|%$/g, '');
  if (bare === '' || bare === '-') return null;
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

function percentOf(cell: string, full = 100): number | null | undefined {
  const value = numberIn(cell);
  if (value === null || value === undefined) return value;
  // Four decimals: 0.55 of 1 is 55, whatever the bits say.
  const percent = Math.round((cell.includes('%') ? value : (value / full) * 100) * 10_000) / 10_000;
  return percent <= 100 ? percent : undefined;
}

/** 0.85 for 85 per cent: nothing over 1, and something between 0 and 1. */
function isInShares(cells: readonly string[]): boolean {
  const values = cells.filter((cell) => !cell.includes('%')).map(numberIn).filter((value) => typeof value === 'number');
  return values.length > 0 && values.every((value) => value <= 1) && values.some((value) => !Number.isInteger(value));
}

/** Undefined for a word that nobody knows. */
function stateOf(cell: string): { done: boolean; passed: boolean | null } | undefined {
  const word = plainWord(cell);
  if (no.includes(word)) return { done: false, passed: null };
  const isDate = /\d{4}/.test(word) && /\d/.test(word.replace(/\d{4}/, ''));
  if (!yes.includes(word) && !isDate) return undefined;
  return { done: true, passed: passWords.includes(word) ? true : failWords.includes(word) ? false : null };
}
