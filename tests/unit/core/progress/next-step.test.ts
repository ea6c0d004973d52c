import { describe, expect, it } from 'vitest';
import type { Event, ObjectName, Verb } from '../../../../src/core/progress/events.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';
import { isBegun, nextStep } from '../../../../src/core/progress/next-step.ts';

let count = 0;
function event(verb: Verb, object: ObjectName, more: Partial<Event> = {}): Event {
  count += 1;
  return { id: `e${count}`, profile: 'p', verb, object, context: { locale: 'en' }, at: `2026-11-22T10:00:00.${String(count).padStart(3, '0')}Z`, contentVersion: 1, ...more };
}
function attempt(purpose: 'before' | 'quiz', success: boolean): Event[] {
  count += 1;
  const context = { locale: 'en', course: 'hotel', attempt: { id: `a${count}`, purpose, seed: 1, draw: ['signs/one'] } };
  return [event('started', 'quiz:hotel', { context }), event('finished', 'quiz:hotel', { context, result: { score: success ? 1 : 0, success } })];
}
const course = { id: 'hotel', modules: ['signs', 'steps'] };
const next = (...events: Event[]) => nextStep(course, foldProfile(events));
const done = (module: string) => event('completed', `module:${module}`);

describe('nextStep', () => {
  it('goes from the test before through the modules to the quiz and the certificate', () => {
    expect(next()).toEqual({ kind: 'before' });
    expect(next(...attempt('before', false))).toEqual({ kind: 'module', module: 'signs' });
    expect(next(done('signs'))).toEqual({ kind: 'module', module: 'steps' });
    expect(next(done('signs'), event('skipped', 'module:steps'))).toEqual({ kind: 'quiz' });
    expect(next(done('signs'), done('steps'), ...attempt('quiz', false))).toEqual({ kind: 'quiz' });
    expect(next(done('signs'), done('steps'), ...attempt('quiz', true))).toEqual({ kind: 'certificate' });
  });

  it('leaves out the test when a module was begun without it', () => {
    expect(next(event('opened', 'module:signs'))).toEqual({ kind: 'module', module: 'signs' });
  });

  it('leads back to what was left when the quiz was passed first', () => {
    expect(next(...attempt('quiz', true), done('signs'))).toEqual({ kind: 'module', module: 'steps' });
  });

  it('asks for the test again when it was begun and not finished', () => {
    expect(next(attempt('before', false)[0]!)).toEqual({ kind: 'before' });
  });
});

describe('isBegun', () => {
  const begun = (...events: Event[]) => isBegun(course, foldProfile(events));

  it('holds from the first thing done in the course', () => {
    expect(begun()).toBe(false);
    expect(begun(event('opened', 'course:hotel'))).toBe(false);
    expect(begun(event('opened', 'module:steps'))).toBe(true);
    expect(begun(attempt('before', false)[0]!)).toBe(true);
  });

  it('does not hold for what was done elsewhere', () => {
    expect(begun(done('driver-signs'))).toBe(false);
  });
});
