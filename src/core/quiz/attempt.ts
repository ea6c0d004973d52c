/** One run through a quiz, as a fold of its events. A reload, another tab or another language folds the same events and goes on at the same place. */
import type { QuestionRef } from '../course/ids.ts';
import type { AttemptPurpose, Event } from '../progress/events.ts';
import { inOrder } from '../progress/event-order.ts';
import { makeEvent, type Stamp } from '../progress/make-event.ts';
import { parseObject } from '../progress/object-name.ts';
import type { Judgement } from './judge.ts';

export interface AttemptAnswer {
  response: readonly string[];
  /** 0 to 1, as it was judged when it was given. */
  score: number;
  success: boolean;
  at: string;
}

export interface Attempt {
  id: string;
  course: string;
  purpose: AttemptPurpose;
  /** For `optionOrder` and `answerOrder`. */
  seed: number;
  draw: readonly QuestionRef[];
  startedAt: string;
  /** By `module/question`. */
  answers: Readonly<Record<string, AttemptAnswer>>;
  /** Null until the attempt is finished. */
  end: { at: string; percent: number; passed: boolean } | null;
}

export interface AttemptStanding {
  /** Questions that count: drawn, and either answered or still in the course. */
  size: number;
  answered: number;
  /** The question to ask; null when each has its answer, which is when `finishAttempt` is due. */
  current: QuestionRef | null;
  /** 0 to 100, rounded down, so that a number that reaches the pass mark has passed. */
  percent: number;
  passed: boolean;
  finished: boolean;
}

/**
 * Adds one event to an attempt. Events of other attempts, and events that are none of an attempt, change nothing.
 * With `null` the first event of an attempt begins it: `answered` too, since each event of an attempt carries its draw.
 * A question has one answer per attempt: of two (two tabs), the earlier stands.
 */
export function attemptReducer(attempt: Attempt | null, event: Event): Attempt | null {
  const drawn = event.context.attempt;
  const object = parseObject(event.object);
  const course = object?.kind === 'quiz' ? object.of : event.context.course;
  if (!drawn || !object || !course || (attempt && attempt.id !== drawn.id)) return attempt;
  if (event.verb !== 'started' && event.verb !== 'answered' && event.verb !== 'finished') return attempt;

  const before: Attempt = attempt ?? {
    id: drawn.id,
    course,
    purpose: drawn.purpose,
    seed: drawn.seed,
    draw: drawn.draw as readonly QuestionRef[],
    startedAt: event.at,
    answers: {},
    end: null,
  };
  const next = event.at < before.startedAt ? { ...before, startedAt: event.at } : before;

  if (event.verb === 'answered') {
    const ref = `${object.of}/${object.part}`;
    const held = Object.hasOwn(next.answers, ref) ? next.answers[ref] : undefined;
    if (object.kind !== 'question' || (held && held.at <= event.at)) return next;
    const { response = [], score = 0, success = false } = event.result ?? {};
    return { ...next, answers: { ...next.answers, [ref]: { response, score: fraction(score), success, at: event.at } } };
  }
  if (event.verb === 'finished' && (!next.end || event.at < next.end.at)) {
    return { ...next, end: { at: event.at, percent: percent(fraction(event.result?.score ?? 0)), passed: event.result?.success === true } };
  }
  return next;
}

/** Every attempt in the events, the one begun first in front. */
export function foldAttempts(events: readonly Event[]): Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const event of inOrder(events)) {
    const id = event.context.attempt?.id;
    const attempt = id === undefined ? null : attemptReducer(attempts.get(id) ?? null, event);
    if (attempt) attempts.set(attempt.id, attempt);
  }
  return [...attempts.values()];
}

/** The attempt to go on with: the last one begun for this course and purpose, if it is not finished; else null. */
export function openAttempt(attempts: readonly Attempt[], course: string, purpose: AttemptPurpose): Attempt | null {
  const last = attempts.filter((attempt) => attempt.course === course && attempt.purpose === purpose).pop();
  return last && !last.end ? last : null;
}

/**
 * Where an attempt stands. `isKnown` tells whether the course still has a question: one that was removed while the attempt was under way
 * is neither asked nor counted, unless it has been answered. A finished attempt stands as it was judged then.
 */
export function attemptStanding(attempt: Attempt, passMark: number, isKnown: (ref: QuestionRef) => boolean = () => true): AttemptStanding {
  const { answers, end } = attempt;
  const counted = attempt.draw.filter((ref) => Object.hasOwn(answers, ref) || isKnown(ref));
  const open = counted.filter((ref) => !Object.hasOwn(answers, ref));
  const reached = end ? end.percent : percent(scoreOf(attempt, counted));
  return {
    size: counted.length,
    answered: counted.length - open.length,
    current: open[0] ?? null,
    percent: reached,
    passed: end ? end.passed : reached >= passMark,
    finished: end !== null,
  };
}

/** The event that begins an attempt. The stamp carries the version of the course. */
export function startAttempt(
  stamp: Stamp,
  course: string,
  attempt: { id: string; purpose: AttemptPurpose; seed: number; draw: readonly QuestionRef[] },
): Event {
  const { id, purpose, seed, draw } = attempt;
  return makeEvent(stamp, 'started', `quiz:${course}`, undefined, { course, attempt: { id, purpose, seed, draw } });
}

/** The event of one answer in an attempt. The stamp carries the version of the question's module. */
export function answerQuestion(stamp: Stamp, attempt: Attempt, ref: QuestionRef, response: readonly string[], judgement: Judgement): Event {
  const { score, success } = judgement;
  return makeEvent(stamp, 'answered', `question:${ref}`, { response, score, success }, contextOf(attempt));
}

/** The event that ends an attempt; its response names the questions that were not fully right, in the order asked. */
export function finishAttempt(stamp: Stamp, attempt: Attempt, passMark: number, isKnown?: (ref: QuestionRef) => boolean): Event {
  const counted = attempt.draw.filter((ref) => Object.hasOwn(attempt.answers, ref) || !isKnown || isKnown(ref));
  const response = counted.filter((ref) => !attempt.answers[ref]?.success);
  const success = attemptStanding({ ...attempt, end: null }, passMark, isKnown).passed;
  return makeEvent(stamp, 'finished', `quiz:${attempt.course}`, { response, score: scoreOf(attempt, counted), success }, contextOf(attempt));
}

function contextOf({ id, purpose, seed, draw, course }: Attempt) {
  return { course, attempt: { id, purpose, seed, draw } };
}

function scoreOf(attempt: Attempt, counted: readonly QuestionRef[]): number {
  const sum = counted.reduce((total, ref) => total + (Object.hasOwn(attempt.answers, ref) ? attempt.answers[ref]!.score : 0), 0);
  return counted.length === 0 ? 0 : sum / counted.length;
}

/** A stored number may come from a file that was edited: outside 0 to 1 it is brought back, and no number counts as 0. */
function fraction(score: number): number {
  return score >= 0 ? Math.min(1, score) : 0;
}

// 0.8 may be stored as 0.7999999999999999 after a division; that is still 80.
function percent(score: number): number {
  return Math.floor(score * 100 + 1e-9);
}
