import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../../../src/core/rollout/gate.ts';
import type { LearnerResult } from '../../../../src/core/rollout/results.ts';

const result = (learner: string, more: Partial<LearnerResult> = {}): LearnerResult => ({ learner, course: 'driver', completed: true, passed: true, score: 90, before: 60, rating: 5, ...more });
const gate = { completions: 2, passRate: { percent: 80, learners: 2 }, growth: { points: 15, learners: 2 }, rating: { mean: 4, learners: 2 } };

describe('evaluateGate', () => {
  it('passes when every aim is reached by enough learners', () => {
    const verdict = evaluateGate(gate, [result('ana'), result('bia')]);
    expect(verdict.isPassed).toBe(true);
    expect(verdict.criteria.map(({ what, value, counted }) => [what, value, counted])).toEqual([['completions', 2, 2], ['pass-rate', 100, 2], ['growth', 30, 2], ['rating', 5, 2]]);
  });

  it('counts a learner of two courses once as finished, and each result for itself', () => {
    const { criteria } = evaluateGate(gate, [result('ana'), result('ana', { course: 'manager', passed: false, score: 50 })]);
    expect(criteria.map(({ value }) => value)).toEqual([1, 50, 10, 5]);
  });

  it('does not pass on good averages of too few', () => {
    const { isPassed, criteria } = evaluateGate(gate, [result('ana'), result('bia', { before: null, rating: null })]);
    expect(isPassed).toBe(false);
    expect(criteria.filter(({ isMet }) => !isMet).map(({ what, value, counted, needed }) => [what, value, counted, needed])).toEqual([['growth', 30, 1, 2], ['rating', 5, 1, 2]]);
  });

  it('never rounds up to an aim', () => {
    const many = Array.from({ length: 1000 }, (_, place) => result(String(place), { passed: place < 799, score: null }));
    const [, rate] = evaluateGate({ completions: 1, passRate: { percent: 80, learners: 1 } }, many).criteria;
    expect(rate).toMatchObject({ value: 79.9, isMet: false });
  });

  it('says that nothing is known when nothing was counted', () => {
    const { isPassed, criteria } = evaluateGate(gate, []);
    expect(isPassed).toBe(false);
    expect(criteria.map(({ value, isMet }) => [value, isMet])).toEqual([[0, false], [null, false], [null, false], [null, false]]);
  });

  it('looks only at aims that a phase has', () => {
    expect(evaluateGate({ completions: 1 }, [result('ana', { passed: null })])).toEqual({ isPassed: true, criteria: [{ what: 'completions', target: 1, value: 1, counted: 1, needed: 1, isMet: true }] });
  });
});
