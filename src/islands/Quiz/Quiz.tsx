/** One run through a quiz: begin or go on, a question at a time, then what came of it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Learner } from '../../browser/learner.ts';
import { exclusively } from '../../browser/storage/exclusively.ts';
import { newId, newSeed } from '../../browser/storage/new-id.ts';
import { readDraft, writeDraft } from '../../browser/storage/drafts.ts';
import type { AttemptPurpose, Event } from '../../core/progress/events.ts';
import { foldProfile, type CourseProgress } from '../../core/progress/fold.ts';
import { answerQuestion, attemptStanding, finishAttempt, foldAttempts, openAttempt, startAttempt, type Attempt } from '../../core/quiz/attempt.ts';
import { drawQuestions, drawRefresher, type PoolQuestion } from '../../core/quiz/draw.ts';
import { judge, type ScoredKey } from '../../core/quiz/judge.ts';
import { answerOrder, optionOrder } from '../../core/quiz/shuffle.ts';
import { enlivenQuestion, type LiveQuestion } from '../Question/question.ts';
import { sayOutcome } from '../Shell/outcome.ts';

/** A question of the pool: the server's own form, taken out of the page and shown when it is its turn. */
export interface PoolItem { ref: PoolQuestion['ref']; element: HTMLElement; key: ScoredKey; topic: string; passage: string }

export interface Props {
  learner: Learner;
  course: { id: string; version: number; passMark: number; moduleVersions: Record<string, number>; home: string; first: string; certificate: string };
  purpose: AttemptPurpose;
  size: number;
  pool: readonly PoolItem[];
  t: (key: string, values?: Record<string, string | number>) => string;
  /** What a view of the same quiz in another language goes on with. */
  kept: { reading: string | null; shown: string | null };
  /** Ends with the view. */
  signal: AbortSignal;
  /** Tells the page whether a reload would interrupt. */
  onBusy: (busy: boolean) => void;
}

export function Quiz({ learner, course, purpose, size, pool, t, kept, signal, onBusy }: Props) {
  const [events, setEvents] = useState<readonly Event[]>(learner.events);
  // The question just answered stays, with its feedback, until "Next".
  const [reading, setReading] = useState(kept.reading);
  const [shown, setShown] = useState(kept.shown);
  Object.assign(kept, { reading, shown });
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => learner.onChange(() => setEvents(learner.events), signal), []);

  const known = (ref: string) => pool.some((item) => item.ref === ref);
  const attempts = foldAttempts(events);
  const running = openAttempt(attempts, course.id, purpose);
  const attempt = running ?? attempts.find(({ id }) => id === shown) ?? null;
  const standing = attempt && attemptStanding(attempt, course.passMark, known);
  useEffect(() => onBusy(!!running), [!!running]);

  const add = async (event: Event) => {
    const storing = learner.add(event);
    setEvents(learner.events);
    sayOutcome(await storing);
  };
  // The place of the reader moves in the same moment as the question changes: a key pressed right after it must find the new one.
  const moving = useRef(false);
  useLayoutEffect(() => {
    if (!moving.current || !top.current) return;
    moving.current = false;
    top.current.focus();
  });

  const begin = () =>
    exclusively(`attempt:${course.id}:${purpose}`, async () => {
      const stored = await learner.store.read(learner.profile.id);
      const already = openAttempt(foldAttempts(stored), course.id, purpose);
      if (already) {
        learner.events = stored;
        setEvents(stored);
        return;
      }
      const stamp = learner.stamp(course.version);
      const seed = newSeed();
      const questions: PoolQuestion[] = pool.map(({ ref }) => ({ module: ref.split('/')[0]!, ref }));
      const seen = attempts.filter((earlier) => earlier.course === course.id).slice(-2).flatMap((earlier) => earlier.draw);
      const draw = purpose === 'refresher' ? drawRefresher(questions, learner.events, size, stamp.at, seed) : drawQuestions({ pool: questions, size, seed, avoid: seen });
      setShown(null);
      moving.current = true;
      await add(startAttempt(stamp, course.id, { id: newId(), purpose, seed, draw }));
    });

  const answer = async (running: Attempt, { ref, key }: PoolItem, response: readonly string[]) => {
    const module = ref.split('/')[0]!;
    writeDraft(learner.profile.id, `${running.id}:${ref}`, []);
    if (purpose === 'before') moving.current = true;
    else setReading(ref);
    await add(answerQuestion({ ...learner.stamp(course.moduleVersions[module] ?? 1) }, running, ref, response, judge(key, response)));
    if (purpose === 'before') await endIfDone(running);
  };
  const proceed = async (running: Attempt) => {
    moving.current = true;
    setReading(null);
    await endIfDone(running);
  };
  const endIfDone = async (running: Attempt) => {
    const now = foldAttempts(learner.events).find(({ id }) => id === running.id) ?? running;
    if (attemptStanding(now, course.passMark, known).current) return;
    moving.current = true;
    setShown(running.id);
    await add(finishAttempt(learner.stamp(course.version), now, course.passMark, known));
  };

  if (attempt && standing && (running || reading)) {
    const ref = reading ?? standing.current;
    const item = pool.find((candidate) => candidate.ref === ref);
    if (!ref || !item) {
      // Answered to the last in another tab, or the rest was retired: only the end is left to write.
      return <p class="buttons"><button class="button main" type="button" onClick={() => proceed(attempt)}>{t('quiz.finish')}</button></p>;
    }
    const place = attempt.draw.indexOf(item.ref) + 1;
    const given = attempt.answers[ref];
    return (
      <div class="run">
        <h2 tabIndex={-1} ref={top} class="place">{t('quiz.place', { n: place, total: standing.size })}</h2>
        <progress max={standing.size} value={standing.answered} aria-hidden="true" />
        <Asked
          key={attempt.id + ref}
          item={item}
          seed={attempt.seed}
          silent={purpose === 'before'}
          response={given?.response}
          draftKey={[learner.profile.id, `${attempt.id}:${ref}`]}
          onAnswer={(response) => void answer(attempt, item, response)}
        />
        {reading && (
          <p class="buttons">
            <button class="button main" type="button" data-testid="next" onClick={() => proceed(attempt)}>{t(standing.current ? 'quiz.next' : 'quiz.finish')}</button>
            {!given?.success && <a class="button" href={item.passage}>{t('quiz.passage')}</a>}
          </p>
        )}
      </div>
    );
  }

  const progress = foldProfile(events).courses[course.id];
  return (
    <div class="flow">
      {attempt?.end && <Result attempt={attempt} progress={progress} {...{ course, purpose, pool, t, top }} />}
      {!attempt && purpose === 'quiz' && progress?.best != null && <p>{t(progress.passed ? 'quiz.passedBefore' : 'quiz.triedBefore', { n: progress.best })}</p>}
      {!(attempt && purpose === 'before') && (
        <p class="buttons">
          <button class={`button ${attempt?.end?.passed ? '' : 'main'}`} type="button" data-testid="start" onClick={begin}>{t(attempt || (purpose === 'quiz' && progress?.best != null) ? 'quiz.again' : 'quiz.start')}</button>
        </p>
      )}
    </div>
  );
}

interface AskedProps { item: PoolItem; seed: number; silent: boolean; response: readonly string[] | undefined; draftKey: [string, string]; onAnswer: (response: readonly string[]) => void }

/** Holds the server's form of one question for as long as it is asked. */
function Asked({ item: { ref, element, key }, seed, silent, response, draftKey, onAnswer }: AskedProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<LiveQuestion | undefined>(undefined);
  const latest = useRef(onAnswer);
  latest.current = onAnswer;
  useLayoutEffect(() => {
    const form = element.cloneNode(true) as HTMLElement;
    live.current = enlivenQuestion(form, {
      judge: (given) => judge(key, given),
      onAnswer: (answered) => latest.current(answered.response),
      onDraft: (draft) => writeDraft(...draftKey, draft),
      final: true,
      silent,
    });
    live.current.arrange(optionOrder(key, seed, ref), key.kind === 'match' ? answerOrder(key, seed, ref) : []);
    live.current.restore(response && { response, judgement: judge(key, response) }, readDraft(...draftKey));
    host.current?.replaceChildren(form);
  }, []);
  return <div ref={host} data-testid="question" />;
}

type ResultProps = Pick<Props, 'course' | 'purpose' | 'pool' | 't'> & { attempt: Attempt; progress: CourseProgress | undefined; top: preact.RefObject<HTMLHeadingElement> };

function Result({ attempt, progress, course, purpose, pool, t, top }: ResultProps) {
  const { percent, passed } = attempt.end!;
  const right = attempt.draw.filter((ref) => attempt.answers[ref]?.success).length;
  const missed = pool.filter(({ ref }) => attempt.draw.includes(ref) && !attempt.answers[ref]?.success);
  if (purpose === 'before') {
    return (
      <section class="result flow">
        <h2 tabIndex={-1} ref={top}>{t('before.done', { n: right, total: attempt.draw.length })}</h2>
        <p>{t('before.after')}</p>
        <p class="buttons"><a class="button main" href={course.first} data-testid="next">{t('before.go')}</a></p>
      </section>
    );
  }
  return (
    <section class={`result flow ${passed ? 'passed' : ''}`} data-testid="result">
      <h2 tabIndex={-1} ref={top}>{t(passed ? 'quiz.passed' : 'quiz.notPassed', { n: percent, mark: course.passMark })}</h2>
      {purpose === 'quiz' && progress?.before != null && (
        <div class="growth">
          <p>{t('quiz.growth')}</p>
          <p class="bars"><span><progress max={100} value={progress.before} aria-hidden="true" />{t('quiz.beforeWas', { n: progress.before })}</span><span><progress max={100} value={percent} aria-hidden="true" />{t('quiz.nowIs', { n: percent })}</span></p>
        </div>
      )}
      {missed.length > 0 && (
        <>
          <p>{t('quiz.readAgain')}</p>
          <ul>{missed.map(({ ref, passage, topic }) => <li key={ref}><a href={passage}>{topic}</a></li>)}</ul>
        </>
      )}
      {passed && course.certificate && <p class="buttons"><a class="button main" href={course.certificate} data-testid="certificate">{t('quiz.toCertificate')}</a></p>}
      {!passed && <p>{t('quiz.encourage')}</p>}
    </section>
  );
}
