/** The home page: go on with a course, see what is done, choose a country, put Farol on the home screen. */
import { openLearner } from '../browser/learner.ts';
import { keepPages } from '../browser/offline/keep-pages.ts';
import { choose, deviceChoices } from '../browser/storage/device-choices.ts';
import { dateAt } from '../core/certificate/calendar-date.ts';
import { certificateInForce, certificateState } from '../core/certificate/certificate.ts';
import { proposeLocale } from '../core/locale/locales.ts';
import type { Versions } from '../core/progress/completion.ts';
import { foldProfile, type ProfileProgress } from '../core/progress/fold.ts';
import { isBegun, nextStep } from '../core/progress/next-step.ts';
import { longDate } from './Course/long-date.ts';
import { base, button, data, find, findAll, locale, t } from './page.ts';
import { pointToCountry, startShell, tellStorage } from './Shell/shell.ts';

interface Course { id: string; modules: string[] }
const courses = JSON.parse(data['courses'] ?? '[]') as Course[];
const modules = JSON.parse(data['modules'] ?? '{}') as Record<string, { title: string; versions: Versions }>;

/** The last day of a certificate that still counts; empty for none. */
function certifiedUntil({ id }: Course, progress: ProfileProgress): string {
  const now = new Date();
  const inForce = certificateInForce(progress.courses[id]?.certificates ?? []);
  return inForce && certificateState(inForce.validUntil, dateAt(now.toISOString(), now.getTimezoneOffset())) !== 'expired' ? inForce.validUntil : '';
}

function showProgress(progress: ProfileProgress): void {
  for (const course of courses) {
    const place = find(`[data-role="${course.id}"] [data-state]`);
    const until = certifiedUntil(course, progress);
    const done = course.modules.filter((id) => ['done', 'skipped'].includes(progress.modules[id]?.state ?? 'new')).length;
    // Modules are shared: what was done in another course counts, but does not make this one begun before it was opened.
    const opened = progress.courses[course.id]?.opened || course.id === deviceChoices().course;
    if (place && until) place.textContent = t('home.certified', { date: longDate(until) });
    else if (place && opened && done > 0) place.textContent = t('home.progress', { done, total: course.modules.length });
  }
  const current = courses.find(({ id }) => id === deviceChoices().course);
  if (current && isBegun(current, progress) && !certifiedUntil(current, progress)) showContinue(current, progress);
}

function showContinue(course: Course, progress: ProfileProgress): void {
  const card = find<HTMLAnchorElement>('[data-continue]');
  const words = find('[data-continue-next]');
  const next = nextStep(course, progress);
  if (!card || !words) return;
  const part = next.kind === 'module' ? next.module : next.kind;
  card.href = `${base}${locale}/${course.id}/${part}/`;
  words.textContent =
    next.kind === 'module' ? t('home.continueNext', { title: modules[next.module]?.title ?? '' }) : t(next.kind === 'certificate' ? 'home.continueCertificate' : 'home.continueQuiz');
  card.hidden = false;
}

/** A tap chooses; on the country that is chosen already it leads to its numbers, like the link that it is. */
function startCountries(): void {
  const status = find('[data-country-chosen]');
  for (const link of findAll<HTMLAnchorElement>('.where [data-country]')) {
    link.addEventListener('click', (event) => {
      const { country } = link.dataset;
      if (!country || country === deviceChoices().country || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose({ country });
      void keepPages(base, `${locale}/report/${country}/`);
      pointToCountry();
      if (status) status.textContent = t('home.countryChosen', { country: link.textContent ?? '' });
    });
  }
}

/** Chromium only, and only where Farol is not installed yet. */
interface InstallPrompt extends Event { prompt(): Promise<unknown> }

function offerInstalling(): void {
  const place = find('[data-install]');
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    const install = button(t('home.install'), () => {
      install.remove();
      void (event as InstallPrompt).prompt();
    });
    place?.replaceChildren(install);
  });
  addEventListener('appinstalled', () => place?.replaceChildren());
}

/** Whoever came by a link and has chosen no language is offered the one that the browser asks for. */
function offerLanguage(): void {
  const { tag } = proposeLocale(navigator.languages);
  if (!deviceChoices().locale && tag !== locale) find(`[data-offer="${tag}"]`)?.removeAttribute('hidden');
}

startShell();
startCountries();
offerInstalling();
offerLanguage();

void openLearner({ locale }).then((learner) => {
  const versions = Object.fromEntries(Object.entries(modules).map(([id, module]) => [id, module.versions]));
  const show = () => showProgress(foldProfile(learner.events, versions));
  tellStorage(learner.notice, learner.store.durability);
  show();
  learner.onChange(show);
  document.documentElement.dataset['ready'] = 'yes';
});
