/** A course that stands alone: a folder on a server, one file, or a package whose LMS does not answer. */
import type { CourseTable } from '../../core/lms/course-table.ts';
import { openKeeper } from '../learner.ts';
import { keptPlace } from '../storage/kept-place.ts';
import { newId } from '../storage/new-id.ts';
import { deviceCopy } from './device-copy.ts';
import type { Host } from './host.ts';
import { openRecord } from './open-record.ts';
import { sessionLog, type SessionLog } from './session-log.ts';

/** Keeps the record as the site does; where the browser has no database (a file from a chat, some frames), in its small storage; else in this window. */
export async function openPlainHost(table: CourseTable, log: SessionLog = sessionLog()): Promise<Host> {
  const { store, profile, notice, askToKeep } = await openKeeper();
  const { notices, onNotice, faults } = log;
  const common = { kind: 'plain', mode: 'normal', notices, onNotice, faults } as const;
  const small = notice?.reason === 'storage-denied' ? smallHost(table, log) : null;
  if (small) return { ...common, ...small };
  if (store.durability === 'this-visit-only') log.tell('not-kept');
  return {
    ...common,
    store,
    profile,
    name: profile.name,
    askToKeep,
    ...keptPlace(table.id),
    newId,
  };
}

/** Null where the small storage is closed as well. */
function smallHost(table: CourseTable, log: SessionLog): Pick<Host, 'store' | 'profile' | 'name' | 'resume' | 'keepPlace' | 'newId'> | null {
  const copy = deviceCopy(`plain:${table.id}`, 'this device');
  const stored = copy.read().text;
  if (!copy.write(stored, true)) return null;
  const keep = () => copy.write(record.text(), true);
  const record = openRecord({
    stored,
    table,
    name: '',
    copy,
    isOfAttempt: true,
    log,
    async write() {
      const isKept = keep();
      record.store.setDurability(isKept ? 'may-be-erased' : 'this-visit-only');
      return isKept ? { ok: true } : { ok: false, reason: 'storage-full' };
    },
  });
  record.store.setDurability('may-be-erased');
  return {
    store: record.store,
    profile: record.profile,
    name: '',
    resume: record.place,
    keepPlace(place) {
      record.keepPlace(place);
      keep();
    },
    newId: record.newId,
  };
}
