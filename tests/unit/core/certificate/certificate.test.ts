import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateAt, dateOfDays, daysOfDate } from '../../../../src/core/certificate/calendar-date.ts';
import { certificateAgain, certificateFor, certificateInForce, certificateState, certified, refresherOpensOn } from '../../../../src/core/certificate/certificate.ts';
import { decodeCertificate, encodeCertificate } from '../../../../src/core/certificate/payload.ts';
import type { AttemptPurpose, Event, ObjectName, Verb } from '../../../../src/core/progress/events.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';

const course = { id: 'drivers', version: 3, modules: ['signs', 'duty'], validMonths: 24 };
const event = (verb: Verb, object: ObjectName, at: string, more: Partial<Event> = {}): Event => ({ id: `${verb} ${object} ${at}`, profile: 'p', verb, object, context: { locale: 'th' }, at, contentVersion: 1, ...more });
const finished = (purpose: AttemptPurpose, at: string, score: number, success = true): Event =>
  event('finished', 'quiz:drivers', at, { result: { score, success }, context: { locale: 'th', course: 'drivers', attempt: { id: at, purpose, seed: 1, draw: [] } } });
const modules = [event('completed', 'module:signs', '2026-11-20T10:00:00.000Z'), event('skipped', 'module:duty', '2026-11-20T11:00:00.000Z')];
const time = event('stayed', 'module:signs', '2026-11-20T11:00:00.000Z', { result: { duration: 3599 } });
const pass = finished('quiz', '2026-11-22T20:00:00.000Z', 0.879);

// Bangkok: seven hours ahead, so the evening in UTC is the next day on the wall.
const dateOf = (at: string) => dateAt(at, -420);
const request = { id: '7Q2M-0XKD-94TZ-BWN1', name: ' สมชาย  ใจดี ', at: '2026-11-23T02:00:00.000Z', dateOf, locale: 'th', rollout: 'bangkok-taxis', phase: 'autumn' };
const make = (events: readonly Event[], change: Partial<typeof request> = {}) => certificateFor(course, foldProfile(events), { ...request, ...change });

describe('certificateFor', () => {
  it('counts from the day of the pass, as the wall calendar where the learner is has it', () => {
    expect(make([...modules, time, pass])).toEqual({
      ok: true,
      certificate: {
        id: '7Q2M-0XKD-94TZ-BWN1',
        course: 'drivers',
        courseVersion: 3,
        percent: 87,
        minutes: 59,
        date: '2026-11-23',
        validUntil: '2028-11-23',
        locale: 'th',
        rollout: 'bangkok-taxis',
        phase: 'autumn',
        name: 'สมชาย ใจดี',
      },
    });
  });

  it('says what is missing', () => {
    expect(make([modules[0]!, pass])).toEqual({ ok: false, reason: 'modules-left' });
    expect(make(modules)).toEqual({ ok: false, reason: 'quiz-not-passed' });
    expect(make([...modules, finished('quiz', '2026-11-22T20:00:00.000Z', 0.5, false)])).toEqual({ ok: false, reason: 'quiz-not-passed' });
    expect(make([...modules, pass], { name: ' \u200e ' })).toEqual({ ok: false, reason: 'name-missing' });
  });

  it('is not extended by being made again, nor by a failed quiz later', () => {
    const later = make([...modules, pass, finished('quiz', '2027-06-01T10:00:00.000Z', 0.2, false)], { at: '2028-11-01T10:00:00.000Z' });
    expect(later).toMatchObject({ ok: true, certificate: { date: '2028-11-01', validUntil: '2028-11-23', percent: 87 } });
  });

  it('is not extended by the test before, taken again', () => {
    expect(make([...modules, pass, finished('before', '2027-06-01T10:00:00.000Z', 1)])).toMatchObject({ ok: true, certificate: { validUntil: '2028-11-23', percent: 87 } });
  });

  it('asks for a refresher when the last pass no longer counts, and counts from the refresher then', () => {
    const at = '2029-01-10T10:00:00.000Z';
    expect(make([...modules, pass], { at })).toEqual({ ok: false, reason: 'pass-too-old' });
    expect(make([...modules, pass, finished('refresher', '2029-01-09T10:00:00.000Z', 1)], { at })).toMatchObject({ ok: true, certificate: { validUntil: '2031-01-09', percent: 100 } });
  });

  it('takes neither a refresher nor the test before for the final quiz', () => {
    expect(make([...modules, finished('refresher', '2026-11-22T20:00:00.000Z', 1), finished('before', '2026-11-22T21:00:00.000Z', 1)])).toEqual({ ok: false, reason: 'quiz-not-passed' });
  });
});

describe('certificateAgain', () => {
  it('makes the same certificate from the event that keeps it', () => {
    const made = make([...modules, time, pass]);
    if (!made.ok) throw new Error(made.reason);
    const kept = certified({ id: 'e', profile: 'p', at: request.at, contentVersion: course.version, context: { locale: 'th', country: 'TH' } }, made.certificate);
    const record = foldProfile([...modules, kept]).courses['drivers']!.certificates[0]!;
    expect(certificateAgain('drivers', record, dateOf)).toEqual({ ...made.certificate, minutes: 59 });
    expect(decodeCertificate(encodeCertificate(certificateAgain('drivers', record, dateOf)))).toEqual({ ok: true, certificate: made.certificate });
  });
});

describe('certificateInForce', () => {
  it('gives the one that counts longest', () => {
    const record = (validUntil: string) => ({ id: validUntil, validUntil, percent: 80, name: 'Ana', version: 1, seconds: 0, locale: 'en', rollout: '', phase: '', at: '2026-01-01T00:00:00.000Z' });
    expect(certificateInForce([record('2028-01-01'), record('2030-01-01'), record('2027-01-01')])?.id).toBe('2030-01-01');
    expect(certificateInForce([])).toBeNull();
  });
});

describe('certificateState', () => {
  it('offers the refresher thirty days before the end, and counts the last day', () => {
    expect(refresherOpensOn('2028-11-22')).toBe('2028-10-23');
    expect(certificateState('2028-11-22', '2028-10-22')).toBe('valid');
    expect(certificateState('2028-11-22', '2028-10-23')).toBe('refresher-due');
    expect(certificateState('2028-11-22', '2028-11-22')).toBe('refresher-due');
    expect(certificateState('2028-11-22', '2028-11-23')).toBe('expired');
  });
});

describe('addMonths', () => {
  it('keeps the day, or takes the last of a shorter month', () => {
    expect(addMonths('2026-11-22', 24)).toBe('2028-11-22');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  });

  it('never leaves the month it should reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60000 }), fc.integer({ min: 0, max: 120 }), (days, months) => {
        const date = dateOfDays(days);
        const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
        expect(addMonths(date, months).slice(0, 7)).toBe(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);
      }),
    );
  });
});

describe('addDays', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    fc.assert(fc.property(fc.integer({ min: 0, max: 80000 }), (days) => daysOfDate(dateOfDays(days)) === days));
  });
});

describe('dateAt', () => {
  it('gives the day on the wall on either side of UTC', () => {
    expect(dateAt('2026-11-22T20:00:00.000Z', -420)).toBe('2026-11-23');
    expect(dateAt('2026-11-22T02:00:00.000Z', 180)).toBe('2026-11-21');
    expect(dateAt('2026-11-22T12:00:00.000Z', 0)).toBe('2026-11-22');
  });
});
