import { describe, expect, it } from 'vitest';
import { courseKey } from '../../../../src/core/course/course.schema.ts';
import { moduleKey } from '../../../../src/core/course/module.schema.ts';
import { questionKey } from '../../../../src/core/quiz/question.schema.ts';

const place = { place: 'lesson', passage: 'signs' } as const;

describe('questionKey', () => {
  it.each([
    { ...place, id: 'one', kind: 'choice', options: ['a', 'b'], right: 'a' },
    { ...place, id: 'one', kind: 'choices', options: ['a', 'b'], right: ['a'] },
    { ...place, id: 'one', kind: 'order', right: ['a', 'b', 'c'] },
    { ...place, id: 'one', kind: 'spot', scene: 'lobby', options: ['a', 'b'], right: ['a'] },
    { ...place, id: 'one', kind: 'reflection' },
  ])('takes a question of kind $kind', (key) => {
    expect(questionKey.parse(key)).toEqual(key);
  });

  it('takes a match without distractors', () => {
    expect(questionKey.parse({ ...place, id: 'one', kind: 'match', right: { a: 'x', b: 'x' } })).toMatchObject({ distractors: [] });
  });

  it('refuses a question that has no right answer, a key it does not know, and an id made of a title', () => {
    for (const change of [{ right: undefined }, { points: 3 }, { id: 'Question One' }, { options: ['a'] }]) {
      expect(questionKey.safeParse({ ...place, id: 'one', kind: 'choice', options: ['a', 'b'], right: 'a', ...change }).success).toBe(false);
    }
    expect(questionKey.safeParse({ ...place, place: 'pool', id: 'one', kind: 'reflection' }).success).toBe(false);
  });
});

describe('moduleKey', () => {
  const key = {
    id: 'signs',
    minutes: 6,
    heavy: false,
    versions: [{ version: 1, date: '2026-11-22', material: false }],
    questions: [],
    sources: [{ id: 'report', title: 'Report', by: 'Alliance', date: '2024', confidence: 'high' }],
  };

  it('takes a module with the least that it needs', () => {
    expect(moduleKey.parse(key)).toEqual({ ...key, retired: [] });
  });

  it('refuses a module without sources or versions, and one that takes too long', () => {
    for (const change of [{ sources: [] }, { versions: [] }, { minutes: 16 }, { title: 'Signs' }]) expect(moduleKey.safeParse({ ...key, ...change }).success).toBe(false);
  });
});

describe('courseKey', () => {
  it('takes a course, and refuses a pass mark over 100', () => {
    const key = { id: 'drivers', position: 1, version: 1, modules: ['signs'], passMark: 80, draw: { before: 5, quiz: 12, refresher: 6 }, validMonths: 24 };
    expect(courseKey.parse(key)).toEqual({ ...key, retired: [] });
    expect(courseKey.safeParse({ ...key, passMark: 101 }).success).toBe(false);
  });
});
