import { describe, expect, it } from 'vitest';
import { daysOf, hostingCost, planFor } from '../../../../src/core/rollout/plan.ts';

const sizes = [
  { course: 'driver', locale: 'pt-BR', bytes: 120_000, room: 600_000 },
  { course: 'driver', locale: 'en', bytes: 110_000, room: 550_000 },
];

describe('planFor', () => {
  it('counts the largest course once for each learner, beside the frame of the site', () => {
    expect(planFor(600_000, sizes, 50_000, 89)).toEqual({ perLearner: 170_000, onDevice: 600_000, transfer: 102_000_000_000, transferADay: Math.ceil(102e9 / 89), storage: 1_150_000 });
  });

  it('has no daily number without an end, and is nothing without courses', () => {
    expect(planFor(10, sizes, 0, null).transferADay).toBeNull();
    expect(planFor(10, [], 0, 5)).toEqual({ perLearner: 0, onDevice: 0, transfer: 0, transferADay: 0, storage: 0 });
  });
});

describe('hostingCost', () => {
  it('is transfer and storage at their prices, in gigabytes of 10⁹ bytes', () => {
    expect(hostingCost({ transfer: 102e9, storage: 2e9 }, { perGigabyte: 0.5, perGigabyteMonth: 0.25, months: 12 })).toBeCloseTo(51 + 6);
  });
});

describe('daysOf', () => {
  it('counts the first and the last day', () => {
    expect(daysOf({ from: '2027-02-01', until: '2027-04-30' })).toBe(89);
    expect(daysOf({ from: '2027-02-01', until: '2027-02-01' })).toBe(1);
    expect(daysOf({ from: '2027-02-01' })).toBeNull();
  });
});
