import { foldAttempts, type Attempt } from '../quiz/attempt.ts';
import { moduleStanding, type ModuleStanding, type Versions } from './completion.ts';
import type { Event } from './events.ts';
import { inOrder } from './event-order.ts';
import { foldModules, type ModuleProgress } from './fold-modules.ts';
import { parseObject } from './object-name.ts';
import { readRating, type Rating } from './rating.ts';
import { emptyRecord } from './record.ts';

export interface CertificateRecord {
  /** As it is printed: `XXXX-XXXX-XXXX-XXXX`. */
  id: string;
  /** YYYY-MM-DD */
  validUntil: string;
  /** 0 to 100, rounded down. */
  percent: number;
  /** As it was typed. */
  name: string;
  /** Version of the course. */
  version: number;
  /** Active seconds that it certifies. */
  seconds: number;
  locale: string;
  /** Empty for none. */
  rollout: string;
  phase: string;
  at: string;
}

export interface CourseProgress {
  opened: boolean;
  /** Every attempt, of any purpose, the one begun first in front. */
  attempts: Attempt[];
  /** Percent of the first finished test before the course; null without one. */
  before: number | null;
  /** Best percent of a finished final quiz; null without one. */
  best: number | null;
  /** A final quiz was passed, ever. */
  passed: boolean;
  /** In the order in which they were made. */
  certificates: CertificateRecord[];
  /** The last sentence that was confirmed; null without any. */
  attested: { text: string; at: string } | null;
  /** The last opinion about it; null without any. */
  rating: Rating | null;
  /** Active seconds in its quizzes; the time in its modules is with the modules. */
  seconds: number;
}

export interface ProfileProgress {
  /** Empty for a guest. */
  name: string;
  modules: Record<string, ModuleProgress & ModuleStanding>;
  courses: Record<string, CourseProgress>;
  /** Active seconds in all modules and quizzes. */
  seconds: number;
}

/**
 * Everything that Farol shows about one learner, from the events of one profile. Any order and any repetition gives the same.
 * `versions` by module id lets `state` tell `again`; a module without an entry stays done once it is done.
 */
export function foldProfile(events: readonly Event[], versions: Readonly<Record<string, Versions>> = {}): ProfileProgress {
  const ordered = inOrder(events);
  const modules = emptyRecord<ModuleProgress & ModuleStanding>();
  const courses = emptyRecord<CourseProgress>();
  let name = '';
  let seconds = 0;

  for (const [id, module] of Object.entries(foldModules(ordered))) {
    modules[id] = { ...module, ...moduleStanding(module, Object.hasOwn(versions, id) ? versions[id] : []) };
    seconds += module.seconds;
  }
  const courseOf = (id: string): CourseProgress =>
    (courses[id] ??= { opened: false, attempts: [], before: null, best: null, passed: false, certificates: [], attested: null, rating: null, seconds: 0 });

  for (const attempt of foldAttempts(ordered)) addAttempt(courseOf(attempt.course), attempt);
  for (const event of ordered) {
    const object = parseObject(event.object);
    const { response = [], score = 0, duration = 0 } = event.result ?? {};
    if (object?.kind === 'profile' && event.verb === 'named') name = response[0] ?? '';
    if (object?.kind === 'course' && event.verb === 'opened') courseOf(object.of).opened = true;
    if (object?.kind === 'course' && event.verb === 'attested') courseOf(object.of).attested = { text: response[0] ?? '', at: event.at };
    if (object?.kind === 'course' && event.verb === 'rated') courseOf(object.of).rating = readRating(response);
    if (object?.kind === 'quiz' && event.verb === 'stayed' && duration > 0) {
      courseOf(object.of).seconds += duration;
      seconds += duration;
    }
    const { certificate, locale, rollout = '', phase = '' } = event.context;
    if (object?.kind === 'course' && event.verb === 'certified' && certificate && isPrintable(certificate)) {
      const percent = Math.floor(Math.min(1, Math.max(0, score)) * 100 + 1e-9);
      courseOf(object.of).certificates.push({
        id: certificate.id,
        validUntil: certificate.validUntil,
        percent,
        name: response[0] ?? '',
        version: event.contentVersion,
        seconds: Math.max(0, duration),
        locale,
        rollout,
        phase,
        at: event.at,
      });
    }
  }
  return { name, modules, courses, seconds };
}

/** A file that was edited may hold anything; what a page could not print is passed over. */
function isPrintable({ id, validUntil }: { id: string; validUntil: string }): boolean {
  return /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/.test(id) && /^\d{4}-\d\d-\d\d$/.test(validUntil) && !Number.isNaN(Date.parse(validUntil));
}

function addAttempt(course: CourseProgress, attempt: Attempt): void {
  course.attempts.push(attempt);
  if (!attempt.end) return;
  if (attempt.purpose === 'before') course.before ??= attempt.end.percent;
  if (attempt.purpose !== 'quiz') return;
  course.best = Math.max(course.best ?? 0, attempt.end.percent);
  course.passed ||= attempt.end.passed;
}
