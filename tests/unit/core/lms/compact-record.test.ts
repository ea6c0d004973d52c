import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord, recordLimit, writeRecord, writtenVerbs, type LmsRecord } from '../../../../src/core/lms/compact-record.ts';
import type { CourseTable } from '../../../../src/core/lms/course-table.ts';
import { summed } from '../../../../src/core/lms/forgettable.ts';
import { parseRecordId, recordId, recordProfile } from '../../../../src/core/lms/record-ids.ts';
import { courseReadiness } from '../../../../src/core/progress/course-readiness.ts';
import { verbs, type Event } from '../../../../src/core/progress/events.ts';
import { foldProfile } from '../../../../src/core/progress/fold.ts';
import { arbitraryEvents } from '../progress/arbitrary-events.ts';
import { base, courseIds, realTable, wholeCourse } from './whole-course.ts';

const manager = realTable('manager');
const place = { view: 'manager-policy', passage: 'who-tells-whom', scroll: 0.417, locale: 'pt-BR', country: 'BR' };
const record = (events: readonly Event[]): LmsRecord => ({ base, profile: recordProfile(base), place, events });

function read(text: string, table: CourseTable = manager) {
  const outcome = readRecord(text, table);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

describe('writeRecord', () => {
  for (const course of courseIds) {
    it(`keeps ${course}, done in full with three quizzes, to the bit within ${recordLimit} characters`, () => {
      const table = realTable(course);
      const events = wholeCourse(table, { quizzes: 3 });
      const text = writeRecord(record(events), table);
      expect(text.length).toBeLessThanOrEqual(recordLimit);
      expect(read(text, table)).toEqual({ ok: true, cut: false, record: record(summed(events)) });
    });
  }

  it('has a place for every verb', () => {
    expect([...writtenVerbs].sort()).toEqual([...verbs].sort());
    expect(writtenVerbs.length).toBeLessThanOrEqual(15);
  });

  it('uses only characters that no LMS changes', () => {
    expect(writeRecord(record(wholeCourse(manager, { quizzes: 3 })), manager)).toMatch(/^F1[A-Za-z0-9_-]+$/);
  });

  it('brings back any events that fit, whatever made them', () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const own = events.map((event) => ({ ...event, profile: 'ana' }));
        const text = writeRecord({ base, profile: 'ana', events: own }, manager, 1_000_000);
        expect(read(text).record).toEqual({ base, profile: 'ana', events: summed(own) });
      }),
    );
  });

  it('folds to the same progress though it sums active time', () => {
    const events = wholeCourse(manager, { quizzes: 2, sessions: 4 });
    const { lastAt: _, ...told } = foldProfile(read(writeRecord(record(events), manager, 64_000)).record.events).modules['manager-policy']!;
    const { lastAt: __, ...had } = foldProfile(events).modules['manager-policy']!;
    expect(told).toEqual(had);
    expect(foldProfile(summed(events)).seconds).toBe(foldProfile(events).seconds);
  });

  it('never exceeds the limit, and keeps what has been achieved the longest', () => {
    const events = wholeCourse(manager, { quizzes: 40, tries: 3, sessions: 30 });
    for (const limit of [64_000, recordLimit, 2000, 1000, 700]) {
      const text = writeRecord(record(events), manager, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      const progress = foldProfile(read(text).record.events);
      expect(courseReadiness({ id: manager.id, modules: manager.modules.map(({ id }) => id) }, progress)).toMatchObject({ ready: true, passed: true });
      expect(progress.courses['manager']!.certificates).toHaveLength(1);
    }
    for (let limit = 0; limit < 700; limit += 140) expect(writeRecord(record(events), manager, limit).length).toBeLessThanOrEqual(limit);
  });

  it('leaves out answers given again before answers of old attempts, and those before the last answers of lessons', () => {
    const events = wholeCourse(manager, { quizzes: 12, tries: 2 });
    const kept = read(writeRecord(record(events), manager)).record.events;
    const lesson = (all: readonly Event[]) => all.filter((event) => event.verb === 'answered' && !event.context.attempt);
    expect(foldProfile(kept).modules['report']!.answers).toEqual(foldProfile(events).modules['report']!.answers);
    expect(lesson(kept).length).toBe(lesson(events).length / 2);
    const attempts = foldProfile(kept).courses['manager']!.attempts;
    expect(Object.keys(attempts.at(-1)!.answers)).toHaveLength(10);
    expect(attempts.every(({ end }) => end)).toBe(true);
  });
});

describe('readRecord', () => {
  const events = wholeCourse(manager, { quizzes: 3 });
  const text = writeRecord(record(events), manager);

  it('tells an empty text from a foreign one', () => {
    expect(readRecord('', manager)).toEqual({ ok: false, reason: 'empty' });
    expect(readRecord(' \n', manager)).toEqual({ ok: false, reason: 'empty' });
    for (const foreign of ['null', '{"cmi":1}', 'page=7', 'F1', 'F1!', 'F2AAAA', 'F1AAAA', 'สวัสดี', '1.2;4,5', text.slice(2), text.toLowerCase(), `${text}AAAA`]) {
      expect(readRecord(foreign, manager), foreign.slice(0, 20)).toEqual({ ok: false, reason: 'damaged' });
    }
  });

  it('takes a text with space around it, as some LMSs give it back', () => {
    expect(read(`  ${text}\r\n`).record.events).toEqual(summed(events));
  });

  it('finds every changed character', () => {
    for (let at = 2; at < text.length; at += 13) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      const outcome = readRecord(changed, manager);
      if (outcome.ok) expect(outcome.cut, `character ${at}`).toBe(true);
    }
  });

  it('gives what came before the cut of a text that an LMS has shortened', () => {
    const whole = summed(events);
    for (const length of [255, 1000, 2000, text.length - 1]) {
      const { record: got, cut } = read(text.slice(0, length));
      expect(cut).toBe(true);
      expect(got.place).toEqual(place);
      expect(got.events).toEqual(whole.slice(0, got.events.length));
    }
    expect(read(text.slice(0, 2000)).record.events.length).toBeGreaterThan(50);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 300 }), fc.nat(text.length), (noise, at) => {
        const letters = noise.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[digit]).join('');
        readRecord(`F1${letters}`, manager);
        readRecord(text.slice(0, at) + letters, manager);
      }),
    );
  });

  it('reads an old record rightly when an author has added, removed and moved questions, options and modules', () => {
    const edited: CourseTable = {
      ...manager,
      modules: [
        ...manager.modules
          .filter(({ id }) => id !== 'manager-case')
          .map((module) => ({
            ...module,
            questions: [
              { id: 'brand-new', kind: 'choice' as const, options: ['first', 'second'], right: ['first'] },
              ...module.questions.filter((_, index) => index !== 1).map((question) => (question.kind === 'choice' ? { ...question, options: ['new-one', ...question.options].reverse() } : question)),
            ].reverse(),
          }))
          .reverse(),
        { id: 'brand-new-module', versions: [], questions: [] },
      ],
    };
    const removed = new Set(manager.modules.flatMap((module) => (module.id === 'manager-case' ? module.questions : module.questions.slice(1, 2)).map(({ id }) => `${module.id}/${id}`)));
    const stillThere = (event: Event) => !removed.has(event.object.replace('question:', '')) && !event.object.endsWith(':manager-case') && event.context.module !== 'manager-case';
    const draw = (event: Event): Event => {
      const { attempt } = event.context;
      const known = event.verb === 'finished' ? { ...event, result: { ...event.result, response: event.result!.response!.filter((ref) => !removed.has(ref)) } } : event;
      return attempt ? { ...known, context: { ...event.context, attempt: { ...attempt, draw: attempt.draw.filter((ref) => !removed.has(ref)) } } } : known;
    };
    expect(read(text, edited).record.events).toEqual(summed(events).filter(stillThere).map(draw));
  });

  it('reads nothing wrong with the table of another course', () => {
    const driver = realTable('driver');
    const shared = new Set(driver.modules.map(({ id }) => id));
    for (const event of read(text, driver).record.events) {
      const module = /^(?:module|question|scenario):([^/]+)/.exec(event.object)?.[1];
      expect(module === undefined || shared.has(module), event.object).toBe(true);
    }
  });

  it('knows every id of every course by its hash', () => {
    for (const course of courseIds) {
      const table = realTable(course);
      for (const { id, questions } of table.modules) {
        for (const question of questions) {
          const response = question.kind === 'match' ? question.options.flatMap((option) => question.answers!.map((answer) => `${option}=${answer}`)) : question.options;
          const event: Event = {
            id: recordId({ base, session: 1, counter: 1 }), profile: recordProfile(base), verb: 'answered', object: `question:${id}/${question.id}`,
            result: { response }, context: { locale: '' }, at: '2026-11-22T08:00:00.000Z', contentVersion: 1,
          };
          const length = writeRecord({ ...record([event]), place: { view: '', locale: '' } }, table).length;
          // A name that two hashes share is written out, and would take more than its two bytes.
          expect(length, `${id}/${question.id}`).toBeLessThanOrEqual(2 + Math.ceil(((46 + 3 * response.length) * 4) / 3));
        }
      }
    }
  });
});

describe('recordId', () => {
  it('makes UUIDs of version 4 that can be taken apart', () => {
    const id = recordId({ base, session: 0xabcd, counter: 300 });
    expect(id).toBe('5f3a90c2-d17e-4abc-8d00-00000000012c');
    expect(parseRecordId(id)).toEqual({ base, session: 0xabcd, counter: 300 });
    expect(parseRecordId('5f3a90c2-d17e-4abc-9d00-00000000012c')).toBeNull();
  });
});
