import { describe, expect, it } from 'vitest';
import { phaseOn, phaseToJoin, timetable } from '../../../../src/core/rollout/phases.ts';

const phases = [
  { id: 'pilot', from: '2027-02-01', until: '2027-04-30' },
  { id: 'national', from: '2027-06-01' },
];

describe('phaseOn', () => {
  it.each([
    ['2026-11-22', 'pilot', 'before'],
    ['2027-02-01', 'pilot', 'running'],
    ['2027-04-30', 'pilot', 'running'],
    ['2027-05-01', 'national', 'before'],
    ['2027-06-01', 'national', 'running'],
    ['2040-01-01', 'national', 'running'],
  ] as const)('on %s gives %s, %s', (today, id, state) => {
    expect(phaseOn(phases, today)).toEqual({ id, state });
  });

  it('gives the last phase when all are over', () => {
    expect(phaseOn([phases[0]!], '2027-05-01')).toEqual({ id: 'pilot', state: 'over' });
  });
});

describe('phaseToJoin', () => {
  it('gives the phase of a code before and while it runs', () => {
    expect(phaseToJoin(phases, 'national', '2027-02-10')).toEqual({ id: 'national', state: 'before' });
    expect(phaseToJoin(phases, 'pilot', '2027-02-10')).toEqual({ id: 'pilot', state: 'running' });
  });

  it('gives today’s phase for a poster of a phase that is over, for an unknown code and for none', () => {
    for (const wanted of ['pilot', 'nothing', null]) expect(phaseToJoin(phases, wanted, '2027-07-01')).toEqual({ id: 'national', state: 'running' });
  });
});

describe('timetable', () => {
  const gate = { completions: 10 };
  const learners = { count: 100, source: 'plan', date: '2026' };
  const lines = timetable([{ ...phases[0]!, places: ['coast'], learners, gate }, { ...phases[1]!, places: ['country'], learners }]);

  it('begins eight weeks before the first day and ends with the first day of a phase without an end', () => {
    expect(lines[0]).toEqual({ step: 'agree', phase: 'pilot', date: '2026-12-07' });
    expect(lines.at(-1)).toEqual({ step: 'start', phase: 'national', date: '2027-06-01' });
  });

  it('is in the order of days, and asks for the gate a week after the last day', () => {
    expect(lines.map(({ date }) => date)).toEqual(lines.map(({ date }) => date).sort());
    expect(lines.filter(({ step }) => step === 'gate')).toEqual([{ step: 'gate', phase: 'pilot', date: '2027-05-07' }]);
    expect(lines.find(({ step }) => step === 'midway')?.date).toBe('2027-03-17');
  });
});
