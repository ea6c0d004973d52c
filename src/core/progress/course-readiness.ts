import type { CourseKey } from '../course/course.schema.ts';
import type { ProfileProgress } from './fold.ts';

export interface CourseReadiness {
  /** A certificate can be made. */
  ready: boolean;
  /** Modules still to be taken (or taken again), in the order of the course. */
  left: string[];
  /** Modules that were left out by choice. */
  skipped: string[];
  /** The final quiz was passed. */
  passed: boolean;
}

/** What stands between a learner and the certificate of a course: every module done or skipped, and the final quiz passed. */
export function courseReadiness(course: Pick<CourseKey, 'id' | 'modules'>, progress: ProfileProgress): CourseReadiness {
  const stateOf = (module: string) => progress.modules[module]?.state ?? 'new';
  const left = course.modules.filter((module) => !['done', 'skipped'].includes(stateOf(module)));
  const skipped = course.modules.filter((module) => stateOf(module) === 'skipped');
  const passed = progress.courses[course.id]?.passed ?? false;
  return { ready: passed && left.length === 0, left, skipped, passed };
}

/** Active seconds spent on a course: in its modules, wherever they were opened, and in its quizzes. */
export function courseSeconds(course: Pick<CourseKey, 'id' | 'modules'>, progress: ProfileProgress): number {
  return course.modules.reduce((sum, module) => sum + (progress.modules[module]?.seconds ?? 0), progress.courses[course.id]?.seconds ?? 0);
}
