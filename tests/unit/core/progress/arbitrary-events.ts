/** Events as a learner, two tabs, an edited file or a newer Farol may leave them: well-shaped, but in any combination. */
import fc from 'fast-check';
import type { Event, Result, Context } from '../../../../src/core/progress/events.ts';
import { verbs } from '../../../../src/core/progress/events.ts';

const id = fc.constantFrom('signs', 'duty', 'constructor', 'to-string', '__proto__', 'what-it-is');
const ref = fc.tuple(id, id).map(([module, part]) => `${module}/${part}`);
const object = fc.oneof(
  fc.tuple(fc.constantFrom('module', 'course', 'quiz', 'scenario', 'video'), id).map(([kind, of]) => `${kind}:${of}`),
  fc.tuple(fc.constantFrom('question', 'scenario', 'quiz'), ref).map(([kind, of]) => `${kind}:${of}`),
  fc.constantFrom('profile', '', ':', 'module:', 'question:signs', 'module:a:b', 'question:a/b/c'),
);
const number = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(-5, 0, 1, 1e9));
const result = fc.record({ response: fc.array(fc.oneof(id, fc.string()), { maxLength: 3 }), score: number, success: fc.boolean(), duration: number }, { requiredKeys: [] });
const attempt = fc.record({
  id: fc.constantFrom('attempt-1', 'attempt-2', '__proto__'),
  purpose: fc.constantFrom('before', 'quiz', 'refresher'),
  seed: fc.nat(),
  draw: fc.uniqueArray(ref, { maxLength: 4 }),
});
const certificate = fc.record({ id: fc.constantFrom('7Q2M-0XKD-94TZ-BWN1', 'nonsense'), validUntil: fc.constantFrom('2028-11-03', '2028-19-39', '') });
const context = fc
  .record({ locale: fc.constant('en'), course: id, attempt, certificate }, { requiredKeys: ['locale'] })
  .map((value) => value as unknown as Context);

export const arbitraryEvent: fc.Arbitrary<Event> = fc
  .record({
    id: fc.uuid(),
    profile: fc.constant('p'),
    verb: fc.constantFrom(...verbs, 'watched'),
    object,
    result: fc.option(result as unknown as fc.Arbitrary<Result>, { nil: undefined }),
    context,
    // Few instants, so that many events share one.
    at: fc.nat({ max: 6 }).map((minute) => `2026-11-22T10:0${minute}:00.000Z`),
    contentVersion: fc.nat({ max: 4 }),
  })
  .map(({ result: some, ...event }) => ({ ...event, ...(some && { result: some }) }) as unknown as Event);

export const arbitraryEvents = fc.array(arbitraryEvent, { maxLength: 25 });

/** The events in another order, some of them more than once. */
export function mixed(events: readonly Event[]): fc.Arbitrary<Event[]> {
  return fc
    .tuple(fc.shuffledSubarray([...events], { minLength: events.length }), fc.subarray([...events]))
    .map(([all, again]) => [...again.slice(1), ...all, ...again]);
}
