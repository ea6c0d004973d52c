import { describe, expect, it } from 'vitest';
import type { Event, ObjectName, Verb } from '../../../../src/core/progress/events.ts';
import { backupOf, isUsed, joinBackup, joinInto, learnersOf, type LearnerRecord } from '../../../../src/islands/MyCourses/records.ts';

const at = '2026-11-22T10:00:00.000Z';
const profile = (id: string, name = '') => ({ id, name, createdAt: at, lastUsedAt: at });
const event = (id: string, of: string, verb: Verb = 'opened', object: ObjectName = 'module:report', more: Partial<Event> = {}): Event => ({ id, profile: of, verb, object, context: { locale: 'en' }, at, contentVersion: 1, ...more });
const record = (id: string, name: string, ...events: Event[]): LearnerRecord => ({ profile: profile(id, name), events });

const ana = record('ana', 'Ana', event('1', 'ana'), event('2', 'ana', 'completed'));
const guest = record('guest', '', event('3', 'guest'));

describe('isUsed', () => {
  it('passes over a guest who has done nothing', () => {
    expect([record('g', ''), record('g', 'Budi'), guest, { profile: { ...profile('l'), lock: { salt: 's', hash: 'h' } }, events: [] }].map(isUsed)).toEqual([false, true, true, true]);
  });
});

describe('joinBackup', () => {
  const backup = backupOf([ana, guest], at);

  it('adds learners and events that are not here', () => {
    expect(joinBackup(backup, [])).toEqual({ profiles: [ana.profile, guest.profile], events: backup.events, fresh: 3 });
  });

  it('adds nothing the second time', () => {
    expect(joinBackup(backup, [ana, guest])).toMatchObject({ profiles: [], fresh: 0 });
  });

  it('keeps the name and the lock of a learner who is here', () => {
    const locked = { profile: { ...profile('ana', 'Ana María'), lock: { salt: 's', hash: 'h' } }, events: [] };
    expect(joinBackup(backupOf([ana], at), [locked])).toMatchObject({ profiles: [], fresh: 2 });
  });

  it('takes over a name that was given later than the one here', () => {
    const renamed = backupOf([record('ana', 'Ana Ruiz', ...ana.events, event('9', 'ana', 'named', 'profile', { result: { response: ['Ana Ruiz'] } }))], at);
    expect(joinBackup(renamed, [ana]).profiles).toEqual([{ ...ana.profile, name: 'Ana Ruiz' }]);
  });

  it('makes no empty learner of events that joined another record before', () => {
    const here = record('me', 'Me', ...ana.events.map((each) => ({ ...each, profile: 'me' })));
    expect(joinBackup(backupOf([ana], at), [here])).toMatchObject({ profiles: [], fresh: 0 });
  });

  it('gives a learner whose line was lost a profile again', () => {
    const cut = { made: at, profiles: [], events: [event('1', 'ana', 'named', 'profile', { result: { response: ['Ana'] } }), event('2', 'ana', 'opened', 'module:report', { at: '2026-11-23T10:00:00.000Z' })] };
    expect(joinBackup(cut, []).profiles).toEqual([{ id: 'ana', name: 'Ana', createdAt: at, lastUsedAt: '2026-11-23T10:00:00.000Z' }]);
  });
});

describe('joinInto', () => {
  it('makes the events those of the record, and leaves its name', () => {
    const backup = backupOf([record('ana', 'Ana', event('0', 'ana', 'named', 'profile', { result: { response: ['Ana'] } }), ...ana.events)], at);
    const joined = joinInto(backup, 'guest', [guest]);
    expect(joined.fresh).toBe(2);
    expect(joined.events.map((each) => [each.id, each.profile])).toEqual([['1', 'guest'], ['2', 'guest']]);
  });
});

describe('learnersOf', () => {
  it('names those who did something, not the empty guests', () => {
    expect(learnersOf(backupOf([ana, record('empty', '')], at)).map((learner) => learner.profile.id)).toEqual(['ana']);
  });
});
