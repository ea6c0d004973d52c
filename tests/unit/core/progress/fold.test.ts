import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventFormat, type Context, type Event, type ObjectName, type Result, type Verb } from '../../../../src/core/progress/events.ts';
import { isEvent } from '../../../../src/core/progress/event-shape.ts';
import { foldModules } from '../../../../src/core/progress/fold-modules.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';
import stored from '../../../fixtures/stored-progress/v1.json' with { type: 'json' };
import { arbitraryEvents, mixed } from './arbitrary-events.ts';

const learner = stored.events as unknown as Event[];

let count = 0;
function event(verb: Verb, object: ObjectName, result?: Result, more: Partial<Event> & { in?: Partial<Context> } = {}): Event {
  const { in: context, ...rest } = more;
  const minute = String(++count % 60).padStart(2, '0');
  return { id: `e${count}`, profile: 'p', verb, object, ...(result && { result }), context: { locale: 'en', ...context }, at: `2026-11-22T${10 + Math.floor(count / 60)}:${minute}:00.000Z`, contentVersion: 1, ...rest };
}

describe('foldProfile', () => {
  it('tells a stored learner from their events', () => {
    expect(stored.format).toBe(eventFormat);
    expect(learner.every(isEvent)).toBe(true);
    const { name, modules, courses, seconds } = foldProfile(learner);
    expect(name).toBe('สมชาย ใจดี');
    expect(Object.fromEntries(Object.entries(modules).map(([id, { state }]) => [id, state]))).toEqual({ 'what-it-is': 'done', 'driver-signs': 'done', 'case-files': 'skipped' });
    expect(courses['drivers']).toMatchObject({ opened: true, before: 50, best: 100, passed: true, seconds: 410 });
    expect(courses['drivers']?.attempts.map(({ purpose, end }) => [purpose, end?.percent])).toEqual([['before', 50], ['quiz', 50], ['quiz', 100]]);
    expect(courses['drivers']?.certificates).toEqual([
      {
        id: '7Q2M-0XKD-94TZ-BWN1',
        validUntil: '2028-11-03',
        percent: 100,
        name: 'สมชาย ใจดี',
        version: 1,
        seconds: 885,
        locale: 'th',
        rollout: 'bangkok-taxis',
        phase: 'autumn',
        at: '2026-11-02T19:28:05.123Z',
      },
    ]);
    expect(seconds).toBe(280 + 195 + 410);
  });

  it('folds any order and any repetition of the same events to the same state', () => {
    fc.assert(
      fc.property(
        arbitraryEvents.chain((events) => fc.tuple(fc.constant(events), mixed(events))),
        ([events, other]) => {
          expect(foldProfile(other)).toEqual(foldProfile(events));
        },
      ),
    );
  });

  it('folds any part of a list without throwing, and never counts more than it was given', () => {
    fc.assert(
      fc.property(arbitraryEvents, fc.nat(), (events, cut) => {
        const { seconds, courses } = foldProfile(events.slice(0, cut % (events.length + 1)));
        expect(Number.isFinite(seconds)).toBe(true);
        for (const { best, before } of Object.values(courses)) {
          for (const percent of [best, before]) expect(percent === null || (percent >= 0 && percent <= 100 && Number.isInteger(percent))).toBe(true);
        }
      }),
    );
  });

  it('folds every beginning of a real history to a state that only grows', () => {
    let seconds = 0;
    for (let length = 0; length <= learner.length; length++) {
      const state = foldProfile(learner.slice(0, length));
      expect(state.seconds).toBeGreaterThanOrEqual(seconds);
      seconds = state.seconds;
    }
  });

  it('passes over verbs and objects that it does not know', () => {
    const unknown = [event('watched' as Verb, 'module:signs'), event('opened', 'video:lobby' as ObjectName), event('opened', 'module:Not An Id')];
    expect(foldProfile([...learner, ...unknown]).courses).toEqual(foldProfile(learner).courses);
    expect(Object.keys(foldProfile(unknown).modules)).toEqual(['signs']);
    expect(Object.keys(foldProfile(unknown.slice(1)).modules)).toEqual([]);
  });

  it('takes the last name, and an empty one for a guest', () => {
    expect(foldProfile([]).name).toBe('');
    expect(foldProfile([event('named', 'profile', { response: ['Ana'] }), event('named', 'profile', { response: ['Ana Souza'] })]).name).toBe('Ana Souza');
  });

  it('keeps the first test before a course, and the best quiz, also if it is not the last', () => {
    const finished = (purpose: 'before' | 'quiz' | 'refresher', id: string, score: number, success: boolean) =>
      event('finished', 'quiz:drivers', { score, success }, { in: { course: 'drivers', attempt: { id, purpose, seed: 1, draw: [] } } });
    const state = foldProfile([
      finished('before', 'a1', 0.4, false),
      finished('before', 'a2', 0.9, true),
      finished('quiz', 'a3', 0.9, true),
      finished('quiz', 'a4', 0.3, false),
      finished('refresher', 'a5', 1, true),
    ]).courses['drivers'];
    expect(state).toMatchObject({ before: 40, best: 90, passed: true });
  });

  it('does not take a test before, or a refresher, for a passed quiz', () => {
    const finished = (purpose: 'before' | 'refresher') =>
      event('finished', 'quiz:drivers', { score: 1, success: true }, { in: { course: 'drivers', attempt: { id: purpose, purpose, seed: 1, draw: [] } } });
    expect(foldProfile([finished('before'), finished('refresher')]).courses['drivers']).toMatchObject({ best: null, passed: false });
  });

  it('asks for a module again when a material version came after the completion', () => {
    const versions = { 'what-it-is': [{ version: 1, material: false }, { version: 2, material: false }, { version: 3, material: true }] };
    expect(foldProfile(learner, versions).modules['what-it-is']).toMatchObject({ state: 'again', why: [3], completed: 1 });
    expect(foldProfile(learner, { 'what-it-is': versions['what-it-is'].slice(0, 2) }).modules['what-it-is']).toMatchObject({ state: 'done', why: [] });
  });

  it('passes over certificates that could not be printed', () => {
    const certified = (id: string, validUntil: string) => event('certified', 'course:drivers', { score: 2, duration: -5 }, { in: { certificate: { id, validUntil } } });
    const { certificates } = foldProfile([certified('x', '2028-01-01'), certified('7Q2M-0XKD-94TZ-BWN1', '2028-99-01'), certified('7Q2M-0XKD-94TZ-BWN1', '2028-01-01')]).courses['drivers']!;
    expect(certificates).toHaveLength(1);
    expect(certificates[0]).toMatchObject({ percent: 100, seconds: 0, name: '' });
  });
});

describe('foldModules', () => {
  it('keeps the last answer to a question, with the version that was seen', () => {
    const events = [event('answered', 'question:signs/one', { response: ['a'], score: 0 }), event('answered', 'question:signs/one', { response: ['b'], score: 1, success: true }, { contentVersion: 4 })];
    expect(foldModules(events)['signs']?.answers).toEqual({ 'signs/one': { response: ['b'], score: 1, success: true, at: events[1]!.at, version: 4 } });
  });

  it('leaves answers in a quiz out of the lesson', () => {
    const inQuiz = event('answered', 'question:signs/one', { score: 1 }, { in: { attempt: { id: 'a', purpose: 'quiz', seed: 1, draw: ['signs/one'] } } });
    expect(foldModules([inQuiz])).toEqual({});
  });

  it('keeps the path of a story until an ending is reached', () => {
    const chose = (node: string, choice: string) => event('chose', `scenario:signs/${node}`, { response: [choice] });
    const walk = [chose('lobby', 'ask'), chose('desk', 'wait')];
    expect(foldModules(walk)['signs']?.scenario.path).toEqual([{ node: 'lobby', choice: 'ask' }, { node: 'desk', choice: 'wait' }]);
    expect(foldModules([...walk, chose('lobby', 'leave')])['signs']?.scenario.path).toEqual([{ node: 'lobby', choice: 'leave' }]);
    const ended = foldModules([...walk, event('reached', 'scenario:signs', { response: ['safe'] })])['signs'];
    expect(ended?.scenario).toEqual({ path: [], endings: { safe: 1 } });
  });

  it('holds the highest version completed, whichever was completed last', () => {
    const completed = (contentVersion: number) => event('completed', 'module:signs', undefined, { contentVersion });
    expect(foldModules([completed(3), completed(1)])['signs']?.completed).toBe(3);
  });

  it('adds up active time, and leaves out times that cannot be', () => {
    const stayed = (duration: number) => event('stayed', 'module:signs', { duration });
    expect(foldModules([stayed(30), stayed(12.5), stayed(-100)])['signs']?.seconds).toBe(42.5);
  });

  it('looks up a module called constructor like any other', () => {
    expect(foldModules([])['constructor']).toBeUndefined();
    expect(foldModules([event('opened', 'module:constructor')])['constructor']?.opened).toBe(true);
  });
});
