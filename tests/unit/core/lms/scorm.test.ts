import { describe, expect, it } from 'vitest';
import type { ScormEdition, Setting } from '../../../../src/core/lms/scorm.ts';
import { spokenName } from '../../../../src/core/lms/scorm.ts';
import { scorm12 } from '../../../../src/core/lms/scorm12.ts';
import { scorm2004 } from '../../../../src/core/lms/scorm2004.ts';
import { standingOf, type Standing } from '../../../../src/core/lms/standing.ts';
import type { Event } from '../../../../src/core/progress/events.ts';
import { courseIds, realTable, wholeCourse } from './whole-course.ts';

const manager = realTable('manager');
const events = wholeCourse(manager, { quizzes: 2 });
const begun: Standing = { completed: false, passed: null, scaled: null, progress: 0, seconds: 0 };
const values = (edition: ScormEdition, standing: Standing, known: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(edition.settings(standing, (element) => known[element] ?? ''));

describe('standingOf', () => {
  it('follows a course from its beginning to its end', () => {
    const upTo = (verb: string, times: number) => events.slice(0, events.indexOf(events.filter((event) => event.verb === verb)[times - 1]!) + 1);
    expect(standingOf([], manager)).toEqual(begun);
    expect(standingOf(upTo('completed', 3), manager)).toMatchObject({ completed: false, passed: null, progress: 0.3 });
    expect(standingOf(upTo('completed', 9), manager)).toMatchObject({ completed: false, passed: null, progress: 0.9 });
    expect(standingOf(upTo('finished', 2), manager)).toMatchObject({ completed: true, passed: false, progress: 1 });
    const { completed, passed, scaled, seconds } = standingOf(events, manager);
    expect({ completed, passed, scaled, seconds }).toEqual({ completed: true, passed: true, scaled: 1, seconds: 30 * (9 * 12 + 3 * 6) });
  });

  it('counts no test before the course, and no quiz of another course', () => {
    const finished = (change: Partial<Event>): Event => ({
      ...events[0]!, verb: 'finished', object: 'quiz:manager', result: { score: 1, success: true }, context: { locale: 'en', attempt: { id: 'a', purpose: 'before', seed: 1, draw: [] } }, ...change,
    });
    expect(standingOf([finished({}), finished({ id: 'x', object: 'quiz:driver' })], manager)).toEqual(begun);
  });

  it('judges by the mark of the LMS where it has one, and exactly on it', () => {
    const quiz = (score: number, success: boolean): Event => ({
      ...events[0]!, verb: 'finished', object: 'quiz:manager', result: { score, success }, context: { locale: 'en', attempt: { id: 'a', purpose: 'quiz', seed: 1, draw: [] } },
    });
    expect(standingOf([quiz(0.7, false)], manager)).toMatchObject({ passed: false, scaled: 0.7 });
    expect(standingOf([quiz(0.7, false)], manager, 70)).toMatchObject({ passed: true });
    expect(standingOf([quiz(0.7 - 1e-12, false)], manager, 70)).toMatchObject({ passed: true, scaled: 0.7 });
    expect(standingOf([quiz(0.9, true)], manager, 95)).toMatchObject({ passed: false });
    expect(standingOf([quiz(5 / 6, true)], manager, 83.33)).toMatchObject({ passed: true, scaled: 0.8333 });
  });

  it('takes the last module for the end where there is no quiz', () => {
    const modules = events.filter(({ verb }) => verb === 'completed');
    expect(standingOf(modules, { ...manager, quiz: false })).toMatchObject({ completed: true, passed: null, scaled: null, progress: 1 });
    const left = modules.map((event, place) => (place === 4 ? { ...event, verb: 'skipped' as const } : event));
    expect(standingOf(left, { ...manager, quiz: false })).toMatchObject({ completed: true });
  });
});

describe('settings', () => {
  const done: Standing = { completed: true, passed: true, scaled: 0.8333, progress: 1, seconds: 60 };

  it('has one status in SCORM 1.2, and only words of its list', () => {
    expect(values(scorm12, begun)).toEqual({ 'cmi.core.lesson_status': 'incomplete' });
    expect(values(scorm12, { ...begun, completed: true })).toEqual({ 'cmi.core.lesson_status': 'completed' });
    expect(values(scorm12, { ...done, completed: false })).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '83.33' });
    expect(values(scorm12, { ...done, passed: false })).toMatchObject({ 'cmi.core.lesson_status': 'failed' });
    expect(values(scorm12, done)).toEqual({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '83.33', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' });
  });

  it('has four things in SCORM 2004: completion, success, score in both forms, progress', () => {
    expect(values(scorm2004, begun)).toEqual({ 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'unknown', 'cmi.progress_measure': '0' });
    expect(values(scorm2004, { ...done, completed: false, progress: 0.5 })).toEqual({
      'cmi.completion_status': 'incomplete', 'cmi.success_status': 'passed', 'cmi.progress_measure': '0.5',
      'cmi.score.scaled': '0.8333', 'cmi.score.raw': '83.33', 'cmi.score.min': '0', 'cmi.score.max': '100',
    });
  });

  it('lowers nothing that stands, and repeats nothing', () => {
    expect(values(scorm12, begun, { 'cmi.core.lesson_status': 'passed' })).toEqual({});
    expect(values(scorm12, { ...done, passed: false }, { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '90' })).toEqual({});
    expect(values(scorm12, done, { 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '50', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' })).toEqual({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '83.33' });
    expect(values(scorm2004, begun, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed', 'cmi.progress_measure': '1' })).toEqual({});
    expect(values(scorm2004, done, { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.progress_measure': '1', 'cmi.score.scaled': '1' })).toEqual({});
  });
});

describe('mark', () => {
  it('reads what an LMS can say, and takes nothing else for a mark', () => {
    expect(['', ' ', '0', '70', '82.5', '101', '-5', 'high'].map(scorm12.mark)).toEqual([undefined, undefined, undefined, 70, 82.5, undefined, undefined, undefined]);
    expect(['', '0', '0.7', '0.8333', '1', '70', '-0.5', 'x'].map(scorm2004.mark)).toEqual([undefined, undefined, 70, 83.33, 100, undefined, undefined, undefined]);
  });
});

describe('interaction', () => {
  const answers = courseIds.flatMap((course) => {
    const table = realTable(course);
    return wholeCourse(table, { quizzes: 1 }).filter(({ verb }) => verb === 'answered').map((event) => ({ table, event }));
  });
  const fields = (settings: Setting[]): Record<string, string> => Object.fromEntries(settings.map(([element, value]) => [element.replace(/^cmi\.interactions\.7\./, ''), value]));

  it('keeps the rules of SCORM 1.2 for every answer in every course', () => {
    for (const { table, event } of answers) {
      const settings = scorm12.interaction(event, table, 7, 0);
      const { id, time, type, result, ...more } = fields(settings);
      expect(settings[0]![0]).toBe('cmi.interactions.7.id');
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,255}$/);
      expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
      const shape = { choice: /^[a-z0-9](,[a-z0-9])*$/, sequencing: /^[a-z0-9](,[a-z0-9])+$/, matching: /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/ }[type!]!;
      expect(more['student_response']).toMatch(shape);
      expect(more['correct_responses.0.pattern']).toMatch(shape);
      expect(result).toBe(event.result!.success ? 'correct' : 'wrong');
      if (type !== 'choice') expect(more['student_response'] === more['correct_responses.0.pattern']).toBe(event.result!.success);
    }
  });

  it('keeps the rules of SCORM 2004 for every answer in every course', () => {
    for (const { table, event } of answers) {
      const settings = scorm2004.interaction(event, table, 7, 0);
      const { id, timestamp, type, result, ...more } = fields(settings);
      expect(settings.slice(0, 2).map(([element]) => element)).toEqual(['cmi.interactions.7.id', 'cmi.interactions.7.type']);
      expect(id).toMatch(/^[A-Za-z0-9_-]{1,250}$/);
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/);
      const one = '[a-z0-9-]+';
      const shape = type === 'matching' ? new RegExp(`^${one}\\[\\.\\]${one}(\\[,\\]${one}\\[\\.\\]${one})*$`) : new RegExp(`^${one}(\\[,\\]${one})*$`);
      expect(more['learner_response']).toMatch(shape);
      expect(more['correct_responses.0.pattern']).toMatch(shape);
      expect(result).toBe(event.result!.success ? 'correct' : 'incorrect');
    }
  });

  it('writes latency and topic where they are known, in the form of the edition', () => {
    const event = { ...answers[0]!.event, object: 'question:manager-case/police-work', result: { response: ['we-see-first'], score: 1, success: true, duration: 75 } } as Event;
    const table = { ...manager, locale: 'pt-BR', modules: manager.modules.map((module) => ({ ...module, questions: module.questions.map((question) => ({ ...question, topic: 'Por que você?' })) })) };
    expect(fields(scorm12.interaction(event, table, 7, -180))).toMatchObject({ latency: '00:01:15', time: expect.stringMatching(/^1[01]:/) });
    expect(fields(scorm2004.interaction(event, table, 7, -180))).toMatchObject({ latency: 'PT0H1M15S', description: '{lang=pt-BR}Por que você?' });
  });

  it('has none for what is no answer, and for a question that is gone', () => {
    const other = { ...answers[0]!.event, object: 'question:manager-case/gone' } as Event;
    for (const edition of [scorm12, scorm2004]) {
      expect(edition.interaction(events[0]!, manager, 7, 0)).toEqual([]);
      expect(edition.interaction(other, manager, 7, 0)).toEqual([]);
    }
  });
});

describe('time and location', () => {
  it('writes times as each edition has them', () => {
    expect([0, 59.9, 3661, 360_000, 1e9].map(scorm12.time)).toEqual(['00:00:00', '00:00:59', '01:01:01', '100:00:00', '9999:00:00']);
    expect([0, 59.9, 3661, 360_000, -1].map(scorm2004.time)).toEqual(['PT0H0M0S', 'PT0H0M59S', 'PT1H1M1S', 'PT100H0M0S', 'PT0H0M0S']);
  });

  it('keeps a location within its characters', () => {
    const place = { view: 'v'.repeat(300), passage: 'p'.repeat(900), locale: 'en' };
    expect([scorm12.location(place).length, scorm2004.location(place).length]).toEqual([255, 1000]);
    expect(scorm12.location({ view: 'quiz', locale: 'en' })).toBe('quiz');
  });
});

describe('spokenName', () => {
  it('turns a name round as LMSs write it, and leaves any other', () => {
    expect(['Souza, Ana', 'Ana Souza', 'de la Cruz, Juan Miguel', '', 'a, b, c', 'สมชาย'].map(spokenName)).toEqual(['Ana Souza', 'Ana Souza', 'Juan Miguel de la Cruz', '', 'a, b, c', 'สมชาย']);
  });
});
