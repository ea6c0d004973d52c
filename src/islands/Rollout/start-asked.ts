/** What the learner's rollout asks before the certificate of a course: shown beside the name, and confirmed with it. */
import { joinedTerms } from '../../browser/rollout.ts';
import type { Learner } from '../../browser/learner.ts';
import { courseSeconds } from '../../core/progress/course-readiness.ts';
import type { ProfileProgress } from '../../core/progress/fold.ts';
import { askedBefore, ownPageModule, textIn, type Asked, type Terms } from '../../core/rollout/terms.ts';
import { base, find, locale, plain, plural, t } from '../page.ts';
import { sayOutcome } from '../Shell/outcome.ts';

export interface AskedHere {
  /** Months that a certificate counts, where the rollout says so. */
  validMonths: number | undefined;
  /** Shows what is asked, and what of it is done. */
  show(progress: ProfileProgress): void;
  /** Whether a certificate may be made; says what is missing if not, and keeps the confirmation if so. */
  allow(progress: ProfileProgress): Promise<boolean>;
}

/** Brings components/rollout/Asked.astro to life. Outside of a rollout, and for a course that is no part of it, everything is allowed. */
export function startAsked(learner: Learner, course: { id: string; version: number; modules: string[] }, terms: Terms | null = joinedTerms()): AskedHere {
  const place = find('[data-asked]');
  if (!terms?.courses.includes(course.id) || !place) return { validMonths: undefined, show: () => {}, allow: () => Promise.resolve(true) };

  const sentence = terms.attestation ? textIn(terms.attestation, locale) : null;
  const box = find<HTMLInputElement>('[data-attest]')!;
  const status = find('[data-asked-status]')!;

  const standing = (progress: ProfileProgress) => ({
    percent: progress.courses[course.id]?.best ?? 0,
    seconds: courseSeconds(course, progress),
    hasReadOwnPage: (progress.modules[ownPageModule(terms.rollout)]?.completed ?? 0) > 0,
  });
  const asked = (progress: ProfileProgress): Asked[] => askedBefore(course.id, terms, standing(progress));

  const words = (what: Asked['what'], progress: ProfileProgress): Node[] => {
    if (what === 'score') return [plain('span', '', t('asked.score', { mark: terms.passMark, best: standing(progress).percent }))];
    if (what === 'minutes') return [plain('span', '', plural('asked.minutes', terms.activeMinutes ?? 0, { done: Math.floor(standing(progress).seconds / 60) }))];
    const link = plain('a', '', textIn(terms.ownPage ?? {}, locale)?.text ?? '');
    link.href = `${base}${locale}/rollouts/${terms.rollout}/read/`;
    return [plain('span', '', `${t('asked.own-page')} `), link];
  };

  return {
    validMonths: terms.validMonths,
    show(progress) {
      place.hidden = false;
      find('[data-asked-title]')!.textContent = t('asked.title', { partner: terms.partner });
      const why = terms.asks ? textIn(terms.asks, locale) : null;
      const reason = find('[data-asked-why]')!;
      reason.textContent = why?.text ?? '';
      reason.lang = why?.locale ?? locale;
      const items = asked(progress).map(({ what, isMet }) => {
        const item = plain('li', isMet ? 'is-met' : '');
        item.append(plain('b', '', t(isMet ? 'asked.met' : 'asked.open')), ' ', ...words(what, progress));
        return item;
      });
      find('[data-asked-list]')!.replaceChildren(...items);
      const label = find('[data-attest-text]')!;
      label.textContent = sentence?.text ?? '';
      label.lang = sentence?.locale ?? locale;
      find('[data-attest-part]')!.hidden = !sentence;
      box.checked ||= sentence !== null && progress.courses[course.id]?.attested?.text === sentence.text;
    },
    async allow(progress) {
      const isOpen = asked(progress).some(({ isMet }) => !isMet);
      const isUnconfirmed = sentence !== null && !box.checked;
      status.textContent = isOpen ? t('asked.notYet') : isUnconfirmed ? t('asked.confirm') : '';
      if (isOpen || isUnconfirmed) {
        (isOpen ? place : box).focus();
        return false;
      }
      if (sentence && progress.courses[course.id]?.attested?.text !== sentence.text) sayOutcome(await learner.record(course.version, 'attested', `course:${course.id}`, { response: [sentence.text] }));
      return true;
    },
  };
}
