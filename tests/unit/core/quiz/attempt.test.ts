import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionRef } from '../../../../src/core/course/ids.ts';
import type { Event } from '../../../../src/core/progress/events.ts';
import type { Stamp } from '../../../../src/core/progress/make-event.ts';
import {
  answerQuestion,
  attemptReducer,
  attemptStanding,
  finishAttempt,
  foldAttempts,
  openAttempt,
  startAttempt,
  type Attempt,
} from '../../../../src/core/quiz/attempt.ts';
import { makeSeed } from '../../../../src/core/quiz/shuffle.ts';

let count = 0;
const stamp = (minute: number): Stamp => ({
  id: `event-${String(++count).padStart(4, '0')}`,
  profile: 'p',
  at: `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`,
  contentVersion: 2,
  context: { locale: 'th', country: 'TH' },
});
const draw: QuestionRef[] = ['signs/one', 'signs/two', 'duty/three'];
const plan = { id: 'attempt-1', purpose: 'quiz', seed: makeSeed(7), draw } as const;
const judged = (score: number) => ({ score, success: score === 1, perOption: {} });

function run(scores: readonly number[], begun: Parameters<typeof startAttempt>[2] = plan, passMark = 80, from = 0): Event[] {
  const events = [startAttempt(stamp(from), 'drivers', begun)];
  scores.forEach((score, index) => {
    const attempt = foldAttempts(events)[0]!;
    events.push(answerQuestion(stamp(from + 1 + index), attempt, attempt.draw[index]!, ['a'], judged(score)));
  });
  const attempt = foldAttempts(events)[0]!;
  return scores.length < begun.draw.length ? events : [...events, finishAttempt(stamp(from + 9), attempt, passMark)];
}
const folded = (events: readonly Event[]): Attempt => foldAttempts(events)[0]!;

describe('attemptReducer', () => {
  it('begins with the start, and goes on where the answers end', () => {
    const attempt = folded(run([1]));
    expect(attempt).toMatchObject({ id: 'attempt-1', course: 'drivers', purpose: 'quiz', seed: plan.seed, draw, end: null });
    expect(attemptStanding(attempt, 80)).toEqual({ size: 3, answered: 1, current: 'signs/two', percent: 33, passed: false, finished: false });
  });

  it('resumes at the same place after a reload at any moment', () => {
    const events = run([1, 0, 1]);
    let live: Attempt | null = null;
    events.forEach((event, index) => {
      live = attemptReducer(live, event);
      expect(live).toEqual(folded(events.slice(0, index + 1)));
    });
  });

  it('is whole without its first event, since each event carries the draw', () => {
    const events = run([1, 1, 1]);
    expect(folded(events.slice(1))).toEqual({ ...folded(events), startedAt: events[1]!.at });
  });

  it('keeps the earlier of two answers to one question', () => {
    const events = run([0]);
    const attempt = folded(events);
    const second = answerQuestion(stamp(30), attempt, 'signs/one', ['b'], judged(1));
    expect(folded([second, ...events]).answers['signs/one']?.score).toBe(0);
    expect(attemptReducer(attemptReducer(null, second), events[1]!)?.answers['signs/one']?.score).toBe(0);
  });

  it('keeps the earlier of two ends, whichever is heard of first', () => {
    const events = run([1, 1, 1]);
    const later: Event = { ...events.at(-1)!, id: 'later', at: '2026-11-22T11:00:00.000Z', result: { score: 0, success: false } };
    const live = [...events.slice(0, -1), later, events.at(-1)!].reduce<Attempt | null>(attemptReducer, null);
    expect(live).toEqual(folded([...events, later]));
    expect(live?.end).toMatchObject({ percent: 100, passed: true });
  });

  it('passes over events of other attempts, and of none', () => {
    const attempt = folded(run([1]));
    const other = startAttempt(stamp(20), 'drivers', { ...plan, id: 'attempt-2' });
    const { attempt: _attempt, ...context } = other.context;
    expect(attemptReducer(attempt, other)).toBe(attempt);
    expect(attemptReducer(attempt, { ...other, context })).toBe(attempt);
    expect(attemptReducer(null, { ...other, verb: 'opened' })).toBeNull();
  });

  it('folds any order and any repetition of the events to the same attempts', () => {
    const events = [...run([1, 0.5, 1]), ...run([1, 1], { ...plan, id: 'attempt-2' }, 80, 20)];
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }), (mixed) => {
        expect(foldAttempts(mixed)).toEqual(foldAttempts(events));
      }),
    );
  });
});

describe('attemptStanding', () => {
  it('rounds down, so that no percent looks passed that is not', () => {
    const sevenOfNine = { ...plan, draw: Array.from({ length: 9 }, (_, index) => `signs/q${index}` as QuestionRef) };
    const attempt = folded(run([1, 1, 1, 1, 1, 1, 1, 0, 0], sevenOfNine, 78));
    expect(attemptStanding(attempt, 78)).toMatchObject({ percent: 77, passed: false, finished: true });
  });

  it('passes at the pass mark itself', () => {
    const five = { ...plan, draw: Array.from({ length: 5 }, (_, index) => `signs/q${index}` as QuestionRef) };
    expect(attemptStanding(folded(run([1, 1, 1, 1, 0], five)), 80)).toMatchObject({ percent: 80, passed: true });
  });

  it('counts partial credit that adds up to the pass mark in spite of binary fractions', () => {
    const three = folded(run([0.7, 0.7, 0.7], plan, 70));
    expect(attemptStanding(three, 70)).toMatchObject({ percent: 70, passed: true });
  });

  it('neither asks nor counts a question that was removed meanwhile', () => {
    const attempt = folded(run([1, 1]));
    expect(attemptStanding(attempt, 80, (ref) => ref !== 'duty/three')).toEqual({ size: 2, answered: 2, current: null, percent: 100, passed: true, finished: false });
    expect(attemptStanding(attempt, 80, () => false)).toMatchObject({ size: 2, answered: 2 });
  });

  it('passes nobody on an attempt whose questions are all gone', () => {
    const attempt = folded(run([]));
    expect(attemptStanding(attempt, 1, () => false)).toMatchObject({ size: 0, current: null, percent: 0, passed: false });
  });

  it('keeps the judgement of a finished attempt when the pass mark is raised', () => {
    const attempt = folded(run([1, 1, 0.5], plan, 80));
    expect(attemptStanding(attempt, 95)).toMatchObject({ percent: 83, passed: true, finished: true });
  });

  it('brings scores of an edited file back between 0 and 100', () => {
    const events = run([1, 1, 1]);
    const finish = events.at(-1)!;
    const wild = (score: number) => folded([...events.slice(0, -1), { ...finish, result: { ...finish.result, score } }]).end?.percent;
    expect([wild(40), wild(-3), wild(NaN)]).toEqual([100, 0, 0]);
  });
});

describe('finishAttempt', () => {
  it('names the questions that were not fully right, in the order asked', () => {
    expect(run([0.5, 1, 0]).at(-1)).toMatchObject({
      verb: 'finished',
      object: 'quiz:drivers',
      result: { response: ['signs/one', 'duty/three'], score: 0.5, success: false },
      context: { locale: 'th', country: 'TH', course: 'drivers', attempt: plan },
    });
  });

  it('judges by the questions that the course still has', () => {
    const attempt = folded(run([1, 1]));
    expect(finishAttempt(stamp(9), attempt, 80, (ref) => ref !== 'duty/three').result).toEqual({ response: [], score: 1, success: true });
  });
});

describe('openAttempt', () => {
  it('gives the last attempt of that purpose as long as it is not finished', () => {
    const first = run([1, 1, 1]);
    const second = run([1], { ...plan, id: 'attempt-2' }, 80, 20);
    expect(openAttempt(foldAttempts([...first, ...second]), 'drivers', 'quiz')?.id).toBe('attempt-2');
    expect(openAttempt(foldAttempts(first), 'drivers', 'quiz')).toBeNull();
    expect(openAttempt(foldAttempts(second), 'drivers', 'before')).toBeNull();
    expect(openAttempt(foldAttempts(second), 'guides', 'quiz')).toBeNull();
  });

  it('does not go back to an attempt that was left for a later one', () => {
    const left = run([1]);
    const later = run([1, 1, 1], { ...plan, id: 'attempt-2' }, 80, 20);
    expect(openAttempt(foldAttempts([...left, ...later]), 'drivers', 'quiz')).toBeNull();
  });
});
