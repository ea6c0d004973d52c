/** The record of one learner as a session has it: what the LMS gave back, joined with what this device still has. */
import { readRecord, writeRecord, type LmsRecord, type Place } from '../../core/lms/compact-record.ts';
import type { CourseTable } from '../../core/lms/course-table.ts';
import { recordId, recordProfile } from '../../core/lms/record-ids.ts';
import type { Outcome, Profile } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { randomBytes } from '../storage/new-id.ts';
import type { DeviceCopy } from './device-copy.ts';
import { recordStore, type RecordStore } from './record-store.ts';
import type { SessionLog } from './session-log.ts';

export interface OpenedRecord {
  store: RecordStore;
  profile: Profile;
  place(): Place | undefined;
  keepPlace(place: Place): void;
  newId(): string;
  /** The record as it is now, in at most so many characters. */
  text(limit?: number): string;
  /** Those of the learner; a store may be asked to keep others. */
  events(): Event[];
}

/**
 * @param stored what the LMS gave back
 * @param write  called with the events that were added, in the turn in which they were
 */
export function openRecord(stored: string, table: CourseTable, name: string, copy: DeviceCopy, log: SessionLog, write: (added: readonly Event[]) => Promise<Outcome>): OpenedRecord {
  const given = readRecord(stored, table);
  const here = readRecord(copy.read(), table);
  const held = here.ok ? here.record : null;
  const record: LmsRecord = given.ok ? given.record : newRecord();
  if (given.ok ? given.cut : given.reason === 'damaged') log.tell(given.ok ? 'cut' : 'damaged');

  const store = recordStore(write);
  const profile: Profile = { id: record.profile, name, createdAt: new Date().toISOString(), lastUsedAt: new Date().toISOString() };
  let place = record.place ?? (held?.base === record.base ? held.place : undefined);
  const session = 1 + (((randomBytes(1)[0]! << 8) | randomBytes(1)[0]!) % 0xffff);
  let counter = 0;

  const own = (events: readonly Event[]) => events.map((event) => ({ ...event, profile: profile.id }));
  // One base, one attempt: what the LMS does not have was done here, and never got there.
  const missed = held?.base === record.base ? held.events : [];
  void store.putProfile(profile);
  store.begin([...longest(record.events, missed)]);

  if (!given.ok && held && held.events.length > 0) {
    log.tell('forgot', async () => {
      log.untell('forgot');
      log.untell('damaged');
      place = held.place ?? place;
      await store.append(own(held.events));
    });
  }

  return {
    store,
    profile,
    place: () => place,
    keepPlace: (next) => (place = next),
    newId: () => recordId({ base: record.base, session, counter: ++counter }),
    events: () => store.all().filter((event) => event.profile === profile.id),
    text(limit) {
      return writeRecord({ base: record.base, profile: profile.id, events: this.events(), ...(place && { place }) }, table, limit);
    },
  };
}

function newRecord(): LmsRecord {
  const base = Array.from(randomBytes(6), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { base, profile: recordProfile(base), events: [] };
}

/** Of two events with one id, which only sums of active time can be, the one that has counted longer. */
function longest(...sets: (readonly Event[])[]): Iterable<Event> {
  const events = new Map<string, Event>();
  for (const event of sets.flat()) {
    const other = events.get(event.id);
    if (!other || (event.result?.duration ?? 0) > (other.result?.duration ?? 0)) events.set(event.id, event);
  }
  return events.values();
}
