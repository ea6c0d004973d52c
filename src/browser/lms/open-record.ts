/** The record of one learner as a session has it: what the LMS gave back, joined with what this device still has. */
import { largeRecordLimit, readRecord, writeRecord, type LmsRecord, type Place } from '../../core/lms/compact-record.ts';
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
  /** Takes in what an LMS gives back late, because there was no line when the course was opened. */
  join(stored: string): void;
}

export interface RecordRequest {
  /** What the LMS gave back; null where it could not be asked. */
  stored: string | null;
  table: CourseTable;
  /** Of the learner. */
  name: string;
  copy: DeviceCopy;
  /** Whether the copy is of this very attempt for certain; else an LMS that gives nothing back may have begun a new one. */
  isOfAttempt: boolean;
  log: SessionLog;
  /** Called with the events that were added, in the turn in which they were. */
  write(added: readonly Event[]): Promise<Outcome>;
}

export function openRecord({ stored, table, name, copy, isOfAttempt, log, write }: RecordRequest): OpenedRecord {
  const kept = copy.read();
  const here = readRecord(kept.text, table);
  const held = here.ok && here.record.events.length > 0 ? here.record : null;
  const given = readRecord(stored ?? kept.text, table);
  const record: LmsRecord = given.ok ? given.record : ((isOfAttempt ? held : null) ?? newRecord());
  if (given.ok ? given.cut : given.reason === 'damaged') log.tell(given.ok ? 'cut' : 'damaged');

  const store = recordStore(write);
  const now = new Date().toISOString();
  const profile: Profile = { id: record.profile, name, createdAt: now, lastUsedAt: now };
  let { base } = record;
  const events = () => store.all().filter((event) => event.profile === profile.id);
  const own = (others: readonly Event[]) => others.map((event) => ({ ...event, profile: profile.id }));
  // One base, one attempt: what the LMS does not have was done here, and never got there.
  const missed = held && (isOfAttempt || held.base === record.base) ? held : null;
  let place = record.place ?? missed?.place;
  store.begin([...longest(record.events, own(missed?.events ?? []))]);

  if (held && !missed && (!given.ok || !kept.taken)) {
    log.tell('forgot', async () => {
      log.untell('forgot');
      log.untell('damaged');
      place = held.place ?? place;
      follow(held);
      await store.append(own(held.events));
    });
  }

  /** Ids of one base need no room in the record: that of most of its events. */
  function follow(other: LmsRecord): void {
    if (other.events.length > events().length) base = other.base;
  }

  const session = 1 + (((randomBytes(1)[0]! << 8) | randomBytes(1)[0]!) % 0xffff);
  let counter = 0;
  return {
    store,
    profile,
    place: () => place,
    keepPlace: (next) => (place = next),
    newId: () => recordId({ base, session, counter: ++counter }),
    events,
    text: (limit = largeRecordLimit) => writeRecord({ base, profile: profile.id, events: events(), ...(place && { place }) }, table, limit),
    join(late) {
      const found = readRecord(late, table);
      if (!found.ok) return;
      follow(found.record);
      place ??= found.record.place;
      store.begin([...longest(own(found.record.events), events())]);
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
