import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionRef } from '../../../../src/core/course/ids.ts';
import type { Event } from '../../../../src/core/progress/events.ts';
import { drawQuestions, drawRefresher, type PoolQuestion } from '../../../../src/core/quiz/draw.ts';
import { makeSeed } from '../../../../src/core/quiz/shuffle.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(makeSeed);
const poolOf = (sizes: readonly number[]): PoolQuestion[] =>
  sizes.flatMap((size, module) => Array.from({ length: size }, (_, q) => ({ module: `m${module}`, ref: `m${module}/q${q}` as QuestionRef })));
const pools = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }).map(poolOf);
const moduleOf = (ref: string) => ref.split('/')[0]!;
const countBy = (refs: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const ref of refs) counts.set(moduleOf(ref), (counts.get(moduleOf(ref)) ?? 0) + 1);
  return counts;
};

describe('drawQuestions', () => {
  it('draws without repetition, as many as asked or as there are', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 40 }), seeds, (pool, size, seed) => {
        const draw = drawQuestions({ pool, size, seed });
        expect(new Set(draw).size).toBe(draw.length);
        expect(draw.length).toBe(Math.min(size, pool.length));
        expect(draw.every((ref) => pool.some((question) => question.ref === ref))).toBe(true);
      }),
    );
  });

  it('takes from a module at most one more than from any other that has questions left', () => {
    fc.assert(
      fc.property(pools, fc.integer({ min: 1, max: 40 }), seeds, (pool, size, seed) => {
        const drawn = countBy(drawQuestions({ pool, size, seed }));
        const most = Math.max(...drawn.values());
        for (const [module, there] of countBy(pool.map(({ ref }) => ref))) {
          const count = drawn.get(module) ?? 0;
          expect(count === there || count >= most - 1).toBe(true);
        }
      }),
    );
  });

  it('gives the same draw whatever the order of the pool, and though a question is listed twice', () => {
    fc.assert(
      fc.property(pools, seeds, fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), (pool, seed, size, numbers) => {
        const mixed = [...pool, pool[0]!].map((question) => ({ question, key: numbers.next().value! })).sort((a, b) => a.key - b.key);
        expect(drawQuestions({ pool: mixed.map(({ question }) => question), size, seed })).toEqual(drawQuestions({ pool, size, seed }));
      }),
    );
  });

  it('leaves out what was seen recently as long as the module has something else', () => {
    const pool = poolOf([4, 4]);
    const avoid = ['m0/q0', 'm0/q1', 'm1/q2', 'm1/q3'];
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(drawQuestions({ pool, size: 4, seed, avoid }).some((ref) => avoid.includes(ref))).toBe(false);
        expect(drawQuestions({ pool, size: 8, seed, avoid }).length).toBe(8);
      }),
    );
  });

  it('gives another draw for another seed', () => {
    const draws = [1, 2, 3, 4, 5].map((seed) => drawQuestions({ pool: poolOf([8, 8, 8]), size: 6, seed: makeSeed(seed) }).join());
    expect(new Set(draws).size).toBe(5);
  });

  it('draws nothing from an empty pool', () => {
    expect(drawQuestions({ pool: [], size: 5, seed: makeSeed(1) })).toEqual([]);
  });
});

describe('drawRefresher', () => {
  const now = '2026-11-22T12:00:00.000Z';
  const answered = (ref: string, at: string, success: boolean): Event => ({
    id: `${ref}@${at}`,
    profile: 'p',
    verb: 'answered',
    object: `question:${ref}` as `question:${string}/${string}`,
    result: { response: ['a'], score: success ? 1 : 0, success },
    context: { locale: 'en' },
    at,
    contentVersion: 1,
  });
  const pool = poolOf([6]);
  const events = [
    answered('m0/q0', '2026-11-01T00:00:00.000Z', false),
    answered('m0/q1', '2026-01-01T00:00:00.000Z', true),
    answered('m0/q2', '2026-10-01T00:00:00.000Z', true),
    answered('m0/q3', '2026-02-01T00:00:00.000Z', false),
    answered('m0/q3', '2026-11-20T00:00:00.000Z', true),
    answered('m0/q4', '2027-05-01T00:00:00.000Z', true),
  ];
  const drawn = (size: number, seed = makeSeed(3)) => [...drawRefresher(pool, events, size, now, seed)].sort();

  it('takes first what was last answered wrong, then what was never answered, then what was answered longest ago', () => {
    expect(drawn(1)).toEqual(['m0/q0']);
    expect(drawn(2)).toEqual(['m0/q0', 'm0/q5']);
    expect(drawn(3)).toEqual(['m0/q0', 'm0/q1', 'm0/q5']);
    expect(drawn(4)).toEqual(['m0/q0', 'm0/q1', 'm0/q2', 'm0/q5']);
  });

  it('counts an answer of a clock that ran ahead as given today', () => {
    expect(drawn(5)).toEqual(['m0/q0', 'm0/q1', 'm0/q2', 'm0/q3', 'm0/q5']);
    const today = answered('m0/q3', now, true);
    const first = Array.from({ length: 30 }, (_, seed) => drawRefresher([pool[3]!, pool[4]!], [...events, today], 1, now, makeSeed(seed))[0]);
    expect(new Set(first)).toEqual(new Set(['m0/q3', 'm0/q4']));
  });

  it('draws the same for the same seed, in any order of the events, without repetition', () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray(events, { minLength: events.length }), fc.integer({ min: 1, max: 9 }), (seed, mixed, size) => {
        const draw = drawRefresher(pool, mixed, size, now, seed);
        expect(draw).toEqual(drawRefresher(pool, [...events, ...events], size, now, seed));
        expect(new Set(draw).size).toBe(Math.min(size, pool.length));
      }),
    );
  });

  it('lets the seed decide among equals', () => {
    const draws = Array.from({ length: 30 }, (_, seed) => drawRefresher(pool, [], 2, now, makeSeed(seed)).join());
    expect(new Set(draws).size).toBeGreaterThan(5);
  });
});
