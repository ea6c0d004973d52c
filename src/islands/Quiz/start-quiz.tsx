/** The test before, the final quiz and the refresher, over the pool of questions that stands in the page. */
import { render } from 'preact';
import { countActiveTime } from '../../browser/active-time.ts';
import type { Learner } from '../../browser/learner.ts';
import type { AttemptPurpose } from '../../core/progress/events.ts';
import { data, find, findAll, t } from '../page.ts';
import { keyOf } from '../Question/question.ts';
import { Quiz, type PoolItem, type Props } from './Quiz.tsx';

const keptOf = new Map<string, Props['kept']>();

/** @param onBusy is told whether a reload would interrupt */
export async function startQuiz(opening: Promise<Learner>, signal: AbortSignal, onBusy: (busy: boolean) => void): Promise<void> {
  const { course = '', purpose = 'quiz' } = data;
  const version = Number(data['version']);
  const place = find('#quiz')!;
  const pool = findAll('#pool [data-question]').flatMap((element): PoolItem[] => {
    const { question = '', topic = '', passage = '' } = element.dataset;
    const key = keyOf(element);
    return key ? [{ ref: question as PoolItem['ref'], element, key, topic, passage }] : [];
  });
  find('#pool')?.remove();

  const learner = await opening;
  if (signal.aborted) return;
  const kept = keptOf.get(purpose) ?? { reading: null, shown: null };
  keptOf.set(purpose, kept);
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
      kept={kept}
      signal={signal}
      onBusy={(now) => {
        onBusy(now);
        // The introduction and the way around the test make room for the question.
        document.body.toggleAttribute('data-running', now);
        if (now) find('[data-skip]')?.remove();
      }}
    />,
    place,
  );
  signal.addEventListener('abort', () => {
    render(null, place);
    onBusy(false);
    document.body.removeAttribute('data-running');
  });
  countActiveTime((seconds) => void learner.record(version, 'stayed', `quiz:${course}`, { duration: seconds }), signal);
}
