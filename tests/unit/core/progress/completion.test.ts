import { describe, expect, it } from 'vitest';
import type { ModuleKey } from '../../../../src/core/course/module.schema.ts';
import { isEverythingDone, lessonQuestions, moduleStanding } from '../../../../src/core/progress/completion.ts';
import { courseReadiness, courseSeconds } from '../../../../src/core/progress/course-readiness.ts';
import type { Event, ObjectName, Verb } from '../../../../src/core/progress/events.ts';
import { foldModules } from '../../../../src/core/progress/fold-modules.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';

let count = 0;
const event = (verb: Verb, object: ObjectName, contentVersion = 1, response: string[] = []): Event => ({
  id: `e${++count}`, profile: 'p', verb, object, result: { response }, context: { locale: 'en' }, at: `2026-11-22T10:00:00.${String(count).padStart(3, '0')}Z`, contentVersion,
});
const question = (id: string, place: 'lesson' | 'pool'): ModuleKey['questions'][number] => ({ id, place, passage: 'top', kind: 'choice', options: ['a', 'b'], right: 'a' });
const key: Pick<ModuleKey, 'id' | 'questions' | 'scenario' | 'versions'> = {
  id: 'signs',
  versions: [{ version: 1, date: '2026-01-01', material: false }],
  questions: [question('one', 'lesson'), question('two', 'lesson'), question('three', 'pool'), { id: 'think', kind: 'reflection', place: 'lesson', passage: 'top' }],
};
const material = [...key.versions, { version: 2, date: '2026-06-01', material: true }, { version: 3, date: '2026-07-01', material: false }];
const progressOf = (...events: Event[]) => foldModules(events)['signs'];
const answered = (id: string, version = 1) => event('answered', `question:signs/${id}`, version, ['b']);
const opened = event('opened', 'module:signs');

describe('moduleStanding', () => {
  const stand = (versions: typeof material, ...events: Event[]) => moduleStanding(progressOf(...events), versions);

  it('goes from new to open to done', () => {
    expect(stand(key.versions)).toEqual({ state: 'new', why: [] });
    expect(stand(key.versions, opened)).toEqual({ state: 'open', why: [] });
    expect(stand(key.versions, opened, event('completed', 'module:signs'))).toEqual({ state: 'done', why: [] });
  });

  it('keeps a completion through a version that is not material', () => {
    expect(stand([...key.versions, { version: 2, date: '2026-06-01', material: false }], event('completed', 'module:signs')).state).toBe('done');
  });

  it('asks again after a material version, and names every one that was missed', () => {
    const later = [...material, { version: 5, date: '2026-08-01', material: true }];
    expect(stand(later, event('completed', 'module:signs', 1))).toEqual({ state: 'again', why: [2, 5] });
    expect(stand(later, event('completed', 'module:signs', 2))).toEqual({ state: 'again', why: [5] });
    expect(stand(later, event('completed', 'module:signs', 1), event('completed', 'module:signs', 5))).toEqual({ state: 'done', why: [] });
  });

  it('lets a skip stand until the module is completed', () => {
    const skipped = event('skipped', 'module:signs');
    expect(stand(material, skipped, opened)).toEqual({ state: 'skipped', why: [] });
    expect(stand(key.versions, skipped, event('completed', 'module:signs')).state).toBe('done');
    expect(stand(key.versions, event('completed', 'module:signs'), event('skipped', 'module:signs')).state).toBe('done');
  });

  it('lets a learner skip what comes again', () => {
    expect(stand(material, event('completed', 'module:signs'), event('skipped', 'module:signs', 2)).state).toBe('skipped');
    expect(stand(material, event('completed', 'module:signs'), event('skipped', 'module:signs', 1)).state).toBe('again');
  });
});

describe('isEverythingDone', () => {
  it('waits for every scored question of the lesson, right or wrong, and for nothing else', () => {
    expect(isEverythingDone(undefined, key)).toBe(false);
    expect(isEverythingDone(progressOf(opened, answered('one')), key)).toBe(false);
    expect(isEverythingDone(progressOf(opened, answered('one'), answered('two')), key)).toBe(true);
  });

  it('waits for an ending of the scenario, good or bad', () => {
    const scenario = { id: 'night', start: 'lobby', nodes: { lobby: { ending: 'bad' as const } } };
    const answers = [opened, answered('one'), answered('two')];
    expect(isEverythingDone(progressOf(...answers, event('chose', 'scenario:signs/lobby', 1, ['ask'])), { ...key, scenario })).toBe(false);
    expect(isEverythingDone(progressOf(...answers, event('reached', 'scenario:signs', 1, ['late'])), { ...key, scenario })).toBe(true);
  });

  it('does not count answers from before the last material version', () => {
    const again = { ...key, versions: material };
    expect(isEverythingDone(progressOf(opened, answered('one', 1), answered('two', 2)), again)).toBe(false);
    expect(isEverythingDone(progressOf(opened, answered('one', 3), answered('two', 2)), again)).toBe(true);
  });

  it('is content with opening where nothing is asked', () => {
    expect(isEverythingDone(progressOf(opened), { ...key, questions: [] })).toBe(true);
    expect(isEverythingDone(progressOf(event('skipped', 'module:signs')), { ...key, questions: [] })).toBe(false);
  });
});

describe('lessonQuestions', () => {
  it('lists scored questions of the lesson by their full name', () => {
    expect(lessonQuestions(key)).toEqual(['signs/one', 'signs/two']);
  });
});

describe('courseReadiness', () => {
  const course = { id: 'drivers', modules: ['signs', 'duty', 'cases'] };
  const passed: Event = { ...event('finished', 'quiz:drivers'), result: { score: 1, success: true }, context: { locale: 'en', course: 'drivers', attempt: { id: 'a', purpose: 'quiz', seed: 1, draw: [] } } };

  it('names what is left, in the order of the course', () => {
    expect(courseReadiness(course, foldProfile([event('completed', 'module:duty')]))).toEqual({ ready: false, left: ['signs', 'cases'], skipped: [], passed: false });
  });

  it('is ready when every module is done or skipped and the quiz is passed', () => {
    const modules = [event('completed', 'module:signs'), event('completed', 'module:duty'), event('skipped', 'module:cases')];
    expect(courseReadiness(course, foldProfile(modules)).ready).toBe(false);
    expect(courseReadiness(course, foldProfile([...modules, passed]))).toEqual({ ready: true, left: [], skipped: ['cases'], passed: true });
  });

  it('counts a module that comes again as left', () => {
    const events = ['signs', 'duty', 'cases'].map((id) => event('completed', `module:${id}`));
    expect(courseReadiness(course, foldProfile([...events, passed], { duty: material })).left).toEqual(['duty']);
  });
});

describe('courseSeconds', () => {
  it('adds the time in its modules and quizzes, and no other', () => {
    const stayed = (object: ObjectName, duration: number): Event => ({ ...event('stayed', object), result: { duration } });
    const progress = foldProfile([stayed('module:signs', 100), stayed('module:other', 7), stayed('quiz:drivers', 20), stayed('quiz:guides', 3)]);
    expect(courseSeconds({ id: 'drivers', modules: ['signs', 'duty'] }, progress)).toBe(120);
    expect(progress.seconds).toBe(130);
  });
});
