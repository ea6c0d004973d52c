import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type ScoredKey } from '../../../../src/core/quiz/judge.ts';

const place = { place: 'lesson', passage: 'signs' } as const;
const choice: ScoredKey = { ...place, id: 'q', kind: 'choice', options: ['call', 'wait', 'ask'], right: 'call' };
const choices: ScoredKey = { ...place, id: 'q', kind: 'choices', options: ['a', 'b', 'c', 'd'], right: ['a', 'b'] };
const order: ScoredKey = { ...place, id: 'q', kind: 'order', right: ['a', 'b', 'c', 'd'] };
const match: ScoredKey = { ...place, id: 'q', kind: 'match', right: { taxi: 'police', hotel: 'hotline', chat: 'hotline' }, distractors: ['nobody'] };
const keys = [choice, choices, order, match];

describe('judge', () => {
  it('gives everything for the one right option, and nothing for another', () => {
    expect(judge(choice, ['call'])).toEqual({ score: 1, success: true, perOption: { call: 'right', wait: 'fine', ask: 'fine' } });
    expect(judge(choice, ['ask'])).toEqual({ score: 0, success: false, perOption: { call: 'missed', wait: 'fine', ask: 'wrong' } });
  });

  it('takes two ticks on a question with one answer for wrong', () => {
    expect(judge(choice, ['call', 'ask'])).toMatchObject({ score: 0, success: false });
  });

  it('weighs ticks against each other where several are right', () => {
    expect(judge(choices, ['b', 'a'])).toMatchObject({ score: 1, success: true });
    expect(judge(choices, ['a'])).toEqual({ score: 0.5, success: false, perOption: { a: 'right', b: 'missed', c: 'fine', d: 'fine' } });
    expect(judge(choices, ['a', 'b', 'c'])).toEqual({ score: 0.5, success: false, perOption: { a: 'right', b: 'right', c: 'wrong', d: 'fine' } });
  });

  it('gives nothing for ticking everything, and never less than nothing', () => {
    expect(judge(choices, ['a', 'b', 'c', 'd']).score).toBe(0);
    expect(judge(choices, ['c', 'd']).score).toBe(0);
  });

  it('judges spotting signs as it judges choices', () => {
    const spot: ScoredKey = { ...place, id: 'q', kind: 'spot', scene: 'lobby', options: ['a', 'b', 'c', 'd'], right: ['a', 'b'] };
    for (const response of [[], ['a'], ['a', 'b'], ['a', 'c']]) expect(judge(spot, response)).toEqual(judge(choices, response));
  });

  it('gives an order its share of neighbours in the right sequence', () => {
    expect(judge(order, ['a', 'b', 'c', 'd'])).toMatchObject({ score: 1, success: true });
    expect(judge(order, ['b', 'a', 'c', 'd'])).toEqual({ score: 2 / 3, success: false, perOption: { a: 'wrong', b: 'wrong', c: 'right', d: 'right' } });
    expect(judge(order, ['d', 'c', 'b', 'a']).score).toBe(0);
  });

  it('credits steps that follow each other rightly at the wrong place', () => {
    expect(judge(order, ['b', 'c', 'd', 'a'])).toEqual({ score: 2 / 3, success: false, perOption: { a: 'wrong', b: 'wrong', c: 'right', d: 'right' } });
  });

  it('takes an order with a step left out for unfinished', () => {
    expect(judge(order, ['a', 'b', 'c'])).toEqual({ score: 2 / 3, success: false, perOption: { a: 'right', b: 'right', c: 'right', d: 'missed' } });
  });

  it('gives a match its share of right pairs', () => {
    expect(judge(match, ['chat=hotline', 'taxi=police', 'hotel=hotline'])).toMatchObject({ score: 1, success: true });
    expect(judge(match, ['taxi=police', 'hotel=nobody'])).toEqual({
      score: 1 / 3,
      success: false,
      perOption: { taxi: 'right', hotel: 'wrong', chat: 'missed' },
    });
  });

  it('counts the first of two answers to one option', () => {
    expect(judge(match, ['taxi=police', 'taxi=nobody']).perOption['taxi']).toBe('right');
    expect(judge(match, ['taxi=nobody', 'taxi=police']).perOption['taxi']).toBe('wrong');
  });

  it('gives no points for an empty answer', () => {
    for (const key of keys) expect(judge(key, [])).toMatchObject({ score: 0, success: false });
  });

  it('passes over options that the question does not have', () => {
    for (const key of keys) expect(judge(key, ['gone', 'constructor', 'gone=away', ''])).toEqual(judge(key, []));
  });

  it('keeps scores within 0 and 1, marks each option once, and succeeds only with a full score', () => {
    const ids = fc.constantFrom('call', 'wait', 'ask', 'a', 'b', 'c', 'd', 'taxi=police', 'taxi=hotline', 'hotel=hotline', 'chat=hotline', 'gone', '=');
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.array(ids, { maxLength: 8 }), (key, response) => {
        const { score, success, perOption } = judge(key, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(success).toBe(score === 1);
        expect(Object.values(perOption).every((mark) => mark === 'right' || mark === 'fine')).toBe(success);
        expect(judge(key, [...response, ...response])).toEqual(judge(key, response));
      }),
    );
  });

  it('does not care in which order options are ticked', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd']), (response) => {
        expect(judge(choices, response)).toEqual(judge(choices, [...response].sort()));
      }),
    );
  });
});
