import type { CourseTable } from '../lms/course-table.ts';
import { courseReadiness } from '../progress/course-readiness.ts';
import type { Event } from '../progress/events.ts';
import { foldProfile } from '../progress/fold.ts';

/** How far the learner is in what is framed. `complete`: all modules are done or left out by choice, and for a course its final quiz is passed. */
export function courseStanding({ id, modules, quiz }: CourseTable, events: readonly Event[]): { done: number; total: number; complete: boolean } {
  const versions = Object.fromEntries(modules.map((module) => [module.id, module.versions]));
  const { left, passed } = courseReadiness({ id, modules: modules.map((module) => module.id) }, foldProfile(events, versions));
  return { done: modules.length - left.length, total: modules.length, complete: left.length === 0 && (!quiz || passed) };
}
