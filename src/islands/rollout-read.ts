/** The page of a partner: that it was read is kept like a module that was done. */
import { openLearner } from '../browser/learner.ts';
import { foldModules } from '../core/progress/fold-modules.ts';
import { data, find, locale, ready, t } from './page.ts';
import { sayOutcome } from './Shell/outcome.ts';
import { startShell, tellStorage } from './Shell/shell.ts';

const { module = '' } = data;
const button = find<HTMLButtonElement>('[data-read]')!;

startShell();
void openLearner({ locale, module }).then((learner) => {
  tellStorage(learner.notice, learner.store.durability);
  const show = (): void => {
    const isRead = (foldModules(learner.events)[module]?.completed ?? 0) > 0;
    button.hidden = isRead;
    find('[data-to-quiz]')!.classList.toggle('main', isRead);
    find('[data-read-done]')!.textContent = isRead ? t('rollout.isRead') : '';
  };
  show();
  learner.onChange(show);
  button.addEventListener('click', () => {
    void learner.record(1, 'completed', `module:${module}`).then(sayOutcome);
    show();
    find('[data-to-quiz]')!.focus();
  });
  ready();
});
