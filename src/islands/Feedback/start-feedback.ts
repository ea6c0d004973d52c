/** What a learner thinks of a course: three taps and one sentence, none of them required. Shown once there is a certificate, and until it was given or put away. */
import type { Learner } from '../../browser/learner.ts';
import { foldProfile } from '../../core/progress/fold.ts';
import { opinions, ratingResponse, type Opinion } from '../../core/progress/rating.ts';
import { find, t } from '../page.ts';
import { sayOutcome } from '../Shell/outcome.ts';

/**
 * Brings components/Feedback.astro to life.
 * @param version of the course, for the event
 * @returns shows or hides it by the record as it is then; called again whenever that has changed
 */
export function startFeedback(learner: Learner, course: string, version: number, signal: AbortSignal): () => void {
  const form = find<HTMLFormElement>('[data-feedback]')!;
  const status = find('[data-feedback-status]')!;
  let isPutAway = false;

  const update = (): void => {
    const { certificates = [], rating = null } = foldProfile(learner.events).courses[course] ?? {};
    form.hidden = isPutAway || rating !== null || certificates.length === 0;
  };

  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const given = new FormData(form);
      const text = (name: string): string => String(given.get(name) ?? '');
      const opinion = (name: string): Opinion | null => opinions.find((each) => each === text(name)) ?? null;
      const response = ratingResponse({ useful: Number(text('useful')) || null, clear: opinion('clear'), ready: opinion('ready'), words: text('words') });
      if (response.length === 0) {
        status.textContent = t('feedback.nothing');
        return;
      }
      void learner.record(version, 'rated', `course:${course}`, { response }).then(sayOutcome);
      form.hidden = true;
      status.textContent = t('feedback.thanks');
    },
    { signal },
  );
  find('[data-feedback-skip]')!.addEventListener(
    'click',
    () => {
      isPutAway = true;
      status.textContent = '';
      update();
    },
    { signal },
  );
  update();
  return update;
}
