/** The test before, the final quiz and the refresher: one page kind, one script. */
import { render } from 'preact';
import { countActiveTime } from '../browser/active-time.ts';
import { openLearner } from '../browser/learner.ts';
import type { AttemptPurpose } from '../core/progress/events.ts';
import { data, find, findAll, locale, t } from './page.ts';
import { keyOf } from './Question/question.ts';
import { Quiz, type PoolItem } from './Quiz/Quiz.tsx';
import { startShell, tellStorage } from './Shell/shell.ts';

let busy = false;
const { course = '', purpose = 'quiz' } = data;
const version = Number(data['version']);
const pool = findAll('#pool [data-question]').flatMap((element): PoolItem[] => {
  const { question = '', topic = '', passage = '' } = element.dataset;
  const key = keyOf(element);
  return key ? [{ ref: question as PoolItem['ref'], element, key, topic, passage }] : [];
});

startShell(() => busy);
find('#pool')?.remove();

void openLearner({ locale, course }).then((learner) => {
  tellStorage(learner.notice, learner.store.durability);
  const place = find('#quiz');
  if (!place) return;
  render(
    <Quiz
      learner={learner}
      course={{
        id: course,
        version,
        passMark: Number(data['mark']),
        moduleVersions: JSON.parse(data['versions'] ?? '{}'),
        home: data['home'] ?? '',
        first: data['first'] ?? '',
        certificate: data['certificate'] ?? '',
      }}
      purpose={purpose as AttemptPurpose}
      size={Number(data['size'])}
      pool={pool}
      t={t}
      onBusy={(now) => {
        busy = now;
        // The introduction and the way around the test make room for the question.
        document.body.toggleAttribute('data-running', now);
        if (now) find('[data-skip]')?.remove();
      }}
    />,
    place,
  );
  countActiveTime((seconds) => void learner.record(version, 'stayed', `quiz:${course}`, { duration: seconds }));
  document.documentElement.dataset['ready'] = 'yes';
});
