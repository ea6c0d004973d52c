import type { CourseKey } from '../course/course.schema.ts';
import type { Attempt } from '../quiz/attempt.ts';
import { courseReadiness, courseSeconds } from '../progress/course-readiness.ts';
import type { Event } from '../progress/events.ts';
import type { CertificateRecord, ProfileProgress } from '../progress/fold.ts';
import { makeEvent, type Stamp } from '../progress/make-event.ts';
import { addDays, addMonths, type CalendarDate } from './calendar-date.ts';
import { fitName } from './certificate-name.ts';
import type { Certificate } from './payload.ts';

/** How long before its end a certificate can be renewed by the refresher. */
const refresherDays = 30;

type Course = Pick<CourseKey, 'id' | 'version' | 'modules' | 'validMonths'>;

export type MadeCertificate =
  | { ok: true; certificate: Certificate }
  /** pass-too-old: the last pass no longer counts; a refresher renews it. */
  | { ok: false; reason: 'modules-left' | 'quiz-not-passed' | 'pass-too-old' | 'name-missing' };

/**
 * The certificate that a learner can have at this moment, or what is missing.
 *
 * It counts `validMonths` from the day of the last passed final quiz or refresher, and shows that attempt's percent: making it again extends nothing.
 * A refresher alone is no pass: the final quiz must have been passed once. `dateOf` gives the date on the wall at an instant (`dateAt`).
 */
export function certificateFor(
  course: Course,
  progress: ProfileProgress,
  request: { id: string; name: string; at: string; dateOf(at: string): CalendarDate; locale: string; rollout?: string; phase?: string },
): MadeCertificate {
  const { id, at, dateOf, locale, rollout = '', phase = '' } = request;
  const { left, passed } = courseReadiness(course, progress);
  const pass = lastPass(progress.courses[course.id]?.attempts ?? []);
  const name = fitName(request.name);
  if (left.length > 0) return { ok: false, reason: 'modules-left' };
  if (!passed || !pass?.end) return { ok: false, reason: 'quiz-not-passed' };
  const date = dateOf(at);
  const validUntil = addMonths(dateOf(pass.end.at), course.validMonths);
  if (validUntil < date) return { ok: false, reason: 'pass-too-old' };
  if (name === '') return { ok: false, reason: 'name-missing' };
  const minutes = Math.floor(courseSeconds(course, progress) / 60);
  const certificate = { id, course: course.id, courseVersion: course.version, percent: pass.end.percent, minutes, date, validUntil, locale, rollout, phase, name };
  return { ok: true, certificate };
}

/** The event that keeps a certificate; `certificateAgain` makes the same certificate from it. `stamp.at` is the `at` of the request, its version the course's. */
export function certified(stamp: Stamp, certificate: Certificate): Event {
  const { id, validUntil, course, percent, name, minutes, rollout, phase, locale } = certificate;
  const result = { score: percent / 100, response: [name], duration: minutes * 60 };
  const context = { locale, course, certificate: { id, validUntil }, ...(rollout && { rollout }), ...(phase && { phase }) };
  return makeEvent(stamp, 'certified', `course:${course}`, result, context);
}

/** A certificate that was made before, as it was. */
export function certificateAgain(course: string, record: CertificateRecord, dateOf: (at: string) => CalendarDate): Certificate {
  const { id, validUntil, percent, name, version, at, seconds, locale, rollout, phase } = record;
  const minutes = Math.floor(seconds / 60);
  return { id, course, courseVersion: version, percent, minutes, date: dateOf(at), validUntil, locale, rollout, phase, name };
}

/** The certificate that counts longest; null without any. */
export function certificateInForce(records: readonly CertificateRecord[]): CertificateRecord | null {
  return records.reduce<CertificateRecord | null>((best, record) => (best && best.validUntil > record.validUntil ? best : record), null);
}

/** From this day on a refresher is offered. */
export function refresherOpensOn(validUntil: CalendarDate): CalendarDate {
  return addDays(validUntil, -refresherDays);
}

/** Where a certificate stands on a day. The last day still counts. */
export function certificateState(validUntil: CalendarDate, today: CalendarDate): 'valid' | 'refresher-due' | 'expired' {
  if (today > validUntil) return 'expired';
  return today >= refresherOpensOn(validUntil) ? 'refresher-due' : 'valid';
}

function lastPass(attempts: readonly Attempt[]): Attempt | null {
  const passes = attempts.filter((attempt) => attempt.purpose !== 'before' && attempt.end?.passed);
  return passes.reduce<Attempt | null>((last, attempt) => (last && last.end!.at > attempt.end!.at ? last : attempt), null);
}
