/** How far one has come in a course, and what is next. */
import type { Learner } from '../../browser/learner.ts';
import { choose } from '../../browser/storage/device-choices.ts';
import { dateAt } from '../../core/certificate/calendar-date.ts';
import { certificateInForce, certificateState } from '../../core/certificate/certificate.ts';
import type { Versions } from '../../core/progress/completion.ts';
import { foldProfile } from '../../core/progress/fold.ts';
import { isBegun, nextStep } from '../../core/progress/next-step.ts';
import { data, find, findAll, t } from '../page.ts';
import { sayOutcome } from '../Shell/outcome.ts';
import { longDate } from './long-date.ts';

export async function startCourse(opening: Promise<Learner>, signal: AbortSignal): Promise<void> {
  const { course = '' } = data;
  // Whoever goes into the course has chosen it, with the test before or without.
  for (const link of findAll('.course a')) link.addEventListener('click', () => choose({ course }));

  const learner = await opening;
  if (signal.aborted) return;
  showStanding(learner);
  learner.onChange(() => showStanding(learner), signal);
  if (!foldProfile(learner.events).courses[course]?.opened) void learner.record(Number(data['version']), 'opened', `course:${course}`).then(sayOutcome);
}

function mark(selector: string, state: 'new' | 'open' | 'done', words: string): void {
  const item = find(selector);
  if (!item) return;
  item.classList.toggle('is-done', state === 'done');
  item.classList.toggle('is-open', state === 'open');
  const place = item.querySelector('[data-state]');
  if (place) place.textContent = words && ` · ${words}`;
}

function showStanding({ events }: Learner): void {
  const { course = '' } = data;
  const modules = (data['modules'] ?? '').split(' ');
  const versions = JSON.parse(data['versions'] ?? '{}') as Record<string, Versions>;
  const progress = foldProfile(events, versions);
  const { before = null, best = null, passed = false, certificates = [] } = progress.courses[course] ?? {};
  for (const id of modules) {
    const { state } = progress.modules[id] ?? { state: 'new' };
    mark(`[data-module="${id}"]`, state === 'done' || state === 'new' ? state : 'open', state === 'new' ? '' : t(`course.state.${state}`));
  }
  mark('[data-quiz="before"]', before === null ? 'new' : 'done', before === null ? '' : t('course.state.before', { n: before }));
  mark('[data-quiz="quiz"]', passed ? 'done' : best === null ? 'new' : 'open', best === null ? '' : t(`course.state.${passed ? 'passed' : 'score'}`, { n: best }));

  const now = new Date();
  const inForce = certificateInForce(certificates);
  const standing = inForce && certificateState(inForce.validUntil, dateAt(now.toISOString(), now.getTimezoneOffset()));
  const date = inForce ? longDate(inForce.validUntil) : '';
  mark('[data-certificate]', standing && standing !== 'expired' ? 'done' : 'new', inForce ? t('home.certified', { date }) : '');
  find('[data-quiz="refresher"]')?.toggleAttribute('hidden', standing !== 'refresher-due');
  const words = find('[data-refresher]');
  if (words) words.textContent = t('course.refresher', { date });

  if (isBegun({ id: course, modules }, progress)) {
    showNext(nextStep({ id: course, modules }, progress));
    choose({ course });
  }
}

/** For whoever has begun, the main button leads on, and the other one to what helps at work. */
function showNext(next: ReturnType<typeof nextStep>): void {
  const main = find<HTMLAnchorElement>('[data-continue]');
  const other = find<HTMLAnchorElement>('[data-first]');
  const place = next.kind === 'module' ? `[data-module="${next.module}"]` : next.kind === 'certificate' ? '[data-certificate]' : `[data-quiz="${next.kind}"]`;
  if (main) {
    main.href = find(`${place} a`)?.getAttribute('href') ?? main.href;
    main.textContent = t(next.kind === 'certificate' ? 'course.toCertificate' : 'course.goOn');
  }
  if (other) {
    other.href = find('[data-job-aid]')?.getAttribute('href') ?? other.href;
    other.textContent = t('jobAid.title');
  }
}
