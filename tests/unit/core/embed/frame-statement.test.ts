import { describe, expect, it } from 'vitest';
import { frameStatement } from '../../../../src/core/embed/frame-statement.ts';
import { courseStanding } from '../../../../src/core/embed/standing.ts';
import type { CourseTable } from '../../../../src/core/lms/course-table.ts';
import type { Event } from '../../../../src/core/progress/events.ts';
import { statementProblems } from '../../../e2e/statement-problems.ts';

const table: CourseTable = {
  id: 'hotel', title: 'Hotel', locale: 'en', version: 3, passMark: 80, quiz: true,
  modules: [{ id: 'signs', title: 'Signs', versions: [{ version: 1, material: true }], questions: [] }, { id: 'actions', versions: [], questions: [] }],
};
const module: CourseTable = { ...table, title: 'Signs', quiz: false, modules: table.modules.slice(0, 1) };
const facts = { id: '00000000-0000-4000-8000-00000000000f', home: 'https://learn.example/' };
let made = 0;
const event = (verb: Event['verb'], object: Event['object'], result?: Event['result'], purpose?: 'quiz' | 'before'): Event => {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  const attempt = purpose && { id, purpose, seed: 1, draw: [] };
  return { id, profile: '00000000-0000-4000-8000-000000000abc', verb, object, ...(result && { result }), context: { locale: 'en', course: 'hotel', ...(attempt && { attempt }) }, at: `2026-11-22T08:00:${String(made).padStart(2, '0')}.000Z`, contentVersion: 3 };
};
const started = event('started', 'quiz:hotel', undefined, 'quiz');
const finish = (score: number): Event => ({ ...event('finished', 'quiz:hotel', { score, success: score >= 0.8, response: [] }), context: started.context });

describe('frameStatement', () => {
  it('has the verbs that hosts ask for, about the quiz and about the whole', () => {
    const failed = frameStatement(finish(0.5), 'failed', table, facts);
    expect(failed).toMatchObject({ verb: { id: 'http://adlnet.gov/expapi/verbs/failed' }, object: { id: 'urn:farol:quiz:hotel' }, result: { success: false, score: { scaled: 0.5 } } });
    const last = finish(0.9);
    const completed = frameStatement(last, 'completed', table, facts);
    expect(completed).toMatchObject({ id: facts.id, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' }, object: { id: 'urn:farol:course:hotel' }, result: { completion: true, success: true, score: { scaled: 0.9 } } });
    for (const statement of [failed, completed]) expect(statementProblems(statement)).toEqual([]);
  });

  it('does not give a course the result of the module that came last', () => {
    const completed = frameStatement(event('completed', 'module:actions'), 'completed', table, facts);
    expect(completed?.result).toEqual({ completion: true });
    expect(completed?.object.id).toBe('urn:farol:course:hotel');
  });

  it('is about the module, where only that is framed', () => {
    const completed = frameStatement(event('completed', 'module:signs'), 'completed', module, facts);
    expect(completed?.object).toMatchObject({ id: 'urn:farol:module:signs', definition: { name: { en: 'Signs' } } });
    expect(statementProblems(completed)).toEqual([]);
  });

  it('names nobody: the actor is an account without a name', () => {
    const statement = frameStatement(event('answered', 'question:signs/one', { response: ['a'], score: 1, success: true }), 'answered', table, facts);
    expect(statement?.actor).toEqual({ objectType: 'Agent', account: { homePage: 'https://learn.example/', name: '00000000-0000-4000-8000-000000000abc' } });
    expect(statementProblems(statement)).toEqual([]);
  });

  it('is nothing for what a newer Farol has added', () => {
    expect(frameStatement({ ...event('answered', 'question:signs/one'), verb: 'dreamt' as never }, 'answered', table, facts)).toBeNull();
  });
});

describe('courseStanding', () => {
  const done = ['signs', 'actions'].map((id) => event('completed', `module:${id}`));

  it('counts modules, and asks a course for its quiz', () => {
    expect(courseStanding(table, [])).toEqual({ done: 0, total: 2, complete: false });
    expect(courseStanding(table, done)).toEqual({ done: 2, total: 2, complete: false });
    expect(courseStanding(table, [...done, started, finish(0.5)])).toMatchObject({ complete: false });
    expect(courseStanding(table, [...done, started, finish(0.9)])).toMatchObject({ complete: true });
    expect(courseStanding(table, [started, finish(0.9)])).toMatchObject({ done: 0, complete: false });
  });

  it('asks one module for nothing else', () => {
    expect(courseStanding(module, done.slice(0, 1))).toEqual({ done: 1, total: 1, complete: true });
  });
});
