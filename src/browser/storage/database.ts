/**
 * The only place that opens the database.
 *
 * | database version | event format      | stores                                                        |
 * |------------------|-------------------|---------------------------------------------------------------|
 * | 1                | 0 (before release)| events (key id, index profile), profiles (key id)              |
 * | 2                | 1                 | the same, and leases (key name; see `exclusively.ts`)          |
 *
 * A new event format raises the version too, so that tabs with the older code are closed out before anything is rewritten.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Profile, StorageFailure } from '../../core/progress/event-store.ts';
import type { Event } from '../../core/progress/events.ts';
import { migrateEvents } from '../../core/progress/migrations.ts';

export interface FarolSchema extends DBSchema {
  events: { key: string; value: Event; indexes: { profile: string } };
  profiles: { key: string; value: Profile };
  leases: { key: string; value: { name: string; owner: string; until: number } };
}
export type Database = IDBPDatabase<FarolSchema>;

export const databaseName = 'farol';
export const databaseVersion = 2;

export type OpenedDatabase = { ok: true; database: Database } | { ok: false; reason: StorageFailure };

/**
 * Opens the database, creating or upgrading it. Stays pending while a tab with an older Farol keeps it open: the caller sets the limit.
 * `closed` is called when the connection is lost: 'newer-format' when a newer Farol in another tab takes over, 'storage-broken' when the browser ended it.
 */
export async function openDatabase(closed: (reason: StorageFailure) => void, name = databaseName): Promise<OpenedDatabase> {
  try {
    const database = await openDB<FarolSchema>(name, databaseVersion, {
      async upgrade(database, oldVersion, _newVersion, transaction) {
        if (oldVersion < 1) {
          database.createObjectStore('events', { keyPath: 'id' }).createIndex('profile', 'profile');
          database.createObjectStore('profiles', { keyPath: 'id' });
        }
        if (oldVersion < 2) {
          database.createObjectStore('leases', { keyPath: 'name' });
          const events = transaction.objectStore('events');
          const migrated = migrateEvents(await events.getAll(), 0);
          if (migrated.ok) await Promise.all(migrated.events.map((event) => events.put(event)));
        }
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        closed('newer-format');
      },
      terminated() {
        closed('storage-broken');
      },
    });
    const whole = (['events', 'profiles', 'leases'] as const).every((store) => database.objectStoreNames.contains(store));
    if (whole) return { ok: true, database };
    database.close();
    return { ok: false, reason: 'storage-broken' };
  } catch (error) {
    return { ok: false, reason: failureOf(error) };
  }
}

/** The reason behind an error of IndexedDB. */
export function failureOf(error: unknown): StorageFailure {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return 'storage-full';
    case 'VersionError':
      return 'newer-format';
    // ReferenceError, TypeError: there is no indexedDB at all. InvalidStateError: Firefox before 115 in a private window.
    case 'SecurityError':
    case 'InvalidStateError':
    case 'ReferenceError':
    case 'TypeError':
      return 'storage-denied';
    default:
      return 'storage-broken';
  }
}
