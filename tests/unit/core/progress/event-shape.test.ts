import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEvent } from '../../../../src/core/progress/event-shape.ts';
import { makeEvent } from '../../../../src/core/progress/make-event.ts';
import { parseObject } from '../../../../src/core/progress/object-name.ts';
import { arbitraryEvent } from './arbitrary-events.ts';

const stamp = { id: 'e1', profile: 'p', at: '2026-11-22T21:04:05.123Z', contentVersion: 1, context: { locale: 'en' } };

describe('isEvent', () => {
  it('takes what makeEvent makes, and any event of another day', () => {
    expect(isEvent(makeEvent(stamp, 'opened', 'module:signs'))).toBe(true);
    fc.assert(fc.property(arbitraryEvent, (event) => isEvent(event) && isEvent(JSON.parse(JSON.stringify(event)))));
  });

  it('takes verbs and objects of a newer Farol', () => {
    expect(isEvent({ ...stamp, verb: 'watched', object: 'video:lobby' })).toBe(true);
  });

  it('takes nothing else, and never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => !isEvent(value)));
  });

  it.each([
    ['no id', { id: undefined }],
    ['an empty id', { id: '' }],
    ['an id as long as a page', { id: 'x'.repeat(65) }],
    ['no profile', { profile: undefined }],
    ['a time without milliseconds', { at: '2026-11-22T21:04:05Z' }],
    ['a time that is no day', { at: '2026-13-41T21:04:05.123Z' }],
    ['a version that is no whole number', { contentVersion: 1.5 }],
    ['a context without locale', { context: {} }],
    ['a course that is no text', { context: { locale: 'en', course: 4 } }],
    ['an attempt without draw', { context: { locale: 'en', attempt: { id: 'a', purpose: 'quiz', seed: 1 } } }],
    ['a draw of numbers', { context: { locale: 'en', attempt: { id: 'a', purpose: 'quiz', seed: 1, draw: [1] } } }],
    ['a certificate without id', { context: { locale: 'en', certificate: { validUntil: '2028-01-01' } } }],
    ['a response that is no list', { result: { response: 'a' } }],
    ['a score of infinity', { result: { score: Infinity } }],
    ['a success that is no yes or no', { result: { success: 1 } }],
    ['a result that is a list', { result: [] }],
  ])('refuses an event with %s', (_what, change) => {
    const event = makeEvent(stamp, 'opened', 'module:signs');
    expect(isEvent(event)).toBe(true);
    expect(isEvent({ ...event, ...change })).toBe(false);
  });
});

describe('makeEvent', () => {
  it('lays its own context over that of the stamp', () => {
    const event = makeEvent({ ...stamp, context: { locale: 'hi', country: 'IN', course: 'old' } }, 'opened', 'course:new', undefined, { course: 'new' });
    expect(event).toEqual({ ...stamp, verb: 'opened', object: 'course:new', context: { locale: 'hi', country: 'IN', course: 'new' } });
    expect('result' in event).toBe(false);
  });
});

describe('parseObject', () => {
  it.each([
    ['module:signs', { kind: 'module', of: 'signs', part: '' }],
    ['course:drivers', { kind: 'course', of: 'drivers', part: '' }],
    ['quiz:drivers', { kind: 'quiz', of: 'drivers', part: '' }],
    ['question:signs/one', { kind: 'question', of: 'signs', part: 'one' }],
    ['scenario:signs', { kind: 'scenario', of: 'signs', part: '' }],
    ['scenario:signs/lobby', { kind: 'scenario', of: 'signs', part: 'lobby' }],
    ['profile', { kind: 'profile', of: '', part: '' }],
  ])('takes %s apart', (object, parts) => {
    expect(parseObject(object)).toEqual(parts);
  });

  it.each(['', ':', 'module', 'module:', 'module:a/b', 'module:A', 'question:a', 'question:a/b/c', 'quiz:a/b', 'profile:x', 'profile:', 'video:a', 'module:a:b', 'toString:a', '__proto__:a'])(
    'gives nothing for "%s"',
    (object) => {
      expect(parseObject(object)).toBeNull();
    },
  );
});
