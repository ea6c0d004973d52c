import type { CourseKey } from '../course/course.schema.ts';
import { courseReadiness } from './course-readiness.ts';
import type { ProfileProgress } from './fold.ts';

export type NextStep = { kind: 'before' | 'quiz' | 'certificate' } | { kind: 'module'; module: string };

/** Whether anything was done in a course: in its quizzes, or in a module of it, also one that was taken in another course. */
export function isBegun(course: Pick<CourseKey, 'id' | 'modules'>, progress: ProfileProgress): boolean {
  return course.modules.some((module) => progress.modules[module]) || (progress.courses[course.id]?.attempts.length ?? 0) > 0;
}

/** What comes next: the short test, then the first module that is neither done nor skipped, then the final quiz, then the certificate. */
export function nextStep(course: Pick<CourseKey, 'id' | 'modules'>, progress: ProfileProgress): NextStep {
  const { left, passed } = courseReadiness(course, progress);
  const [module] = left;
  const tested = (progress.courses[course.id]?.before ?? null) !== null;
  if (!tested && course.modules.every((id) => !progress.modules[id])) return { kind: 'before' };
  if (module !== undefined) return { kind: 'module', module };
  return { kind: passed ? 'certificate' : 'quiz' };
}
