/** How far the learner is in what is framed: a course, some of its modules, or one. */
import type { Versions } from '../progress/completion.ts';
import { courseReadiness } from '../progress/course-readiness.ts';
import type { Event } from '../progress/events.ts';
import { foldProfile } from '../progress/fold.ts';

export interface FramedCourse {
  course: string;
  /** Empty for a whole course. */
  module: string;
  /** Ids of the modules that are framed. */
  modules: readonly string[];
  /** By module id. */
  versions: Readonly<Record<string, Versions>>;
}

/** `complete`: all modules are done or left out by choice, and for a course its final quiz is passed. */
export function courseStanding({ course, module, modules, versions }: FramedCourse, events: readonly Event[]): { done: number; total: number; complete: boolean } {
  const { left, passed } = courseReadiness({ id: course, modules: [...modules] }, foldProfile(events, versions));
  return { done: modules.length - left.length, total: modules.length, complete: left.length === 0 && (module !== '' || passed) };
}
