/** Whether a phase has reached what it set out to reach, from the results that were brought together. */
import type { Gate } from './rollout.schema.ts';
import { mean, type LearnerResult } from './results.ts';

export interface Criterion {
  what: 'completions' | 'pass-rate' | 'growth' | 'rating';
  target: number;
  /** Rounded down to one decimal, so that 79.99 never reads as 80; null where nobody could be counted. */
  value: number | null;
  /** Learners behind the value, and how many are needed for it to say something. */
  counted: number;
  needed: number;
  isMet: boolean;
}

export interface Verdict { isPassed: boolean; criteria: Criterion[] }

/**
 * | criterion   | value                                                            | counted                                 |
 * |-------------|------------------------------------------------------------------|-----------------------------------------|
 * | completions | learners who finished a course of the rollout                    | the same                                |
 * | pass-rate   | per cent who passed                                              | those of whom a result is known         |
 * | growth      | points from the test before to the quiz, on average              | those of whom both are known            |
 * | rating      | of 5, on average                                                 | those who rated                         |
 *
 * The last three count a learner once a course. A gate is passed when every criterion is met, each by enough learners.
 */
export function evaluateGate(gate: Gate, results: readonly LearnerResult[]): Verdict {
  const finished = new Set(results.filter(({ completed }) => completed).map(({ learner }) => learner)).size;
  const judged = results.filter(({ passed }) => passed !== null);
  const both = results.flatMap(({ before, score }) => (before === null || score === null ? [] : [score - before]));
  const ratings = results.flatMap(({ rating }) => (rating === null ? [] : [rating]));
  const criterion = (what: Criterion['what'], target: number, value: number | null, counted: number, needed: number): Criterion => ({
    what,
    target,
    value: value === null ? null : Math.floor(value * 10 + 1e-6) / 10,
    counted,
    needed,
    isMet: value !== null && value + 1e-9 >= target && counted >= needed,
  });
  const criteria = [
    criterion('completions', gate.completions, finished, finished, gate.completions),
    ...(gate.passRate ? [criterion('pass-rate', gate.passRate.percent, share(judged), judged.length, gate.passRate.learners)] : []),
    ...(gate.growth ? [criterion('growth', gate.growth.points, mean(both), both.length, gate.growth.learners)] : []),
    ...(gate.rating ? [criterion('rating', gate.rating.mean, mean(ratings), ratings.length, gate.rating.learners)] : []),
  ];
  return { isPassed: criteria.every(({ isMet }) => isMet), criteria };
}

function share(judged: readonly LearnerResult[]): number | null {
  return judged.length === 0 ? null : (judged.filter(({ passed }) => passed).length / judged.length) * 100;
}
