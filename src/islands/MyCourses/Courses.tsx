import { dateAt } from '../../core/certificate/calendar-date.ts';
import { certificateInForce, certificateState } from '../../core/certificate/certificate.ts';
import type { Versions } from '../../core/progress/completion.ts';
import { courseSeconds } from '../../core/progress/course-readiness.ts';
import { foldProfile, type CertificateRecord, type CourseProgress, type ProfileProgress } from '../../core/progress/fold.ts';
import { nextStep } from '../../core/progress/next-step.ts';
import type { Attempt } from '../../core/quiz/attempt.ts';
import { plural, t } from '../page.ts';
import type { LearnerRecord } from './records.ts';
import { shortDate } from './short-date.ts';
import { longDate } from '../Course/long-date.ts';

export interface CourseFacts { id: string; title: string; href: string; modules: { id: string; title: string; versions: Versions }[] }

/** What was done, course by course: those that were begun, in the order of the site. */
export function Courses({ courses, record: { events } }: { courses: readonly CourseFacts[]; record: LearnerRecord }) {
  const versions = Object.fromEntries(courses.flatMap(({ modules }) => modules.map((module) => [module.id, module.versions])));
  const progress = foldProfile(events, versions);
  const here = courses.filter(({ id }) => progress.courses[id] || events.some(({ context }) => context.course === id));
  // Of a course that this Farol does not have any more, certificates still count.
  const gone = Object.keys(progress.courses).filter((id) => !courses.some((course) => course.id === id) && progress.courses[id]!.certificates.length > 0);
  if (here.length + gone.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="courses">
      <h2 id="courses">{t('me.courses')}</h2>
      {here.map((course) => <Course key={course.id} course={course} progress={progress} />)}
      {gone.map((id) => (
        <article class="card flow" key={id}>
          <h3>{id}</h3>
          <p>{t('me.courseGone')}</p>
          <ul role="list" class="awards">{progress.courses[id]!.certificates.map((certificate) => <li key={certificate.id}><AwardText certificate={certificate} /></li>)}</ul>
        </article>
      ))}
    </section>
  );
}

const none: CourseProgress = { opened: false, attempts: [], before: null, best: null, passed: false, certificates: [], attested: null, rating: null, seconds: 0 };

function Course({ course, progress }: { course: CourseFacts; progress: ProfileProgress }) {
  const { id, title, href, modules } = course;
  const { attempts, before, best, certificates } = progress.courses[id] ?? none;
  const key = { id, modules: modules.map((module) => module.id) };
  const done = key.modules.filter((module) => ['done', 'skipped'].includes(progress.modules[module]?.state ?? '')).length;
  const minutes = Math.floor(courseSeconds(key, progress) / 60);
  const next = nextStep(key, progress);
  const part = next.kind === 'module' ? next.module : next.kind;
  const goOn =
    next.kind === 'module' ? t('home.continueNext', { title: modules.find((module) => module.id === next.module)?.title ?? '' }) : t({ before: 'me.nextBefore', quiz: 'home.continueQuiz', certificate: 'home.continueCertificate' }[next.kind]);
  return (
    <article class="card flow" data-testid={`course-${id}`}>
      <h3><a href={href}>{title}</a></h3>
      <div class="so-far">
        <progress max={modules.length} value={done} aria-hidden="true" />
        <p>{t('me.modulesOf', { done, total: modules.length })} <span class="quiet">· {minutes > 0 ? plural('me.active', minutes) : t('me.activeUnder')}</span></p>
      </div>
      {best !== null && (
        <div class="bars">
          {before !== null && <p class="was"><progress max={100} value={before} aria-hidden="true" /><span>{t('quiz.beforeWas', { n: before })}</span></p>}
          <p class="is"><progress max={100} value={best} aria-hidden="true" /><span>{t('me.best', { n: best })}</span></p>
        </div>
      )}
      <Awards course={course} certificates={certificates} />
      {attempts.length > 0 && <Attempts attempts={attempts} />}
      {(certificates.length === 0 || next.kind !== 'certificate') && <p class="buttons"><a class="button" href={`${href}${part}/`}>{goOn}</a></p>}
    </article>
  );
}

function Awards({ course: { href }, certificates }: { course: CourseFacts; certificates: readonly CertificateRecord[] }) {
  const inForce = certificateInForce(certificates);
  if (!inForce) return null;
  return (
    <>
      <h4>{t('me.certificates')}</h4>
      <ul role="list" class="awards">
        {[...certificates].reverse().map((certificate) => (
          <li key={certificate.id}>
            <a href={`${href}certificate/?id=${certificate.id}`}><AwardText certificate={certificate} /></a>
            {certificate === inForce && stateNow(certificate) !== 'valid' && <a class="button" href={`${href}refresher/`}>{t('course.refresherStart')}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function stateNow({ validUntil }: CertificateRecord) {
  const now = new Date();
  return certificateState(validUntil, dateAt(now.toISOString(), now.getTimezoneOffset()));
}

function AwardText({ certificate }: { certificate: CertificateRecord }) {
  const state = stateNow(certificate);
  const key = { valid: 'me.awardValid', 'refresher-due': 'me.awardDue', expired: 'me.awardEnded' }[state];
  return <span class={`award-text ${state}`}><b><bdi>{certificate.name}</bdi></b><span class="small">{t(key, { date: longDate(certificate.validUntil) })}</span></span>;
}

function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <details>
      <summary>{plural('me.attempts', attempts.length)}</summary>
      <table>
        <thead><tr><th scope="col">{t('me.attemptDate')}</th><th scope="col">{t('me.attemptKind')}</th><th scope="col">{t('me.attemptResult')}</th></tr></thead>
        <tbody>
          {[...attempts].reverse().map(({ id, purpose, startedAt, end }) => (
            <tr key={id}>
              <td>{shortDate(end?.at ?? startedAt)}</td>
              <td>{t({ before: 'me.kindBefore', quiz: 'quiz.title', refresher: 'refresher.title' }[purpose] ?? 'quiz.title')}</td>
              <td>{!end ? t('me.unfinished') : purpose !== 'before' && end.passed ? t('me.passedWith', { n: end.percent }) : t('me.percent', { n: end.percent })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
