/** What an LMS asks of a course: done, passed, how well, how far. */
import { foldProfile } from '../progress/fold.ts';
import type { Event } from '../progress/events.ts';
import type { CourseTable } from './course-table.ts';

export interface Standing {
  /** Every module done or left out by choice, and the final quiz, if there is one, taken to its end. */
  completed: boolean;
  /** Whether the best final quiz reaches the mark; null before the first, and in a course without one. */
  passed: boolean | null;
  /** Best final quiz, 0 to 1, rounded down to four decimals, as a mastery score has them; null before the first. */
  scaled: number | null;
  /** Share of modules and quiz that are done, 0 to 1, two decimals. */
  progress: number;
  /** Active seconds in the course. */
  seconds: number;
}

/** @param mark percent that the LMS asks for; without it an attempt stands as it was judged */
export function standingOf(events: readonly Event[], table: CourseTable, mark?: number): Standing {
  const versions = Object.fromEntries(table.modules.map((module) => [module.id, module.versions]));
  const progress = foldProfile(events, versions);
  const done = table.modules.filter(({ id }) => ['done', 'skipped'].includes(progress.modules[id]?.state ?? 'new')).length;
  const quizzes = table.quiz ? events.filter(({ verb, object, context }) => verb === 'finished' && object === `quiz:${table.id}` && context.attempt?.purpose === 'quiz') : [];
  const scores = quizzes.map(({ result }) => rounded(result?.score ?? 0));
  const best = scores.length ? Math.max(...scores) : null;
  const passed = best === null ? null : mark === undefined ? quizzes.some(({ result }) => result?.success === true) : best * 100 >= mark - 1e-9;
  const steps = table.modules.length + Number(table.quiz);
  return {
    completed: done === table.modules.length && (!table.quiz || best !== null),
    passed,
    scaled: best,
    progress: Math.floor(((done + Number(best !== null)) / Math.max(1, steps)) * 100) / 100,
    seconds: table.modules.reduce((sum, { id }) => sum + (progress.modules[id]?.seconds ?? 0), progress.courses[table.id]?.seconds ?? 0),
  };
}

// 0.8 may be stored as 0.7999999999999999 after a division.
function rounded(score: number): number {
  return Math.floor(Math.min(1, Math.max(0, score)) * 10_000 + 1e-6) / 10_000;
}
